/** A document that was found: its head, its best clauses, and under them, in place, the rest when it is asked for. */
import { useEffect, useRef } from 'preact/hooks';
import type { AnySearchAnswer } from '../../server/api.js';
import { problemSaid } from '../page/problem.js';
import type { SearchAddress } from '../shared/address.js';
import { BEST, type FoundDocument } from '../shared/group-hits.js';
import { messages } from '../shared/messages.js';
import { showRest, unfolded } from '../shared/navigation.js';
import { askRestsAgain, restOf } from '../shared/rests.js';
import { say } from '../shared/say.js';
import { DocumentHead, documentLink } from './document-head.js';
import { HitItem } from './hit-item.js';

interface FoundProps {
  readonly answer: AnySearchAnswer;
  readonly found: FoundDocument;
  /** The search that was answered. */
  readonly here: SearchAddress;
  readonly titleId: string;
  readonly ambiguous: boolean;
}

export function Found({ answer, found: { document, clauses, total }, here, titleId, ambiguous }: FoundProps) {
  const text = messages.value;
  const list = useRef<HTMLOListElement>(null);
  const pages = unfolded.value.get(document.id) ?? 0;
  const rest = total === null ? null : restOf(answer, here, document.id);
  const all = [
    ...new Map(
      [...clauses, ...(rest?.hits.map(({ clause }) => clause) ?? [])].map((clause) => [clause.id, clause]),
    ),
  ].map(([, clause]) => clause);
  const shown = rest || pages > 0 ? all : all.slice(0, BEST);
  const left = (total ?? all.length) - shown.length;

  // Whoever pressed goes on at the first clause that came; whoever comes back is put where they were.
  const stood = useRef(shown.length);
  useEffect(() => {
    const first = list.current?.children[stood.current] as HTMLElement | undefined;
    stood.current = shown.length;
    const focused = globalThis.document.activeElement;
    if (first && (focused === globalThis.document.body || focused?.id === `more-${titleId}`)) {
      first.focus({ preventScroll: true });
    }
  }, [shown.length]);

  return (
    <article class="found" aria-labelledby={titleId}>
      <DocumentHead
        document={document}
        here={here}
        titleId={titleId}
        ambiguous={ambiguous}
        clauses={clauses.length === 0 && here.scope === 'all' ? total : null}
      />
      <ol class="hits" ref={list}>
        {shown.map((clause) => (
          <HitItem key={clause.id} clause={clause} document={document} here={here} />
        ))}
      </ol>
      {rest?.problem && <p class="note">{problemSaid(rest.problem)}</p>}
      <p class="rest beside">
        {clauses.length > 0 && left > 0 && (
          <a
            class="more-hits"
            id={`more-${titleId}`}
            href={documentLink(document.id, here)}
            aria-busy={rest?.isWaiting}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              if (rest?.problem) askRestsAgain();
              else if (!rest?.isWaiting) showRest(document.id, pages + 1);
            }}
          >
            {say(rest ? text.showRest : text.moreOnPage, { n: left })}
          </a>
        )}
        {rest && pages > 0 && !rest.isWaiting && (
          <button
            type="button"
            class="more fold"
            onClick={() => {
              showRest(document.id, 0);
              globalThis.document.getElementById(titleId)?.focus();
            }}
          >
            {text.showFewer}
          </button>
        )}
      </p>
    </article>
  );
}

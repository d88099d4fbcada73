/** The contents, which follow the reading. Without headings, the labelled clauses are the contents. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClauseAnswer, DocumentAnswer } from '../../server/api.js';
import { type DocumentAddress, formatAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { narrow } from '../shared/narrow.js';
import { langOf } from '../shared/script-lang.js';
import { headingLevels } from './heading-levels.js';

const LONGEST = 400; // entries; more are no help to anybody

interface ContentsProps {
  readonly answer: DocumentAnswer;
  readonly here: DocumentAddress;
}

export function Contents({ answer: { document: shown, clauses }, here }: ContentsProps) {
  const text = messages.value;
  const levels = headingLevels(clauses);
  const entries = listed(clauses);
  const reading = useReading(entries, clauses);
  const list = useRef<HTMLOListElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [reading]);

  if (entries.length < 2) return narrow.value ? null : <div />;
  const items = (
    <ol ref={list}>
      {entries.map((entry) => (
        <li key={entry.id} class={`level-${levels.get(entry.id) ?? 2}`}>
          <a
            href={formatAddress({ ...here, clause: entry.id })}
            lang={langOf(shown.script, entry.language)}
            aria-current={entry.id === reading ? 'true' : undefined}
          >
            {entry.kind === 'heading' ? entry.text : entry.locator}
          </a>
        </li>
      ))}
    </ol>
  );
  return narrow.value ? (
    <details class="contents">
      <summary>{text.contents}</summary>
      <nav aria-label={text.contents}>{items}</nav>
    </details>
  ) : (
    <nav class="contents" aria-label={text.contents}>
      <h2>{text.contents}</h2>
      {items}
    </nav>
  );
}

function listed(clauses: readonly ClauseAnswer[]): readonly ClauseAnswer[] {
  const headings = clauses.filter(({ kind, language }) => kind === 'heading' && language === 'zh');
  const labelled = clauses.filter(({ locator, language }) => locator !== '' && language === 'zh');
  return (headings.length > 0 ? headings : labelled).slice(0, LONGEST);
}

/** The id of the last entry that has passed the upper third of the window. */
function useReading(entries: readonly ClauseAnswer[], of: unknown): string {
  const [reading, setReading] = useState('');
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const line = innerHeight / 3;
      const passed = entries.filter(
        ({ id }) => (document.getElementById(id)?.getBoundingClientRect().top ?? line) < line,
      );
      // The last lines of a text never come up to that line.
      const end = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      setReading((end ? entries : passed).at(-1)?.id ?? '');
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    addEventListener('scroll', soon, { passive: true });
    return () => {
      removeEventListener('scroll', soon);
      cancelAnimationFrame(frame);
    };
  }, [of]);
  return reading;
}

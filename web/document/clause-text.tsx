/**
 * One clause as it stands in its document: its number links to itself, copy and link come on hover and focus,
 * matches are marked, damage is underlined and said below.
 */

import { Fragment } from 'preact';
import type { ClauseAnswer, DocumentAnswer } from '../../server/api.js';
import { CopyCitation } from '../citation/copy-citation.js';
import { CopyLink } from '../citation/copy-link.js';
import { type DocumentAddress, formatAddress } from '../shared/address.js';
import { useAtHand } from '../shared/at-hand.js';
import { BASE } from '../shared/base.js';
import { messages } from '../shared/messages.js';
import { labelLength, type Piece, pieces } from '../shared/pieces.js';
import { language } from '../shared/preferences.js';
import { say } from '../shared/say.js';
import { langOf } from '../shared/script-lang.js';
import { damageSaid } from './said.js';
import { cellsOf } from './table-rows.js';

interface ClauseTextProps {
  readonly clause: ClauseAnswer;
  readonly document: DocumentAnswer['document'];
  readonly here: DocumentAddress;
  /** Of a heading, 1 to 6; 0 for text. */
  readonly level: number;
  /** Those of the document's tables. */
  readonly heads: ReadonlySet<string>;
}

export function ClauseText({ clause, document, here, level, heads }: ClauseTextProps) {
  const text = messages.value;
  const { id, fragments, damage = [], counterpart, noteOf, part, parts } = clause;
  const label = labelLength(clause);
  const link = formatAddress({ ...here, clause: id });
  const paragraphs = pieces(fragments, damage, label);
  const Line = (level === 0 ? 'p' : `h${level}`) as 'p';
  const matched = fragments.some(({ match }) => match);
  return (
    <section
      id={id}
      class={`clause ${clause.kind}`}
      lang={langOf(document.script, clause.language)}
      tabIndex={-1}
      data-stop={here.q === '' || matched ? '' : undefined}
      data-clause={id}
    >
      {noteOf && (
        <p class="counterpart beside" lang={language.value}>
          {text.kinds.note}
          {' · '}
          <a href={formatAddress({ ...here, clause: noteOf })}>{text.noteOf}</a>
        </p>
      )}
      {label === 0 && (
        <a class="clause-link" href={link} lang={language.value} aria-label={text.clauseLink}>
          ¶
        </a>
      )}
      {paragraphs.map((line, index) => (
        <Line key={index}>
          {index === 0 && label > 0 && (
            <a class="label" href={link}>
              <Pieces of={line.filter((piece) => piece.label)} />
            </a>
          )}
          <Cells of={line.filter((piece) => !piece.label)} heads={heads} />
        </Line>
      ))}
      {damage.map((span) => (
        <p class="damage-note beside" key={span.start} lang={language.value}>
          {damageSaid(text, span, clause.text.slice(span.start, span.end))}
        </p>
      ))}
      {part && parts ? (
        <p class="damage-note beside" lang={language.value}>
          {say(text.part, { part, parts })}
        </p>
      ) : null}
      {counterpart && (
        <p class="counterpart beside" lang={language.value}>
          <a href={formatAddress({ ...here, clause: counterpart })}>
            {clause.language === 'en' ? text.inChinese : text.inEnglish}
          </a>
        </p>
      )}
      <ClauseTools document={document.id} clause={id} />
    </section>
  );
}

/** There for the clause at hand alone. */
function ClauseTools({ document, clause }: { readonly document: string; readonly clause: string }) {
  const shown = useAtHand(clause);
  return shown ? (
    <div class="tools" lang={language.value}>
      <CopyCitation path={`${BASE}api/clauses/${clause}`} />
      <CopyLink document={document} clause={clause} />
    </div>
  ) : null;
}

function Cells({ of, heads }: { readonly of: readonly Piece[]; readonly heads: ReadonlySet<string> }) {
  const cells = cellsOf(of, heads);
  if (cells.length === 0) return <Pieces of={of} />;
  return (
    <>
      {cells.map(([head, value], index) => (
        <span class="cell" key={index}>
          <span>
            <Pieces of={head} />
          </span>
          <Pieces of={value} />
        </span>
      ))}
    </>
  );
}

function Pieces({ of }: { readonly of: readonly Piece[] }) {
  return (
    <>
      {of.map(({ text, match, damaged }, index) => {
        const shown = damaged ? <span class="damage">{text}</span> : text;
        return match ? <mark key={index}>{shown}</mark> : <Fragment key={index}>{shown}</Fragment>;
      })}
    </>
  );
}

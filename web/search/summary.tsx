/** How much was found, for which words, and in which order and script it is shown. */
import type { SearchAnswer, Understood } from '../../server/api.js';
import { formatAddress, type SearchAddress, type Sort } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { CANONICAL } from '../shared/script-lang.js';
import { ScriptChoice } from './script-choice.js';

interface SummaryProps {
  readonly answer: SearchAnswer;
  readonly here: SearchAddress;
}

export function Summary({ answer, here }: SummaryProps) {
  const text = messages.value;
  const { understood, match, expanded } = answer.query;
  const ignored = understood.filter((part) => part.ignored);
  return (
    <div class="summary">
      <div class="summary-line">
        <p class="counts">{say(text.counts, { clauses: answer.total, documents: answer.documents })}</p>
        <ul class="understood" aria-label={text.understood}>
          {understood
            .filter((part) => !part.ignored)
            .map((part) => (
              <li key={`${part.kind}${part.text}`} class={part.kind}>
                <Part {...part} />
              </li>
            ))}
        </ul>
        <ScriptChoice here={here} />
        <nav class="sorts" aria-label={text.sort}>
          {(Object.entries(text.sorts) as [Sort, string][]).map(([sort, name]) => (
            <a
              key={sort}
              id={`sort-${sort}`}
              href={formatAddress({ ...here, sort, page: 1 })}
              aria-current={sort === here.sort ? 'true' : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
      </div>
      {answer.total > 0 && match === 'any' && here.match === 'auto' && <p class="note">{text.anyInstead}</p>}
      {ignored.map((part) => (
        <p class="note" key={part.text}>
          {say(text.ignored, { text: part.text })}
        </p>
      ))}
      {expanded.map(({ word, to, count }) => (
        <p class="note" key={`${word}>${to}`} lang={CANONICAL}>
          {say(text.expanded, { word, to, count })}{' '}
          <a href={formatAddress({ ...here, page: 1, without: [...here.without, to] })}>{text.leaveOut}</a>
        </p>
      ))}
    </div>
  );
}

/** 算力 · −农业 · “揭榜挂帅” */
function Part({ kind, text }: Understood) {
  if (kind === 'phrase') return <>“{text}”</>;
  if (kind !== 'excluded') return <>{text}</>;
  return (
    <>
      <span class="unseen">{messages.value.excluded} </span>
      <span aria-hidden="true">−</span>
      {text}
    </>
  );
}

/** How much was found, for which words, and in which order and script it is shown. */
import type { AnySearchAnswer } from '../../server/api.js';
import { later } from '../page/later.js';
import { formatAddress, type SearchAddress, type Sort } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { countsOf } from './counted.js';
import { ScriptChoice } from './script-choice.js';
import { UnderstoodWords } from './understood-words.js';

const Expansions = later(() => import('./expansions.js').then((part) => part.Expansions));
const UnusedWords = later(() => import('./unused-words.js').then((part) => part.UnusedWords));

interface SummaryProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

export function Summary({ answer, here }: SummaryProps) {
  const text = messages.value;
  const { understood, match, allTotal, expanded } = answer.query;
  const isUnused = (word: { readonly ignored?: true; readonly count?: number }) =>
    word.ignored || word.count === 0;
  return (
    <div class="summary">
      <div class="summary-line">
        <p class="counts">{countsOf(answer, here)}</p>
        <UnderstoodWords query={answer.query} here={here} />
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
      {answer.total > 0 && match === 'all+any' && allTotal === 0 && <p class="note">{text.anyInstead}</p>}
      {[...understood, ...(answer.explanation?.words ?? [])].some(isUnused) && (
        <UnusedWords answer={answer} here={here} />
      )}
      {(here.expand === 'off' || here.without.length > 0 || expanded.length > 0) && (
        <Expansions of={expanded} here={here} />
      )}
    </div>
  );
}

/** What the pages count: documents, or in the flat list clauses. */
export function listedIn(answer: AnySearchAnswer): number {
  return 'groups' in answer ? answer.documents : answer.total;
}

/** How much was found, for which words, and in which order and script it is shown. */
import type { AnySearchAnswer } from '../../server/api.js';
import { later } from '../page/later.js';
import { formatAddress, type SearchAddress, type Sort } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { ScriptChoice } from './script-choice.js';
import { UnderstoodWords } from './understood-words.js';

const WordNotes = later(() => import('./word-notes.js').then((part) => part.WordNotes));

interface SummaryProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

export function Summary({ answer, here }: SummaryProps) {
  const text = messages.value;
  const { understood, match, allTotal, expanded } = answer.query;
  const isChanged = here.expand === 'off' || here.without.length > 0;
  const hasNotes = isChanged || expanded.length > 0 || understood.some((part) => part.ignored);
  return (
    <div class="summary">
      <div class="summary-line">
        <p class="counts">{countsOf(answer)}</p>
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
      {hasNotes && <WordNotes query={answer.query} here={here} />}
    </div>
  );
}

/** What the pages count: documents, or in the flat list clauses. */
export function listedIn(answer: AnySearchAnswer): number {
  return 'groups' in answer ? answer.documents : answer.total;
}

/** 12 条，见于 3 份文件; where nothing was asked for but documents, those first. */
export function countsOf(answer: AnySearchAnswer): string {
  const text = messages.value;
  const { total: clauses, documents } = answer;
  const isList =
    answer.total > 0 && 'groups' in answer && answer.groups.every(({ hits }) => hits.length === 0);
  return say(isList ? text.countsOfList : text.counts, { clauses, documents });
}

/** What was looked for: a chip a word that drops it, and beside a run that was cut, one that takes it whole. */
import type { AnySearchAnswer, Understood } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { counted } from './counted.js';
import { partsOf, withoutPart } from './words.js';

interface UnderstoodWordsProps {
  readonly query: AnySearchAnswer['query'];
  readonly here: SearchAddress;
}

export function UnderstoodWords({ query, here }: UnderstoodWordsProps) {
  const text = messages.value;
  const parts = partsOf(query.q, query.understood);
  // What the reader left out of other words stays left out.
  const link = (q: string) => formatAddress({ ...here, q, page: 1 });
  return (
    <ul class="understood" aria-label={text.understood}>
      {parts.map((part, index) => {
        const value = shown(part);
        // Words that were too many have a note, and no chip.
        return part.ignored ? null : (
          <li key={index} class={part.kind}>
            <a class="word" href={link(withoutPart(parts, index))} aria-label={say(text.drop, { value })}>
              {value} <span aria-hidden="true">✕</span>
            </a>
          </li>
        );
      })}
      {query.wholeRuns.map(({ text: run, q, count }) => (
        <li key={q}>
          <a class="word" href={link(q)}>
            {say(text.wholeRun, { text: run, count: counted(count, here) })}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** 算力, “揭榜挂帅”, −农业, 补贴 | 奖励 */
function shown({ kind, text, alternatives }: Pick<Understood, 'kind' | 'text' | 'alternatives'>): string {
  if (kind === 'phrase') return `“${text}”`;
  if (kind === 'excluded') return `−${text}`;
  return kind === 'either' && alternatives ? alternatives.map(shown).join(' | ') : text;
}

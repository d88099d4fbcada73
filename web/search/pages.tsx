/** The pages of a long answer, as links. */
import type { AnySearchAnswer } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { listedIn } from './summary.js';

const DEEPEST_HIT = 10_000; // what the API gives; narrowing the search leads further than turning pages

interface PagesProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

/** The last page that can be turned to. */
function lastPage(answer: AnySearchAnswer): number {
  const { size } = answer;
  return Math.ceil(Math.min(listedIn(answer), DEEPEST_HIT - (DEEPEST_HIT % size)) / size);
}

export function Pages({ answer, here }: PagesProps) {
  const { page } = answer;
  const last = lastPage(answer);
  if (last < 2) return null;
  const text = messages.value;
  const link = (to: number) => formatAddress({ ...here, page: to });
  const near = [1, page - 1, page, page + 1, last].filter((n) => n >= 1 && n <= last);
  return (
    <nav class="pages" aria-label={text.pages}>
      {page > 1 && (
        <a rel="prev" href={link(page - 1)}>
          ← {text.previous}
        </a>
      )}
      {[...new Set(near)].map((n, index, all) => (
        <span key={n}>
          {index > 0 && n - (all[index - 1] ?? n) > 1 && <span class="gap">…</span>}
          <a href={link(n)} aria-label={say(text.page, { n })} aria-current={n === page ? 'page' : undefined}>
            {n}
          </a>
        </span>
      ))}
      {page < last && (
        <a rel="next" href={link(page + 1)}>
          {text.next} →
        </a>
      )}
    </nav>
  );
}

/** Before any query: what is held, three searches that show what can be asked, the newest documents. */
import type { SearchAnswer } from '../../server/api.js';
import { formatAddress, START } from '../address.js';
import { groupHits } from '../group-hits.js';
import { messages } from '../messages.js';
import { say } from '../say.js';
import { CANONICAL } from '../script-lang.js';
import { DocumentHead } from './document-head.js';

const NEWEST = 5; // documents
/** A number to show how numbers are asked for, where the newest documents have none. */
const USUAL_NUMBER = '国发〔2025〕11号';

/** @param answer  The newest clauses; null while they are on their way. */
export function Start({ answer }: { readonly answer: SearchAnswer | null }) {
  const text = messages.value;
  const newest = groupHits(answer?.hits ?? []).slice(0, NEWEST);
  const numbered = newest.find(({ document }) => document.documentNumber)?.document.documentNumber;
  const examples: readonly (readonly [string, string])[] = [
    ['算力 -农业', text.examples.excluded],
    ['“揭榜挂帅”', text.examples.phrase],
    [numbered ?? USUAL_NUMBER, text.examples.documentNumber],
  ];
  const years = answer?.facets.year.map(({ value }) => value).sort() ?? [];
  const cities = answer?.facets.city.length ?? 0;
  const held = answer && [
    say(text.held, { documents: answer.documents, clauses: answer.total }),
    years.length > 0 &&
      say(years.length > 1 ? text.heldYears : text.heldYear, {
        first: years[0] ?? '',
        last: years.at(-1) ?? '',
      }),
    cities > 0 && say(text.heldCities, { n: cities }),
  ];
  return (
    <>
      <h1>{text.name}</h1>
      <p class="tagline">{text.tagline}</p>
      <p class="held">{held ? held.filter(Boolean).join(' · ') : '…'}</p>
      <h2>{text.tryThese}</h2>
      <ul class="examples">
        {examples.map(([q, what]) => (
          <li key={q}>
            <a href={formatAddress({ ...START, q })} lang={CANONICAL}>
              {q}
            </a>{' '}
            <span>{what}</span>
          </li>
        ))}
      </ul>
      {newest.length > 0 && <h2>{text.newest}</h2>}
      <div class="newest">
        {newest.map(({ document }) => (
          <article key={document.id}>
            <DocumentHead document={document} here={START} />
          </article>
        ))}
      </div>
    </>
  );
}

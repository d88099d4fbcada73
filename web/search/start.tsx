/** Before any query: what is held, three searches that show what can be asked, the newest documents. */
import type { AnySearchAnswer } from '../../server/api.js';
import { formatAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { CANONICAL } from '../shared/script-lang.js';
import { DocumentHead } from './document-head.js';
import { examplesOf } from './examples.js';

/** @param answer  The newest documents; null while they are on their way. */
export function Start({ answer }: { readonly answer: AnySearchAnswer | null }) {
  const text = messages.value;
  const years = answer?.facets.year.map(({ value }) => value).sort() ?? [];
  const cities = answer?.facets.city.length ?? 0;
  const newest = answer && 'groups' in answer ? answer.groups.map(({ document }) => document) : [];
  const examples = examplesOf(newest);
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
        {examples.map(({ kind, q }) => (
          <li key={q}>
            <a href={formatAddress({ ...START, q })} lang={CANONICAL}>
              {q}
            </a>{' '}
            <span>{text.examples[kind]}</span>
          </li>
        ))}
      </ul>
      {newest.length > 0 && <h2>{text.newest}</h2>}
      <div class="newest">
        {newest.map((document) => (
          <article key={document.id}>
            <DocumentHead document={document} here={START} />
          </article>
        ))}
      </div>
    </>
  );
}

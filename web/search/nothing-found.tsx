/** No result: what each word finds alone, what each filter costs, and links that do something about it. */
import type { SearchAnswer } from '../../server/api.js';
import {
  chosen,
  FACET_NAMES,
  formatAddress,
  type SearchAddress,
  START,
  toggle,
  withoutDates,
  withoutFilters,
} from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { say } from '../shared/say.js';

interface NothingFoundProps {
  readonly answer: SearchAnswer;
  readonly here: SearchAddress;
}

export function NothingFound({ answer: { explanation, query }, here }: NothingFoundProps) {
  const text = messages.value;
  const words = explanation?.words ?? [];
  const filters = (explanation?.filters ?? []).filter(({ countWithout }) => countWithout > 0);
  const any = query.match === 'all' && here.match === 'all' && words.length > 1;
  const bare = formatAddress(withoutFilters(here));
  return (
    <section class="nothing">
      <h2>{text.nothing}</h2>
      {explanation?.coverage.documents === 0 && <p>{text.nothingHeld}</p>}
      <ul>
        {words.map(({ text: word, count }) => {
          const said = say(count > 0 ? text.nothingWord : text.nothingWordNone, { text: word, count });
          const link = formatAddress({ ...here, q: word, page: 1 });
          return <li key={word}>{count > 0 && words.length > 1 ? <a href={link}>{said}</a> : said}</li>;
        })}
        {filters.map(({ facet, value, countWithout }) => {
          const name = FACET_NAMES.find((known) => known === facet);
          const without = name ? toggle(here, name, value) : withoutDates(here);
          return (
            <li key={`${facet}${value}`}>
              <a href={formatAddress(without)}>
                {say(text.nothingFilter, { value: named(value).text, count: countWithout })}
              </a>
            </li>
          );
        })}
      </ul>
      <p>{text.tryShorter}</p>
      <p class="remedies">
        {any && (
          <a class="button" href={formatAddress({ ...here, match: 'any', page: 1 })}>
            {text.tryAny}
          </a>
        )}
        {chosen(here) > 0 && (
          <a class="button" href={bare}>
            {text.tryWithoutFilters}
          </a>
        )}
        <a class="button" href={formatAddress(START)}>
          {text.tryThese}
        </a>
      </p>
    </section>
  );
}

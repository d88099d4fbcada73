/** No result: what each word finds alone, what each filter costs, and links that do something about it. */
import type { AnySearchAnswer } from '../../server/api.js';
import { FACET_NAMES, formatAddress, type SearchAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { chosen, toggle, toggleMissing, withoutFilters } from '../shared/narrowing.js';
import { say } from '../shared/say.js';
import { counted } from './counted.js';
import { MissingWord } from './unused-words.js';

interface NothingFoundProps {
  readonly answer: AnySearchAnswer;
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
      <h2>{text.nothing[here.scope]}</h2>
      {explanation?.coverage.documents === 0 && <p>{text.nothingHeld}</p>}
      <ul>
        {words.map((word, at) => {
          const said = say(text.nothingWord, { text: word.text, count: counted(word.count, here) });
          const link = formatAddress({ ...here, q: word.text, page: 1 });
          return (
            <li key={at}>
              {word.count === 0 ? (
                <MissingWord word={word} here={here} />
              ) : words.length > 1 ? (
                <a href={link}>{said}</a>
              ) : (
                said
              )}
            </li>
          );
        })}
        {filters.map(({ facet, value, countWithout }) => {
          const [said, without] = conditionOf(here, facet, value);
          return (
            <li key={`${facet}${value}`}>
              <a href={formatAddress({ ...without, page: 1 })}>
                {say(text.nothingFilter, { value: said, count: counted(countWithout, here) })}
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
        {here.scope === 'title' && (
          <a class="button" href={formatAddress({ ...here, scope: 'all', page: 1 })}>
            {text.tryFullText}
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

/** What the server names as `year`, `not.year`, `missing`, `document`, `from` or `to`, in words, and the search without it. */
function conditionOf(
  here: SearchAddress,
  facet: string,
  value: string,
): readonly [said: string, without: SearchAddress] {
  const text = messages.value;
  const name = FACET_NAMES.find((known) => known === facet || `not.${known}` === facet);
  if (name === facet) return [named(value).text, toggle(here, name, value)];
  if (name) return [say(text.notValue, { value: named(value).text }), toggle(here, name, value, 'not')];
  if (facet === 'from') return [say(text.periodFrom, { from: value }), { ...here, from: '' }];
  if (facet === 'to') return [say(text.periodTo, { to: value }), { ...here, to: '' }];
  const lacking = here.missing.find((one) => one === value);
  if (lacking) return [text.missing[lacking], toggleMissing(here, lacking)];
  return [text.oneDocument, { ...here, document: '' }];
}

/** What is chosen, each with a link that takes it away. */
import {
  chosen,
  FACET_NAMES,
  formatAddress,
  type SearchAddress,
  toggle,
  withoutDates,
  withoutFilters,
} from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { language } from '../shared/preferences.js';
import { say } from '../shared/say.js';

export function Chips({ here }: { readonly here: SearchAddress }) {
  const text = messages.value;
  if (chosen(here) === 0) return null;
  const dates = period(here);
  const chips = FACET_NAMES.flatMap((facet) =>
    here.filters[facet].map((value) => ({ ...named(value), without: toggle(here, facet, value) })),
  );
  if (dates) chips.push({ text: dates, lang: language.value, without: withoutDates(here) });
  return (
    <ul class="chips" aria-label={text.filters}>
      {chips.map(({ text: value, lang, without }) => (
        <li key={value}>
          <a class="chip" href={formatAddress(without)} aria-label={say(text.remove, { value })}>
            <span lang={lang}>{value}</span> <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li>
        <a class="clear-all" href={formatAddress(withoutFilters(here))}>
          {text.clearAll}
        </a>
      </li>
    </ul>
  );
}

/** 2021-01-01 至 2023-12-31, or open at one end; empty where no dates are asked for. */
function period({ from, to }: SearchAddress): string {
  const text = messages.value;
  if (from === '' && to === '') return '';
  const message = to === '' ? text.periodFrom : from === '' ? text.periodTo : text.periodBetween;
  return say(message, { from, to });
}

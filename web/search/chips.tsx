/** What is chosen, each with a link that takes it away. */
import { chosen, FACET_NAMES, formatAddress, NO_FILTERS, type SearchAddress, toggle } from '../address.js';
import { messages } from '../messages.js';
import { say } from '../say.js';
import { CANONICAL } from '../script-lang.js';

export function Chips({ here }: { readonly here: SearchAddress }) {
  const text = messages.value;
  if (chosen(here) === 0) return null;
  const dates = period(here);
  return (
    <ul class="chips" aria-label={text.filters}>
      {FACET_NAMES.flatMap((facet) =>
        here.filters[facet].map((value) => (
          <Chip
            key={`${facet}-${value}`}
            value={value}
            lang={CANONICAL}
            href={formatAddress(toggle(here, facet, value))}
          />
        )),
      )}
      {dates && <Chip value={dates} href={formatAddress({ ...here, from: '', to: '', page: 1 })} />}
      <li>
        <a
          class="clear-all"
          href={formatAddress({ ...here, filters: NO_FILTERS, from: '', to: '', page: 1 })}
        >
          {text.clearAll}
        </a>
      </li>
    </ul>
  );
}

function Chip({
  value,
  href,
  lang,
}: {
  readonly value: string;
  readonly href: string;
  readonly lang?: string;
}) {
  return (
    <li>
      <a class="chip" href={href} aria-label={say(messages.value.remove, { value })}>
        <span lang={lang}>{value}</span> <span aria-hidden="true">✕</span>
      </a>
    </li>
  );
}

/** 2021-01-01 至 2023-12-31, or open at one end; empty where no dates are asked for. */
function period({ from, to }: SearchAddress): string {
  const text = messages.value;
  if (from === '' && to === '') return '';
  const message = to === '' ? text.periodFrom : from === '' ? text.periodTo : text.periodBetween;
  return say(message, { from, to });
}

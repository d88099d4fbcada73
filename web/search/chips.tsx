/** What is chosen, excluded or missing, each with a link that takes it away. */
import type { AnySearchAnswer } from '../../server/api.js';
import { FACET_NAMES, formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { toggle, toggleMissing, withoutDates, withoutFilters } from '../shared/narrowing.js';
import { language } from '../shared/preferences.js';
import { say } from '../shared/say.js';

interface ChipsProps {
  readonly here: SearchAddress;
  /** For the title of a document that is searched alone. */
  readonly answer: AnySearchAnswer | null;
}

interface Chip {
  readonly text: string;
  readonly lang: string;
  readonly without: SearchAddress;
}

export function Chips({ here, answer }: ChipsProps) {
  const text = messages.value;
  const lang = language.value;
  const own = (said: string, without: SearchAddress): Chip => ({ text: said, lang, without });
  const dates = period(here);
  const chips: readonly Chip[] = [
    ...FACET_NAMES.flatMap((facet) =>
      here.filters[facet].map((value) => ({ ...named(value), without: toggle(here, facet, value) })),
    ),
    ...FACET_NAMES.flatMap((facet) =>
      here.not[facet].map((value) =>
        own(say(text.notValue, { value: named(value).text }), toggle(here, facet, value, 'not')),
      ),
    ),
    ...here.missing.map((name) => own(text.missing[name], toggleMissing(here, name))),
    ...(here.document === ''
      ? []
      : [
          own(say(text.onlyDocument, { title: titleOf(here.document, answer) }), {
            ...here,
            document: '',
            page: 1,
          }),
        ]),
    ...(dates === '' ? [] : [own(dates, withoutDates(here))]),
  ];
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

/** 2021-01-01 至 2023-12-31, or open at one end; empty where no dates are asked for. Which date, where it is not the usual one. */
function period({ from, to, date }: SearchAddress): string {
  const text = messages.value;
  if (from === '' && to === '') return '';
  const message = to === '' ? text.periodFrom : from === '' ? text.periodTo : text.periodBetween;
  return `${date === 'publishedOn' ? '' : `${text.fields[date]} `}${say(message, { from, to })}`;
}

function titleOf(id: string, answer: AnySearchAnswer | null): string {
  const found = answer && ('groups' in answer ? answer.groups : answer.hits);
  return found?.find(({ document }) => document.id === id)?.document.title ?? id;
}

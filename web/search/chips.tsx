/** What is chosen, excluded or missing, each with a link that takes it away. */
import type { AnySearchAnswer } from '../../server/api.js';
import { FACET_NAMES, formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { toggle, toggleMissing, withoutDates, withoutFilters } from '../shared/narrowing.js';
import { Said } from '../shared/said.js';
import { say } from '../shared/say.js';
import { langOf } from '../shared/script-lang.js';

interface ChipsProps {
  readonly here: SearchAddress;
  /** For the title of a document that is searched alone. */
  readonly answer: AnySearchAnswer | null;
}

interface Chip {
  readonly key: string;
  readonly message: string;
  /** What the message speaks of, where it has a language of its own. */
  readonly words: Readonly<Record<string, { readonly text: string; readonly lang: string }>>;
  readonly without: SearchAddress;
}

export function Chips({ here, answer }: ChipsProps) {
  const text = messages.value;
  const dates = period(here);
  const chips: readonly Chip[] = [
    ...(['filters', 'not'] as const).flatMap((how) =>
      FACET_NAMES.flatMap((facet) =>
        here[how][facet].map((value) => ({
          key: `${how}.${facet}=${value}`,
          message: how === 'not' ? text.notValue : '{value}',
          words: { value: named(value) },
          without: toggle(here, facet, value, how),
        })),
      ),
    ),
    ...here.missing.map((name) => ({
      key: `missing=${name}`,
      message: text.missing[name],
      words: {},
      without: toggleMissing(here, name),
    })),
    ...(here.document === ''
      ? []
      : [
          {
            key: 'document',
            message: text.onlyDocument,
            words: { title: titleOf(here.document, answer) },
            without: { ...here, document: '', page: 1 },
          },
        ]),
    ...(dates === '' ? [] : [{ key: 'dates', message: dates, words: {}, without: withoutDates(here) }]),
  ];
  return (
    <ul class="chips" aria-label={text.filters}>
      {chips.map(({ key, message, words, without }) => {
        const plain = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word.text]));
        return (
          <li key={key}>
            <a
              class="chip"
              href={formatAddress(without)}
              aria-label={say(text.remove, { value: say(message, plain) })}
            >
              <Said message={message} words={words} /> <span aria-hidden="true">✕</span>
            </a>
          </li>
        );
      })}
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

function titleOf(id: string, answer: AnySearchAnswer | null) {
  const found = answer && ('groups' in answer ? answer.groups : answer.hits);
  const document = found?.find((one) => one.document.id === id)?.document;
  return { text: document?.title ?? id, lang: langOf(document?.script ?? 'hans') };
}

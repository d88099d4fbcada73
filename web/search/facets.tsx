/**
 * The facets: groups of checkboxes that belong to the search form, and beside each box a button that excludes its value.
 *
 * Plain controls: keyboard and screen reader come free. A box says what the address says, at once, and keeps
 * the focus while the new counts come.
 */
import { useState } from 'preact/hooks';
import type { AnySearchAnswer, FacetValue } from '../../server/api.js';
import { later } from '../page/later.js';
import { FACET_NAMES, type FacetName, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { toggle, toggleMissing } from '../shared/narrowing.js';
import { go } from '../shared/navigation.js';
import { say } from '../shared/say.js';
import { tallied } from './counted.js';
import { Period } from './period.js';

const FEW = 6; // values shown before «all»
const MANY = 8; // bodies from which on there is a box to find one

const FoundValues = later(() => import('./found-values.js').then((part) => part.FoundValues));

interface FacetsProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

export function Facets({ answer, here }: FacetsProps) {
  return (
    <div class="facets">
      {FACET_NAMES.map((name) => (
        <Facet key={name} name={name} answer={answer} here={here} />
      ))}
    </div>
  );
}

interface FacetProps extends FacetsProps {
  readonly name: FacetName;
}

function Facet({ name, answer, here }: FacetProps) {
  const [all, setAll] = useState(false);
  const [sought, setSought] = useState('');
  const text = messages.value;
  const values = answer.facets[name];
  const missing = answer.missing[name];
  const lacking = here.missing.includes(name);
  if (values.length === 0 && name !== 'year' && missing.count === 0 && !lacking) return null;
  const most = Math.max(1, ...values.map(({ count }) => count));
  const shown = values.filter(
    ({ value }, index) =>
      all || index < FEW || here.filters[name].includes(value) || here.not[name].includes(value),
  );
  return (
    <fieldset class={`facet facet-${name}`}>
      <legend>{text.facets[name]}</legend>
      {name === 'issuingBody' && (values.length >= MANY || sought !== '') && (
        <input
          class="find"
          type="search"
          maxLength={100}
          autocomplete="off"
          placeholder={`${text.findBody}…`}
          aria-label={text.findBody}
          onInput={(event) => {
            if (!event.isComposing) setSought(event.currentTarget.value.trim());
          }}
          onCompositionEnd={(event) => setSought(event.currentTarget.value.trim())}
        />
      )}
      {sought !== '' && <FoundValues name={name} sought={sought} here={here} />}
      {sought === '' &&
        shown.map((of, index) => (
          <Value key={of.value} name={name} of={of} here={here} first={index === 0} most={most} />
        ))}
      {sought === '' && (missing.count > 0 || lacking) && (
        <div class="facet-value lacking">
          <label>
            <input
              type="checkbox"
              form="search"
              name="missing"
              value={name}
              id={`missing-${name}`}
              checked={lacking}
              onChange={() => go(toggleMissing(here, name))}
            />
            <span class="facet-name">{text.missing[name]}</span>
            <Count of={missing} here={here} />
          </label>
        </div>
      )}
      {values.length > FEW && sought === '' && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.showFewer : say(text.showAll, { n: values.length })}
        </button>
      )}
      {name === 'year' && <Period here={here} />}
    </fieldset>
  );
}

interface ValueProps {
  readonly name: FacetName;
  readonly of: Pick<FacetValue, 'value' | 'count' | 'documents'>;
  readonly here: SearchAddress;
  readonly first?: boolean;
  /** The most clauses that a value of the facet has. */
  readonly most?: number;
}

export function Value({ name, of, here, first, most = 1 }: ValueProps) {
  const { value, count } = of;
  const text = messages.value;
  const shown = named(value);
  const excluded = here.not[name].includes(value);
  const said = say(text.exclude, { value: shown.text });
  return (
    <div class={excluded ? 'facet-value excluded' : 'facet-value'}>
      <label>
        <input
          type="checkbox"
          form="search"
          name={name}
          value={value}
          id={`${name}-${value}`}
          data-key={first ? 'f' : undefined}
          checked={here.filters[name].includes(value)}
          onChange={() => go(toggle(here, name, value))}
        />
        <span class="facet-name" lang={shown.lang}>
          {shown.text}
        </span>
        {name === 'year' && (
          <span class="bar" aria-hidden="true">
            <span style={{ inlineSize: `${Math.round((100 * count) / most)}%` }} />
          </span>
        )}
        <Count of={of} here={here} />
      </label>
      <button
        type="button"
        class="exclude"
        id={`not-${name}-${value}`}
        aria-label={said}
        title={said}
        aria-pressed={excluded}
        onClick={() => go(toggle(here, name, value, 'not'))}
      >
        −
      </button>
    </div>
  );
}

/** Clauses; the documents that they are of are told to whoever asks. */
function Count({ of, here }: { readonly of: Parameters<typeof tallied>[0]; readonly here: SearchAddress }) {
  return (
    <span class="facet-count" title={tallied(of, here)}>
      {of.count.toLocaleString('en')}
    </span>
  );
}

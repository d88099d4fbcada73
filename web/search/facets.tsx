/**
 * The facets: groups of checkboxes that belong to the search form.
 *
 * Plain controls: keyboard and screen reader come free. A box says what the address says, at once, and keeps
 * the focus while the new counts come.
 */
import { useState } from 'preact/hooks';
import type { FacetValue, SearchAnswer } from '../../server/api.js';
import { FACET_NAMES, type FacetName, type SearchAddress, toggle } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { named } from '../shared/named.js';
import { go } from '../shared/navigation.js';
import { say } from '../shared/say.js';

const FEW = 6; // values shown before «all»
const MANY = 8; // bodies from which on there is a box to find one

interface FacetsProps {
  readonly facets: SearchAnswer['facets'];
  readonly here: SearchAddress;
}

export function Facets({ facets, here }: FacetsProps) {
  return (
    <div class="facets">
      {FACET_NAMES.map((name) => (
        <Facet key={name} name={name} values={facets[name]} here={here} />
      ))}
    </div>
  );
}

interface FacetProps {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  readonly here: SearchAddress;
}

function Facet({ name, values, here }: FacetProps) {
  const [all, setAll] = useState(false);
  const [sought, setSought] = useState('');
  const text = messages.value;
  if (values.length === 0 && name !== 'year') return null;
  const selected = here.filters[name];
  const most = Math.max(1, ...values.map(({ count }) => count));
  const open = all || sought !== '';
  const shown = values.filter(({ value }, index) =>
    sought === '' ? open || index < FEW || selected.includes(value) : value.includes(sought),
  );
  return (
    <fieldset class={`facet facet-${name}`}>
      <legend>{text.facets[name]}</legend>
      {name === 'issuingBody' && values.length >= MANY && (
        <input
          class="find"
          type="search"
          autocomplete="off"
          placeholder={`${text.findBody}…`}
          aria-label={text.findBody}
          onInput={(event) => setSought(event.currentTarget.value.trim())}
        />
      )}
      {shown.map(({ value, count }, index) => (
        <label class="facet-value" key={value}>
          <input
            type="checkbox"
            form="search"
            name={name}
            value={value}
            id={`${name}-${value}`}
            data-key={index === 0 ? 'f' : undefined}
            checked={selected.includes(value)}
            onChange={() => go(toggle(here, name, value))}
          />
          <span class="facet-name" lang={named(value).lang}>
            {named(value).text}
          </span>
          {name === 'year' && (
            <span class="bar" aria-hidden="true">
              <span style={{ inlineSize: `${Math.round((100 * count) / most)}%` }} />
            </span>
          )}
          <span class="facet-count">{count.toLocaleString('en')}</span>
        </label>
      ))}
      {values.length > FEW && sought === '' && (
        <button type="button" class="more" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? text.showFewer : say(text.showAll, { n: values.length })}
        </button>
      )}
      {name === 'year' && <Period here={here} />}
    </fieldset>
  );
}

/** From one day to another. A year that is still being typed (0002, 0020, …) is no date yet. */
function Period({ here }: Pick<FacetProps, 'here'>) {
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="period">
          {messages.value[end]}
          <input
            type="date"
            id={end}
            value={here[end]}
            onChange={({ currentTarget: { value } }) => {
              if (value[0] !== '0') go({ ...here, [end]: value, page: 1 });
            }}
          />
        </label>
      ))}
    </>
  );
}

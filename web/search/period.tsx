/** From one day to another, of one of three dates. A year that is still being typed (0002, 0020, …) is no date yet. */
import type { DateName, SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { go } from '../shared/navigation.js';

const DATES: readonly DateName[] = ['publishedOn', 'signedOn', 'effectiveOn'];

export function Period({ here }: { readonly here: SearchAddress }) {
  const text = messages.value;
  return (
    <>
      <select
        class="date"
        id="date"
        aria-label={text.date}
        value={here.date}
        onChange={({ currentTarget: { value } }) => go({ ...here, date: value as DateName, page: 1 })}
      >
        {DATES.map((name) => (
          <option key={name} value={name}>
            {text.fields[name]}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((end) => (
        <label key={end} class="period">
          {text[end]}
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

/** Where there is room beside the hits: the years of what was found, as bars that are links to the filter. */
import type { FacetValue } from '../../server/api.js';
import { formatAddress, type SearchAddress, toggle } from '../shared/address.js';
import { messages } from '../shared/messages.js';

interface YearBarsProps {
  readonly years: readonly FacetValue[];
  readonly here: SearchAddress;
}

export function YearBars({ years, here }: YearBarsProps) {
  const text = messages.value;
  if (years.length < 2) return null;
  const most = Math.max(1, ...years.map(({ count }) => count));
  return (
    <nav class="year-bars" aria-labelledby="year-bars">
      <h2 id="year-bars">{text.years}</h2>
      <ol>
        {years.map(({ value, count }) => (
          <li key={value}>
            <a
              href={formatAddress(toggle(here, 'year', value))}
              aria-current={here.filters.year.includes(value) ? 'true' : undefined}
            >
              <span class="year">{value}</span>{' '}
              <span class="bar">
                <span style={{ inlineSize: `${(100 * count) / most}%` }} />
              </span>
              <span class="facet-count">
                {count.toLocaleString('en')} <span class="unseen">{text.clausesUnit}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

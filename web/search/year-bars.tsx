/** Where there is room beside the hits: the years of what was found, as bars that are links to the filter. */
import type { FacetValue } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { toggle } from '../shared/narrowing.js';
import { counted } from './counted.js';

interface YearBarsProps {
  readonly years: readonly FacetValue[];
  readonly here: SearchAddress;
}

export function YearBars({ years, here }: YearBarsProps) {
  const text = messages.value;
  if (years.length < 2) return null;
  const most = Math.max(1, ...years.map(({ count }) => count));
  return (
    <aside class="beside-hits" aria-label={text.years}>
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
                  <span aria-hidden="true">{count.toLocaleString('en')}</span>
                  <span class="unseen">{counted(count, here)}</span>
                </span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </aside>
  );
}

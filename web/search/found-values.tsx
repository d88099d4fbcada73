/** The values of a facet that hold what is typed: all that the search has, found by the server, in either script. */
import { useEffect, useState } from 'preact/hooks';
import type { Tally } from '../../server/api.js';
import { type FacetName, facetPath, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { request } from '../shared/resource.js';
import { say } from '../shared/say.js';
import { Value } from './facets.js';

const PAUSE = 150; // milliseconds, as in the box of the search

/** GET /api/facets/{facet} */
interface FacetValuesAnswer {
  readonly values: readonly (Tally & { readonly value: string })[];
  /** Whether there are values that are not listed. */
  readonly more: boolean;
}

interface FoundValuesProps {
  readonly name: FacetName;
  readonly sought: string;
  readonly here: SearchAddress;
}

export function FoundValues({ name, sought, here }: FoundValuesProps) {
  const text = messages.value;
  const [found, setFound] = useState<FacetValuesAnswer | 'failed' | null>(null);
  const path = facetPath(here, name, sought);
  useEffect(() => {
    const mine = new AbortController();
    const timer = setTimeout(() => {
      request<FacetValuesAnswer>(path, mine.signal).then(setFound, () => {
        if (!mine.signal.aborted) setFound('failed');
      });
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      mine.abort();
    };
  }, [path]);
  if (found === null) return null;
  if (found === 'failed') return <p role="status">{text.offline}</p>;
  const { values, more } = found;
  return (
    <>
      {values.map((of) => (
        <Value key={of.value} name={name} of={of} here={here} />
      ))}
      <p class="found-values" role="status">
        {values.length === 0
          ? text.noValue
          : say(more ? text.firstValues : text.values, { n: values.length })}
      </p>
    </>
  );
}

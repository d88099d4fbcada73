/** The values of a facet that hold what is typed: all that the search has, found by the server, in either script. */
import type { FacetValuesAnswer } from '../../server/api.js';
import { problemSaid } from '../page/problem.js';
import { type FacetName, facetPath, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { useAnswer } from '../shared/resource.js';
import { say } from '../shared/say.js';
import { Value } from './facets.js';
import { partialText } from './partial-note.js';

interface FoundValuesProps {
  readonly name: FacetName;
  readonly sought: string;
  readonly here: SearchAddress;
}

export function FoundValues({ name, sought, here }: FoundValuesProps) {
  const text = messages.value;
  const found = useAnswer<FacetValuesAnswer>(facetPath(here, name, sought));
  if (found === null) return null;
  if ('status' in found) return <p role="status">{problemSaid(found)}</p>;
  const { values, more } = found;
  return (
    <>
      {values.map((of) => (
        <Value key={of.value} name={name} of={of} here={here} />
      ))}
      <p class="found-values" role="status">
        {values.length === 0
          ? text.noValue
          : say(more ? text.firstValues : text.values, { n: values.length })}{' '}
        {partialText(found)}
      </p>
    </>
  );
}

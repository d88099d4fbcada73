/**
 * What the documents of an index are called and numbered: read as a whole, once an index, for whatever is asked of it.
 */
import type { Known } from '../../engine.js';
import { numberToken } from '../records/records.js';
import type { Asking, Collection } from '../wire/collection.js';
import { ask } from './ask.js';
import { IS_CLAUSE } from './filter.js';
import { openLoader } from './keep.js';
import { sumByValue } from './read-answer.js';
import type { Serving } from './serving.js';

/** @param texts  Folded. */
export async function readKnown(
  collection: Collection,
  asking: Asking,
  serving: Serving,
  texts: readonly string[],
): Promise<readonly Known[]> {
  if (texts.length === 0) return [];
  const load = openLoader<string, ReadonlyMap<string, Known>>({
    held: serving.known,
    keyOf: (key) => key,
    read: async (keys) => Promise.all(keys.map(() => readAllKnown(collection, asking))),
    isTrue: () => asking.away.size === 0,
  });
  const known = await load('all');
  return texts.map((text) => known.get(numberToken(text)) ?? null);
}

async function readAllKnown(collection: Collection, asking: Asking): Promise<ReadonlyMap<string, Known>> {
  // A title that is printed nowhere bears its number above the clauses alone.
  const facets = ['names', 'ownNumber', 'number'] as const;
  const branches = [{ q: '', filter: IS_CLAUSE }];
  const [found] = await ask(collection, asking, [{ branches, select: null, facets }]);
  const called = (facet: (typeof facets)[number], as: Known) =>
    [...(found ? sumByValue(found, facet).keys() : [])].map((text) => [text, as] as const);
  return new Map([
    ...called('names', 'name'),
    ...called('ownNumber', 'number'),
    ...called('number', 'number'),
  ]);
}

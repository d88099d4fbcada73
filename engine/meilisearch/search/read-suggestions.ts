/**
 * What the index keeps of what can be suggested.
 */
import { z } from 'zod';
import type { CountedCandidate } from '../../candidates.js';
import { PAGE_FIELDS, readSuggestionPages, SUGGESTIONS } from '../records/suggestion-pages.js';
import type { Asking, Collection } from '../wire/collection.js';
import { equals } from './filter.js';

const MOST_PAGES = 1_000_000;

const Records = z.object({ results: z.array(z.unknown()) });

/** @returns null where it keeps none of this version; of what is there while a part is away, nobody has counted them. */
export async function readSuggestions(
  collection: Collection,
  asking: Asking,
  version: string,
): Promise<readonly CountedCandidate[] | null> {
  const body = { filter: equals('record', SUGGESTIONS), fields: PAGE_FIELDS, limit: MOST_PAGES };
  const parts = await collection.each(asking, async ({ client }, signal) =>
    Records.parse(await client.post(`indexes/${collection.index}/documents/fetch`, body, { signal })),
  );
  if (asking.away.size > 0) return null;
  return readSuggestionPages(
    parts.flatMap(({ results }) => results),
    version,
  );
}

/** What the index that serves holds already, read from each server for an update. */
import { z } from 'zod';
import { readStored } from '../records/facet-value.js';
import { documentKey, documentRecordId } from '../records/records.js';
import { LIVE } from '../records/settings.js';
import { equals, isIn } from '../search/filter.js';
import type { EngineServer } from '../wire/servers.js';

const HeldDocument = z.object({
  documentId: z.string().transform(readStored),
  origin: z.string().transform(readStored),
  sha256: z.string(),
  clauses: z.int(),
  characters: z.int(),
  place: z.int(),
});
export type HeldDocument = z.output<typeof HeldDocument>;

const PAGE = 2000;
const AT_A_TIME = 100; // documents whose texts are asked for in one request

/** Records that are neither clauses nor documents nor the state: all that is left of what was replaced or removed. */
export const TOMBSTONES = 'order NOT EXISTS AND record NOT EXISTS';

/** The documents on one server, by id. */
export async function readHeld(server: EngineServer): Promise<Map<string, HeldDocument>> {
  const fields = Object.keys(HeldDocument.shape);
  const records = await fetchAll(server, equals('record', 'document'), fields);
  return new Map(
    records.map((record) => {
      const held = HeldDocument.parse(record);
      return [held.documentId, held];
    }),
  );
}

/** Ids of all records of these documents on one server, by document id. */
export async function recordIdsOf(
  server: EngineServer,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map(documentIds.map((id) => [id, [documentRecordId(documentKey(id))]]));
  if (ids.size === 0) return ids;
  const filter = isIn('documentKey', documentIds.map(documentKey));
  for (const clause of await fetchAll(server, filter, ['id', 'documentId'])) {
    ids.get(readStored(String(clause.documentId)))?.push(String(clause.id));
  }
  return ids;
}

/** The folded texts of all clauses of these documents on one server. */
export async function* foldedTextsOf(
  server: EngineServer,
  documentIds: readonly string[],
): AsyncGenerator<string> {
  for (let from = 0; from < documentIds.length; from += AT_A_TIME) {
    const some = documentIds.slice(from, from + AT_A_TIME);
    const clauses = await fetchAll(server, isIn('documentKey', some.map(documentKey)), ['folded']);
    for (const { folded } of clauses) yield String(folded);
  }
}

export async function hasTombstones({ client }: EngineServer): Promise<boolean> {
  const body = { filter: TOMBSTONES, fields: ['id'], limit: 1 };
  return Page.parse(await client.post(`indexes/${LIVE}/documents/fetch`, body)).results.length > 0;
}

async function fetchAll(
  { client }: EngineServer,
  filter: string,
  fields: readonly string[],
): Promise<Readonly<Record<string, unknown>>[]> {
  const found: Readonly<Record<string, unknown>>[] = [];
  for (;;) {
    const body = { filter, fields, limit: PAGE, offset: found.length };
    const { results } = Page.parse(await client.post(`indexes/${LIVE}/documents/fetch`, body));
    found.push(...results);
    if (results.length < PAGE) return found;
  }
}

const Page = z.object({ results: z.array(z.record(z.string(), z.unknown())) });

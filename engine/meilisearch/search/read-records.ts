/**
 * Clauses, documents and texts, by their ids.
 */
import { z } from 'zod';
import type { Clause, PolicyDocument } from '../../../core/model.js';
import type { SearchEngine, StoredClause } from '../../engine.js';
import {
  clauseRecordId,
  documentKey,
  documentRecordId,
  IndexState,
  isRecordId,
  readRaw,
  STATE_ID,
} from '../records/records.js';
import { LIVE } from '../records/settings.js';
import { parseState } from '../records/state.js';
import type { Asking, Collection } from '../wire/collection.js';
import type { EngineServer } from '../wire/servers.js';
import { equals } from './filter.js';
import type { Serving, ServingReader } from './serving.js';

const Records = z.object({ results: z.array(z.record(z.string(), z.unknown())) });
type StoredRecord = Readonly<Record<string, unknown>>;

/** Of a clause, and of the state. No clause has a field of the state's but its id. */
const WITH_STATE = ['id', 'documentKey', 'clause', ...Object.keys(IndexState.shape)];

/** A document has fewer clauses. */
const MOST_CLAUSES = 1_000_000;

export function openReading(
  collection: Collection,
  asking: Asking,
  serving: ServingReader,
): Pick<SearchEngine, 'clauses' | 'document' | 'raw'> {
  const fetch = async (body: object): Promise<readonly StoredRecord[]> =>
    (await collection.each(asking, (server, signal) => fetchFrom(server, body, signal))).flat();

  const fetchDocuments = async (
    keys: readonly string[],
    now: Serving,
  ): Promise<ReadonlyMap<string, PolicyDocument>> => {
    const unknown = keys.filter((key) => now.documents.peek(key) === undefined);
    const records =
      unknown.length === 0
        ? Promise.resolve([])
        : fetch({
            ids: unknown.map(documentRecordId),
            fields: ['id', 'metadata'],
            limit: unknown.length,
          });
    const fetched = records.then(
      (all) => new Map(all.map(({ id, metadata }) => [id, JSON.parse(String(metadata)) as PolicyDocument])),
    );
    fetched.catch(() => undefined); // nobody may wait for it, where others read the same documents now
    const found = await Promise.all(
      keys.map(
        async (key) =>
          [
            key,
            await now.documents.get(
              key,
              async () => (await fetched).get(documentRecordId(key)) ?? null,
              () => asking.away.size === 0,
            ),
          ] as const,
      ),
    );
    return new Map(found.flatMap(([key, document]) => (document === null ? [] : [[key, document] as const])));
  };

  return {
    async clauses(ids) {
      // With the state: who asks before and after knows whether the index was swapped in between.
      const asked = [...ids.map(clauseRecordId).filter(isRecordId), STATE_ID];
      const askedAt = performance.now();
      const parts = await collection.each(asking, async (server, signal) => ({
        server,
        records: await fetchFrom(server, { ids: asked, fields: WITH_STATE, limit: asked.length }, signal),
      }));
      const states = parts.map(({ server, records }) => {
        const state = records.find(({ id }) => id === STATE_ID);
        return { server, state: state === undefined ? null : parseState(server.url, state) };
      });
      const now = serving.seen(asking, states, askedAt);
      const records = parts.flatMap((part) => part.records.filter(({ id }) => id !== STATE_ID));
      const byId = new Map(records.map((record) => [record.id, record]));
      const keys = [...new Set(records.map((record) => String(record.documentKey)))];
      const documents = await fetchDocuments(keys, now);
      return ids.flatMap((id): StoredClause[] => {
        const record = byId.get(clauseRecordId(id));
        const document = documents.get(String(record?.documentKey));
        if (record === undefined || document === undefined) return [];
        return [{ clause: JSON.parse(String(record.clause)) as Clause, document }];
      });
    },

    async document(id) {
      const key = documentKey(id);
      const [records, clauses] = await Promise.all([
        fetch({ ids: [documentRecordId(key)], fields: ['metadata'], limit: 1 }),
        fetch({
          filter: equals('documentKey', key),
          sort: ['order:asc'],
          fields: ['clause'],
          limit: MOST_CLAUSES,
        }),
        serving.fresh(asking),
      ]);
      const [record] = records;
      if (record === undefined) return null;
      return {
        document: JSON.parse(String(record.metadata)) as PolicyDocument,
        clauses: clauses.map(({ clause }) => JSON.parse(String(clause)) as Clause),
      };
    },

    async raw(id) {
      const [[record]] = await Promise.all([
        fetch({ ids: [documentRecordId(documentKey(id))], fields: ['raw'], limit: 1 }),
        serving.fresh(asking),
      ]);
      return record === undefined ? null : readRaw(String(record.raw));
    },
  };
}

async function fetchFrom(
  { client }: EngineServer,
  body: object,
  signal: AbortSignal,
): Promise<readonly StoredRecord[]> {
  return Records.parse(await client.post(`indexes/${LIVE}/documents/fetch`, body, { signal })).results;
}

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
  firstOrderOf,
  IndexState,
  isRecordId,
  readRaw,
  STATE_ID,
} from '../records/records.js';
import { parseState } from '../records/state.js';
import type { Asking, Collection } from '../wire/collection.js';
import { withoutDocument } from '../wire/failure.js';
import type { EngineServer } from '../wire/servers.js';
import { all, any, equals, inOrders } from './filter.js';
import { openLoader } from './keep.js';
import { type Serving, type ServingReader, versionOfParts } from './serving.js';

const Records = z.object({ results: z.array(z.record(z.string(), z.unknown())) });
type StoredRecord = Readonly<Record<string, unknown>>;

/** Of the state; other records have numbers there, if anything. */
const STATE_FIELDS = Object.keys(IndexState.shape);

/** A document has fewer clauses. */
const MOST_CLAUSES = 1_000_000;

const SWAPPED = Symbol('swapped');

interface ReadRecords {
  readonly now: Serving;
  /** Of the index that was read; that of `now`, unless a newer one has been seen meanwhile. */
  readonly version: string;
  readonly records: readonly StoredRecord[];
}

export function openStored(
  collection: Collection,
  asking: Asking,
  serving: ServingReader,
): Pick<SearchEngine, 'clauses' | 'documents' | 'document' | 'raw'> {
  /** With the state of each part: of which index it was read. */
  const read = async (body: {
    readonly fields: readonly string[];
    readonly limit: number;
    readonly ids?: readonly string[];
    readonly filter?: string;
    readonly sort?: readonly string[];
  }): Promise<ReadRecords> => {
    const askedAt = performance.now();
    const whole = {
      ...body,
      ...(body.ids === undefined ? {} : { ids: [...body.ids, STATE_ID] }),
      ...(body.filter === undefined ? {} : { filter: any([body.filter, equals('record', 'state')]) }),
      fields: ['id', ...body.fields, ...STATE_FIELDS],
      limit: body.limit + 1,
    };
    const parts = await collection.each(asking, async (server, signal) => ({
      server,
      records: await fetchFrom(server, collection.index, whole, signal),
    }));
    const states = parts.map(({ server, records }) => {
      const state = records.find(({ id }) => id === STATE_ID);
      return { server, state: state === undefined ? null : parseState(server.url, state) };
    });
    const now = serving.seen(asking, states, askedAt);
    const version = versionOfParts(states, asking.away);
    const records = parts.flatMap((part) => part.records.filter(({ id }) => id !== STATE_ID));
    return { now, version, records };
  };

  /** What is read in several requests is of one index: read again where it was swapped between them, or a part went. */
  const readOne = async <Result>(attempt: () => Promise<Result | typeof SWAPPED>): Promise<Result> => {
    for (;;) {
      const result = await attempt(); // fails when there is no time left
      if (result !== SWAPPED) return result;
    }
  };

  /** @param versions  Of everything that is read for one answer; those of the documents are added. */
  const openDocuments = (
    now: Serving,
    versions: Set<string>,
  ): ((key: string) => Promise<PolicyDocument | null>) =>
    openLoader<string, PolicyDocument, null>({
      held: now.documents,
      keyOf: (key) => key,
      read: async (keys) => {
        const recordIds = keys.map(documentRecordId);
        const found = await read({ ids: recordIds, fields: ['metadata'], limit: keys.length });
        versions.add(found.version);
        const byId = new Map(found.records.map(({ id, metadata }) => [id, metadata]));
        return recordIds.map((id) => (byId.has(id) ? parseDocument(byId.get(id)) : null));
      },
      isTrue: () => versions.size === 1,
    });

  const readDocuments = async (
    ids: readonly string[],
  ): Promise<readonly PolicyDocument[] | typeof SWAPPED> => {
    const now = await serving.current(asking);
    const versions = new Set([now.status.version]);
    const loadDocument = openDocuments(now, versions);
    const found = await Promise.all(ids.map((id) => loadDocument(documentKey(id))));
    if (versions.size > 1) {
      await serving.fresh(asking);
      return SWAPPED;
    }
    return found.filter((document) => document !== null);
  };

  const readClauses = async (ids: readonly string[]): Promise<readonly StoredClause[] | typeof SWAPPED> => {
    const asked = ids.map(clauseRecordId).filter(isRecordId);
    const clauses = await read({ ids: asked, fields: ['documentKey', 'clause'], limit: asked.length });
    const { now, version } = clauses;
    const versions = new Set([version, now.status.version]);
    const loadDocument = openDocuments(now, versions);
    const byId = new Map(clauses.records.map((record) => [record.id, record]));
    const found = ids.flatMap((id): readonly StoredRecord[] => {
      const record = byId.get(clauseRecordId(id));
      return record === undefined ? [] : [record];
    });
    const documents = await Promise.all(found.map((record) => loadDocument(String(record.documentKey))));
    if (versions.size > 1) return SWAPPED;
    return found.map(({ clause }, place) => {
      const document = documents[place];
      if (!document) throw withoutDocument(collection.servers.map(({ url }) => url));
      return { clause: parseClause(clause), document };
    });
  };

  return {
    clauses: (ids) => readOne(() => readClauses(ids)),

    documents: (ids) => readOne(() => readDocuments(ids)),

    document: (id, stretch) =>
      readOne(async () => {
        const key = documentKey(id);
        const readingAbout = read({ ids: [documentRecordId(key)], fields: ['metadata', 'place'], limit: 1 });
        const readClauses = async (): Promise<ReadRecords> => {
          const ofDocument = equals('documentKey', key);
          const place = stretch === undefined ? undefined : (await readingAbout).records[0]?.place;
          const wanted =
            stretch === undefined || typeof place !== 'number'
              ? null
              : inOrders(firstOrderOf(place) + stretch.from, stretch.count);
          return read({
            filter: all(ofDocument, wanted) ?? ofDocument,
            sort: ['order:asc'],
            fields: ['clause'],
            limit: Math.min(stretch?.count ?? MOST_CLAUSES, MOST_CLAUSES),
          });
        };
        const [about, clauses] = await Promise.all([readingAbout, readClauses(), serving.fresh(asking)]);
        if (about.version !== clauses.version || !about.now.isOneBuild) return SWAPPED;
        const [record] = about.records;
        if (record === undefined) return null;
        return {
          document: parseDocument(record.metadata),
          clauses: clauses.records.map(({ clause }) => parseClause(clause)),
        };
      }),

    async raw(id) {
      const [{ records }] = await Promise.all([
        read({ ids: [documentRecordId(documentKey(id))], fields: ['raw'], limit: 1 }),
        serving.fresh(asking),
      ]);
      return records[0] === undefined ? null : readRaw(String(records[0].raw));
    },
  };
}

function parseDocument(metadata: unknown): PolicyDocument {
  return JSON.parse(String(metadata)) as PolicyDocument;
}

function parseClause(clause: unknown): Clause {
  return JSON.parse(String(clause)) as Clause;
}

async function fetchFrom(
  { client }: EngineServer,
  index: string,
  body: object,
  signal: AbortSignal,
): Promise<readonly StoredRecord[]> {
  return Records.parse(await client.post(`indexes/${index}/documents/fetch`, body, { signal })).results;
}

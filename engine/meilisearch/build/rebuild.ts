/**
 * A new index beside the one that serves, swapped in whole.
 *
 * Everything goes into NEXT, on every server its part; when all of it is done and counted, NEXT and LIVE change names.
 */
import { PolicyError } from '../../../core/errors.js';
import type { EngineStatus } from '../../engine.js';
import type { AnalyzedDocument } from '../../entry.js';
import type { IndexBuild } from '../../index-build.js';
import {
  documentKey,
  documentRecordId,
  firstNumbers,
  type IndexState,
  longValuesOf,
  numbersAfter,
  recordsOf,
} from '../records/records.js';
import { LIVE, NEXT } from '../records/settings.js';
import { readState } from '../records/state.js';
import { equals } from '../search/filter.js';
import { countRecords, createEmpty, createIndex, deleteIndex, swap, versionOf } from '../wire/indexes.js';
import { type EngineServer, homeOf } from '../wire/servers.js';
import { type BuildRun, newVersion, stateRecord, statusOf, type Totals } from './build-run.js';
import { openMetTokens } from './met-tokens.js';
import { collectPayloads, type PayloadCollector, toLines } from './payloads.js';
import { openSending, type Sending } from './sending.js';
import { countSuggestions, suggestionPayload } from './suggestions.js';

const AT_ONCE = 2; // payloads a server that are under way: one is read while the other is written

interface Part {
  readonly server: EngineServer;
  readonly url: string;
  readonly collector: PayloadCollector;
  readonly sending: Sending;
  readonly totals: Totals;
  readonly longValues: Record<string, string>;
}

export async function openRebuild(run: BuildRun): Promise<Pick<IndexBuild, 'add' | 'remove' | 'commit'>> {
  await Promise.all(run.servers.map((server) => createIndex(server, NEXT)));
  const parts: readonly Part[] = run.servers.map((server) => ({
    server,
    url: server.url,
    collector: collectPayloads(),
    sending: openSending(server, NEXT, AT_ONCE),
    totals: { documents: 0, clauses: 0, characters: 0 },
    longValues: {},
  }));
  /** What of this build is in it, by document id. */
  const added = new Map<string, { readonly clauses: number; readonly characters: number }>();
  let next = firstNumbers(await Promise.all(run.servers.map(readLive)));
  const met = openMetTokens();

  const addOne = async (analyzed: AnalyzedDocument): Promise<void> => {
    const { document, clauses } = analyzed;
    const part = homeOf(document.id, parts);
    if (added.has(document.id)) await takeOut(part, document.id);
    const characters = clauses.reduce((sum, { tokens }) => sum + tokens.length, 0);
    const records = recordsOf(analyzed, next);
    next = numbersAfter(next, analyzed);
    added.set(document.id, { clauses: clauses.length, characters });
    count(part.totals, { clauses: clauses.length, characters }, 1);
    for (const { tokens } of clauses) met.add(tokens);
    Object.assign(part.longValues, longValuesOf(analyzed));
    const full = part.collector.add(toLines(records), clauses.length);
    if (full) await part.sending.send(full);
  };

  /** The server does what it is sent in order: a document that comes a second time is deleted in between. */
  const takeOut = async (part: Part, documentId: string): Promise<void> => {
    const earlier = added.get(documentId);
    if (earlier === undefined) return;
    await flush(part);
    const key = documentKey(documentId);
    const { client } = part.server;
    await part.sending.queue(() =>
      client.post(`indexes/${NEXT}/documents/delete`, { filter: equals('documentKey', key) }),
    );
    await part.sending.queue(() =>
      client.post(`indexes/${NEXT}/documents/delete-batch`, [documentRecordId(key)]),
    );
    added.delete(documentId);
    count(part.totals, earlier, -1);
  };

  return {
    async add(documents) {
      for (const analyzed of documents) await addOne(analyzed);
    },

    async remove(documentIds) {
      for (const id of documentIds) await takeOut(homeOf(id, parts), id);
    },

    async commit(): Promise<EngineStatus> {
      const status = statusOf(parts, { version: newVersion(), indexedAt: new Date().toISOString() });
      const { version, indexedAt } = status;
      const progress = new Map<string, number>();
      await Promise.all(
        parts.map(async (part) => {
          const { server, totals, longValues, collector, sending } = part;
          const state = stateRecord(run, server, {
            ...{ totals, longValues, next, version, indexedAt },
            build: version,
          });
          const full = collector.add(toLines([state]), 0);
          if (full) await sending.send(full);
          await flush(part);
          await sending.finish((clauses) => {
            progress.set(server.name, clauses);
            run.options.onCommit?.(
              [...progress.values()].reduce((sum, one) => sum + one, 0),
              status.clauses,
            );
          });
          await verify(part);
          await createEmpty(server, LIVE); // where this is the first index; a swap wants two
        }),
      );
      const suggestions = await suggestionPayload(run, version, () =>
        countSuggestions(run.servers, NEXT, met, () => 0),
      );
      const [{ sending }] = parts as readonly [Part];
      if (suggestions !== null) await sending.send(suggestions);
      await sending.finish(() => undefined);
      await run.lock.check();
      await swapAll(run.servers, version);
      await Promise.all(run.servers.map((server) => deleteIndex(server, NEXT))).catch(() => {
        run.tell('The new index serves; the old one could not be deleted yet, the next run does that.');
      });
      return status;
    },
  };
}

/** What serves now; null where that is an index that nobody can read any more. */
async function readLive(server: EngineServer): Promise<IndexState | null> {
  try {
    return await readState(server, LIVE, 'indexer');
  } catch (error) {
    if (error instanceof PolicyError && error.code === 'index_out_of_date') return null;
    throw error;
  }
}

async function flush({ collector, sending }: Part): Promise<void> {
  const rest = collector.rest();
  if (rest) await sending.send(rest);
}

function count(
  totals: Totals,
  document: { readonly clauses: number; readonly characters: number },
  times: 1 | -1,
): void {
  totals.documents += times;
  totals.clauses += times * document.clauses;
  totals.characters += times * document.characters;
}

/** What was sent is there, no less and no more: nobody else wrote into it. */
async function verify({ server, totals, url }: Part): Promise<void> {
  const expected = totals.documents + totals.clauses + 1;
  const found = await countRecords(server, NEXT);
  if (found === expected) return;
  throw new PolicyError(
    'index_write_failed',
    `Meilisearch at ${url} has ${found} records of the new index where ${expected} were sent.`,
    'See that nobody else writes to its indexes policy_*, then run this again.',
  );
}

/** On all servers or on none, as far as they can be reached. */
async function swapAll(servers: readonly EngineServer[], version: string): Promise<void> {
  const swapped = await Promise.allSettled(servers.map(swap));
  const failed = swapped.find((one) => one.status === 'rejected');
  if (failed === undefined) return;
  const back = servers.map(async (server) => {
    if ((await versionOf(server)) === version) await swap(server);
  });
  await Promise.allSettled(back);
  throw failed.reason;
}

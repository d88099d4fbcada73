/**
 * One server's part of an update: documents replaced, added and removed, each whole at any moment.
 *
 * Everything about a document is in one payload, which the server applies in one step: its new records, tombstones for the old
 * ones that are no more, and the state with the counts as they are then.
 */

import type { Numbers } from '../records/records.js';
import { LIVE } from '../records/settings.js';
import type { EngineServer } from '../wire/servers.js';
import { done } from '../wire/tasks.js';
import { type BuildRun, newVersion, stateRecord, type Totals } from './build-run.js';
import { type HeldDocument, hasTombstones, recordIdsOf, TOMBSTONES } from './live-records.js';
import { collectPayloads, type Payload, toLines } from './payloads.js';
import { openSending, type Sending } from './sending.js';
import { goneIds, tombstoneLines } from './tombstones.js';

export interface PendingDocument {
  readonly documentId: string;
  readonly clauses: number;
  readonly characters: number;
  /** Its records, a line each. */
  readonly lines: () => Promise<string>;
}

export interface UpdatePart {
  readonly server: EngineServer;
  readonly url: string;
  /** Documents that are on this server now. */
  readonly held: Map<string, HeldDocument>;
  readonly totals: Totals;
  readonly sending: Sending;
  put(documents: readonly PendingDocument[]): Promise<void>;
  remove(documentIds: readonly string[]): Promise<void>;
  /** What the index says from the next payload on: on how many servers it lies (`IndexState`). */
  layout: number;
  /** Deletes tombstones that a killed run has left. */
  tidy(): Promise<void>;
  /**
   * The last of the documents: from here on the index can be asked. Deletes the tombstones.
   *
   * @param isOneBuild  Whether all parts were of one before.
   */
  conclude(indexedAt: string, isOneBuild: boolean): Promise<void>;
  /** The last payload. Suggestions that are here and not among these say of which version they are, and are nobody's. */
  name(version: string, indexedAt: string, suggestions: Payload | null): Promise<void>;
}

export interface PartState {
  longValues: Record<string, string>;
  next: Numbers;
  indexedAt: string;
  readonly build: string;
}

const AT_A_TIME = 100; // documents whose old records are asked for in one request

/**
 * @param state   Shared by all parts; what of it is not yet sent may be in the index earlier, never later.
 * @param layout  As it is there now.
 */
export function openPart(
  run: BuildRun,
  server: EngineServer,
  held: Map<string, HeldDocument>,
  state: PartState,
  layout: number,
): UpdatePart {
  const totals: Totals = { documents: 0, clauses: 0, characters: 0 };
  for (const document of held.values()) count(document, 1);
  const sending = openSending(server, LIVE, 1);
  const collector = collectPayloads();

  /** With the counts as they are when it is done. */
  const send = async (payload: Payload | null, version: string): Promise<void> => {
    if (payload === null) return;
    const now = stateRecord(run, server, { ...state, totals, version, servers: part.layout });
    const lines = payload.lines + toLines([now]);
    await sending.send({ ...payload, lines });
  };
  const part: UpdatePart = {
    ...{ server, url: server.url, held, totals, sending, layout },

    async put(documents) {
      for (let from = 0; from < documents.length; from += AT_A_TIME) {
        const some = documents.slice(from, from + AT_A_TIME);
        const here = some.map(({ documentId }) => documentId).filter((id) => held.has(id));
        const old = await recordIdsOf(server, here);
        for (const document of some) {
          const lines = await document.lines();
          const gone = goneIds(old.get(document.documentId) ?? [], lines);
          await send(collector.add(lines + tombstoneLines(gone), document.clauses), newVersion());
          const earlier = held.get(document.documentId);
          if (earlier) count(earlier, -1);
          count(document, 1);
        }
      }
      await send(collector.rest(), newVersion());
    },

    async remove(documentIds) {
      const here = documentIds.filter((id) => held.has(id));
      for (let from = 0; from < here.length; from += AT_A_TIME) {
        const old = await recordIdsOf(server, here.slice(from, from + AT_A_TIME));
        for (const [id, ids] of old) {
          await send(collector.add(tombstoneLines(ids), 0), newVersion());
          const document = held.get(id);
          if (document) count(document, -1);
          held.delete(id);
        }
      }
      await send(collector.rest(), newVersion());
    },

    async tidy() {
      if (await hasTombstones(server)) await done(server, deleteTombstones());
    },

    async conclude(indexedAt, isOneBuild) {
      const isSaid = isOneBuild && part.layout === run.servers.length;
      if (!isSaid) await sendState(newVersion(), indexedAt);
      await sending.queue(deleteTombstones);
    },

    async name(version, indexedAt, suggestions) {
      if (suggestions !== null) await sending.send(suggestions);
      await sendState(version, indexedAt);
    },
  };
  return part;

  async function sendState(version: string, indexedAt: string): Promise<void> {
    const last = stateRecord(run, server, { ...state, totals, version, indexedAt });
    await sending.send({ lines: toLines([last]), bytes: 0, clauses: 0 });
  }

  function deleteTombstones(): Promise<unknown> {
    return server.client.post(`indexes/${LIVE}/documents/delete`, { filter: TOMBSTONES });
  }

  function count(document: Pick<Totals, 'clauses' | 'characters'>, times: 1 | -1): void {
    totals.documents += times;
    totals.clauses += times * document.clauses;
    totals.characters += times * document.characters;
  }
}

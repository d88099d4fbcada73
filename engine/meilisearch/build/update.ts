/**
 * The index that serves, brought up to date: what is new or changed is sent, what went is removed.
 *
 * Until `commit` everything is kept on our side. Then a document is at its home first, and leaves wherever else it was after
 * that: where a server was added, documents move; where a run was killed in between, one is in two places.
 */
import { PolicyError } from '../../../core/errors.js';
import type { CountedCandidate } from '../../candidates.js';
import type { EngineStatus } from '../../engine.js';
import { storedTokens } from '../../entry.js';
import type { IndexBuild } from '../../index-build.js';
import { longValuesOf, MOVING, nextNumbers, numbersAfter, recordsOf } from '../records/records.js';
import { LIVE } from '../records/settings.js';
import { readState } from '../records/state.js';
import { createIndex } from '../wire/indexes.js';
import { homeOf, toActionable } from '../wire/servers.js';
import { type BuildRun, newVersion, statusOf } from './build-run.js';
import { foldedTextsOf, readHeld } from './live-records.js';
import { openMetTokens } from './met-tokens.js';
import { toLines } from './payloads.js';
import { openSpool, type Spooled } from './spool.js';
import { countedBefore, countSuggestions, readCounted, suggestionPayload } from './suggestions.js';
import { survey } from './survey.js';
import { openPart, type PartState, type PendingDocument, type UpdatePart } from './update-part.js';

export interface Update extends Pick<IndexBuild, 'existing' | 'before' | 'add' | 'remove' | 'commit'> {
  close(): Promise<void>;
}

/** @returns null where no server has an index. @throws PolicyError `index_out_of_date` for one of another schema. */
export async function openUpdate(run: BuildRun): Promise<Update | null> {
  const states = await Promise.all(run.servers.map((server) => readState(server, LIVE, 'indexer')));
  if (states.every((state) => state === null)) return null;
  const indexedAt = new Date().toISOString();
  const builds = new Set(states.flatMap((one) => (one === null ? [] : [one.build])));
  const [build] = builds;
  const state: PartState = {
    // Parts of two rebuilds are what one that was killed while it swapped has left; from here on they are of this run.
    build: builds.size === 1 && build !== undefined ? build : newVersion(),
    longValues: Object.assign({}, ...states.map((one) => one?.longValues ?? {})),
    next: nextNumbers(states),
    indexedAt,
  };
  const parts = await Promise.all(
    run.servers.map(async (server, place) => {
      if (states[place] === null) await createIndex(server, LIVE);
      return openPart(run, server, await readHeld(server), state, states[place]?.servers ?? MOVING);
    }),
  );
  const { existing, before, strays, moves } = survey(parts);
  await Promise.all(
    parts.map(async (part) => {
      // Whole at home already: what a run that was killed in between had still to take away.
      await part.remove(strays.filter((id) => homeOf(id, parts) !== part));
      await part.sending.finish(() => undefined);
      await part.tidy();
    }),
  );
  const counted = await readCounted(run.servers, states);
  const met = openMetTokens();
  if (counted === null || moves.areAny) met.addAll();
  const spool = openSpool();
  const pending = new Map<string, Spooled & Omit<PendingDocument, 'lines'>>();
  const removed = new Set<string>();

  const put = async (part: UpdatePart): Promise<void> => {
    const documents = [...pending.values()].filter(({ documentId }) => homeOf(documentId, parts) === part);
    await part.put(
      documents.map((document): PendingDocument => ({ ...document, lines: () => spool.read(document) })),
    );
  };
  /** Here, and of what has its home elsewhere the copies that are here. */
  const takeAway = async (part: UpdatePart): Promise<void> => {
    const moved = [...pending.keys()].filter((id) => homeOf(id, parts) !== part);
    await part.remove([...moved, ...removed]);
  };
  /** What is there of the documents that are replaced or go. */
  const meetHeld = async (): Promise<void> => {
    for (const { server, held } of parts) {
      const here = [...pending.keys(), ...removed].filter((id) => held.has(id));
      for await (const folded of foldedTextsOf(server, here)) met.add(storedTokens(folded));
    }
  };
  const suggestions = async (): Promise<readonly CountedCandidate[]> => {
    const isSame = pending.size === 0 && removed.size === 0 && !moves.areAny;
    if (counted !== null && isSame) return counted;
    return countSuggestions(run.servers, LIVE, met, countedBefore(counted ?? []));
  };
  const finish = async (progress: boolean): Promise<void> => {
    const done = new Map<string, number>();
    const of = [...pending.values()].reduce((sum, { clauses }) => sum + clauses, 0);
    await Promise.all(
      parts.map(({ server, sending }) =>
        sending.finish((clauses) => {
          done.set(server.name, clauses);
          if (progress)
            run.options.onCommit?.(
              [...done.values()].reduce((sum, one) => sum + one, 0),
              of,
            );
        }),
      ),
    );
  };

  return {
    existing,
    before,

    async add(documents) {
      for (const analyzed of documents) {
        const { document, clauses } = analyzed;
        const characters = clauses.reduce((sum, { tokens }) => sum + tokens.length, 0);
        for (const { tokens } of clauses) met.add(tokens);
        const spooled = await spool.write(toLines(recordsOf(analyzed, state.next)));
        state.next = numbersAfter(state.next, analyzed);
        Object.assign(state.longValues, longValuesOf(analyzed));
        pending.delete(document.id); // and to the end of the order
        removed.delete(document.id);
        pending.set(document.id, {
          ...spooled,
          documentId: document.id,
          clauses: clauses.length,
          characters,
        });
      }
    },

    async remove(documentIds) {
      for (const id of documentIds) {
        pending.delete(id);
        removed.add(id);
      }
    },

    async commit(): Promise<EngineStatus> {
      await run.lock.check();
      const begun = (): number => parts.reduce((sum, { sending }) => sum + sending.begun, 0);
      const begunBefore = begun();
      const version = newVersion();
      try {
        await meetHeld();
        moves.toNew();
        await Promise.all(parts.map(put));
        await finish(true);
        moves.fromOld();
        await Promise.all(parts.map(takeAway));
        await finish(false);
        await Promise.all(parts.map((part) => part.conclude(indexedAt, builds.size === 1)));
        await finish(false);
        const payload = await suggestionPayload(run, version, suggestions);
        await Promise.all(
          parts.map((part, place) => part.name(version, indexedAt, place === 0 ? payload : null)),
        );
        await finish(false);
      } catch (error) {
        throw begun() > begunBefore ? halfDone(error) : error;
      }
      return statusOf(parts, { version, indexedAt });
    },

    close: () => spool.close(),
  };
}

function halfDone(error: unknown): unknown {
  const reason = toActionable(error, 'indexer');
  const { code, message, remedy, options } =
    reason instanceof PolicyError
      ? reason
      : new PolicyError('internal_error', 'The update broke off, by a fault of ours.', 'Please report it.');
  return new PolicyError(code, message, remedy, { ...options, cause: reason, indexChanged: true });
}

/**
 * Which index serves now, and what is kept of it: answers that hold until another one does.
 */
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { PolicyDocument } from '../../../core/model.js';
import { keepRecent, type Recent } from '../../../core/recent.js';
import type { EngineStatus, Known } from '../../engine.js';
import { type IndexState, MOVING } from '../records/records.js';
import { readState } from '../records/state.js';
import type { Asking, Collection } from '../wire/collection.js';
import { missing, moving, otherServers, swapping } from '../wire/failure.js';
import type { EngineServer } from '../wire/servers.js';
import type { KeptHits } from './few-hits.js';
import { type ColumnsKeeper, keepColumns } from './read-columns.js';

export interface Serving {
  readonly status: EngineStatus;
  /** False in the moment in which an index is swapped in, server after server. */
  readonly isOneBuild: boolean;
  /** Values of facets that their codes do not tell. */
  readonly longValues: Readonly<Record<string, string>>;
  /** Clauses that the engine finds for a phrase and that do not hold it, or those that do; by phrase and side. */
  readonly findings: Recent<readonly number[]>;
  /** Clauses that hold a word, by the word. */
  readonly frequencies: Recent<number>;
  /** What documents are narrowed and counted by. */
  readonly columns: ColumnsKeeper;
  /** Clauses that hold every word of a question, where they are few. */
  readonly holders: KeptHits;
  /** Metadata, by key. */
  readonly documents: Recent<PolicyDocument>;
  /** What documents are called and numbered, all of it: one that is kept. */
  readonly known: Recent<ReadonlyMap<string, Known>>;
}

export interface ServingReader {
  /** As it was at most a second ago. */
  current(asking: Asking): Promise<Serving>;
  /** As it is now. */
  fresh(asking: Asking): Promise<Serving>;
  /**
   * As it was when these states were read, together with something else. @param askedAt  Of `performance.now()`.
   * @throws PolicyError where they are not those of one index: `index_missing`, `index_out_of_date`, `engine_unavailable`.
   */
  seen(asking: Asking, states: readonly StateOfPart[], askedAt: number): Serving;
}

export interface StateOfPart {
  readonly server: EngineServer;
  /** null where there is none. */
  readonly state: IndexState | null;
}

const LOOK_AGAIN_AFTER = 1000; // ms; a new index serves within 5 s
const SWAP_PATIENCE = 1000; // ms; a swap on several servers takes some of them
const SWAP_LOOK = 20; // ms

/** How much is held of an index, of each kind at least 1. */
export interface Capacities {
  /** Clauses named in findings. */
  readonly findings: number;
  readonly frequencies: number;
  readonly documents: number;
}

/** 16 MB of findings; documents of many a page, some 3 kB each. */
const CAPACITIES: Capacities = { findings: 2_000_000, frequencies: 20_000, documents: 2000 };
const READING = 50; // clauses; what a reading weighs by its key

export function openServing(collection: Collection, capacities: Capacities = CAPACITIES): ServingReader {
  const { servers } = collection;
  let known: Serving | null = null;
  let lookedAt = Number.NEGATIVE_INFINITY;

  const seen = (asking: Asking, parts: readonly StateOfPart[], askedAt: number): Serving => {
    const states = parts.map(({ server: { url }, state }) => {
      if (state === null) throw missing(url);
      if (state.servers === MOVING) throw moving(url);
      return state;
    });
    // Fewer servers than the index lies on would answer with less, and nobody would know.
    const other = states.find((state) => state.servers !== servers.length);
    if (other) throw otherServers(other.servers, servers.length);
    const sum = (field: 'documents' | 'clauses' | 'characters'): number =>
      states.reduce((total, state) => total + state[field], 0);
    const clauses = sum('clauses');
    const isOneBuild = new Set(states.map(({ build }) => build)).size === 1;
    const status: EngineStatus = {
      documents: sum('documents'),
      clauses,
      indexedAt:
        states
          .map(({ indexedAt }) => indexedAt)
          .sort()
          .at(-1) ?? '',
      version: versionOfParts(parts, asking.away),
      averageLength: clauses === 0 ? 0 : sum('characters') / clauses,
      ...(asking.away.size === 0 ? {} : { missing: [...asking.away].sort() }),
    };
    // One that was under way while a newer index was seen is of before.
    const isOlder = known !== null && status.indexedAt < known.status.indexedAt;
    if (known && isOlder && askedAt < lookedAt && asking.away.size === 0) return known;
    lookedAt = performance.now();
    const isSame = known?.status.version === status.version && known.status.clauses === status.clauses;
    known =
      isSame && known
        ? { ...known, status, isOneBuild }
        : {
            ...{ status, isOneBuild },
            longValues: Object.assign({}, ...states.map(({ longValues }) => longValues)),
            columns: keepColumns(),
            findings: keepRecent(capacities.findings, (clauses) => READING + clauses.length),
            frequencies: keepRecent(capacities.frequencies),
            holders: new WeakMap(),
            documents: keepRecent(capacities.documents),
            known: keepRecent(1),
          };
    return known;
  };

  const fresh = async (asking: Asking): Promise<Serving> => {
    for (const began = performance.now(); ; await pause(SWAP_LOOK)) {
      const askedAt = performance.now();
      const states = await collection.each(asking, async (server, signal) => ({
        server,
        state: await readState(server, collection.index, 'server', signal),
      }));
      const now = seen(asking, states, askedAt);
      if (now.isOneBuild) return now;
      if (askedAt - began > SWAP_PATIENCE) throw swapping(states.map(({ server }) => server.url));
    }
  };

  // Those who ask at the same time read it once; whoever asked first may run out of time before the others.
  let reading: Promise<Serving> | null = null;
  const once = (asking: Asking): Promise<Serving> => {
    if (reading !== null) return reading.catch(() => fresh(asking));
    reading = fresh(asking).finally(() => {
      reading = null;
    });
    return reading;
  };

  return {
    fresh,
    seen,
    current: async (asking) => {
      const isNew = known?.isOneBuild && performance.now() - lookedAt < LOOK_AGAIN_AFTER;
      if (isNew && known && known.status.missing === undefined && !collection.isDoubtful()) return known;
      return servers.length === 1 ? once(asking) : fresh(asking);
    },
  };
}

/** Servers of several versions: one of them is being updated, or did not get its part; or is missing, which is another index. */
export function versionOfParts(parts: readonly StateOfPart[], away: ReadonlySet<string>): string {
  const versions = parts.map(({ state }) => state?.version ?? '');
  const [first = ''] = versions;
  if (away.size === 0 && versions.every((version) => version === first)) return first;
  const joined = [...versions, ...away].join(' ');
  return createHash('sha256').update(joined).digest('hex').slice(0, 16);
}

/** What a build has while it is under way: its servers, its lock, and the way to be stopped. */
import { randomBytes } from 'node:crypto';
import type { EngineStatus } from '../../engine.js';
import type { BuildOptions } from '../../index-build.js';
import { type IndexState, type Numbers, STATE_ID } from '../records/records.js';
import { SCHEMA } from '../records/settings.js';
import type { EngineServer } from '../wire/servers.js';
import type { BuildLock } from './build-lock.js';

export interface BuildRun {
  readonly servers: readonly EngineServer[];
  readonly lock: BuildLock;
  /** By name of the server. */
  readonly engineVersions: ReadonlyMap<string, string>;
  readonly options: BuildOptions;
  readonly tell: (message: string) => void;
  /** Stopped by `abandon`; whatever waits ends. */
  readonly signal: AbortSignal;
}

/** What is on one server. */
export interface Totals {
  documents: number;
  clauses: number;
  /** UTF-16 code units of the clauses' folded text. */
  characters: number;
}

export function newVersion(): string {
  return `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`;
}

/** The record that says what the index is. `record` keeps it apart from what deleted records leave behind. */
export function stateRecord(
  run: BuildRun,
  server: EngineServer,
  part: {
    readonly totals: Readonly<Totals>;
    readonly longValues: Readonly<Record<string, string>>;
    readonly next: Numbers;
    readonly version: string;
    readonly build: string;
    readonly indexedAt: string;
    /** Where it is not all that the build has: `IndexState`. */
    readonly servers?: number;
  },
): IndexState & { readonly record: 'state' } {
  const { totals, next, ...rest } = part;
  return {
    id: STATE_ID,
    record: 'state',
    schema: SCHEMA,
    servers: run.servers.length,
    ...totals,
    ...rest,
    nextPlace: next.place,
    nextTheme: next.theme,
    madeBy: run.options.madeBy,
    engineVersion: run.engineVersions.get(server.name) ?? '',
  };
}

export function statusOf(
  parts: readonly { readonly totals: Readonly<Totals> }[],
  { version, indexedAt }: Pick<EngineStatus, 'version' | 'indexedAt'>,
): EngineStatus {
  const sum = (field: keyof Totals): number => parts.reduce((all, { totals }) => all + totals[field], 0);
  const clauses = sum('clauses');
  return {
    documents: sum('documents'),
    clauses,
    indexedAt,
    version,
    averageLength: clauses === 0 ? 0 : sum('characters') / clauses,
  };
}

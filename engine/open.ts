/**
 * Which engine answers.
 */
import type { EngineName } from '../core/config.js';
import type { SearchEngine } from './engine.js';
import { type EngineConfig, meilisearchOf } from './engine-config.js';
import { openMeilisearchEngine } from './meilisearch/meilisearch-engine.js';
import { type ColumnsMeeting, openSharedColumns } from './sqlite/shared-columns.js';
import { openSqliteEngine } from './sqlite/sqlite-engine.js';

type OpenEngine = (config: EngineConfig, options: OpenOptions) => SearchEngine;

export interface OpenOptions {
  /** Reads what is read through files whole, beside its answers, and answers nothing of an index that has changed. One of a process does. */
  readonly verify?: boolean;
  /** Of a thread beside others that search the same: what the thread that starts them has from `openColumnsKeeper`. */
  readonly meeting?: ColumnsMeeting;
  /** Called by an engine that keeps its thread busy, between the passes of a question; what it throws ends the question. */
  readonly onStep?: () => void;
}

const ENGINES: Readonly<Record<EngineName, OpenEngine>> = {
  sqlite: ({ dataFolder }, { meeting, ...options }) =>
    openSqliteEngine(dataFolder, { ...options, ...(meeting && { findColumns: openSharedColumns(meeting) }) }),
  meilisearch: (config) => openMeilisearchEngine(meilisearchOf(config)),
};

/** Opens nothing until it is asked something. */
export function openEngine(config: EngineConfig, options: OpenOptions = {}): SearchEngine {
  return ENGINES[config.engine](config, options);
}

/** Tables in a thread of their own, which is there from the first one on. */
import { PolicyError } from '../core/errors.js';
import { type HeapLimits, openThreadPool, type ThreadPool } from '../core/thread-pool.js';
import type { OpenTable } from './read/read-rows.js';
import type { GivenColumns } from './read/sheets/column-names.js';
import type { TableFile } from './read/sheets/read-table.js';
import type { SkippedInput } from './report.js';
import type { TableTask } from './table-worker.js';

const LONGEST_MS = 60_000;
const HEAP: HeapLimits = { young: 40, old: 1024 };

export interface Tables {
  readonly open: OpenTable;
  close(): Promise<void>;
}

export function openTables(columns: GivenColumns, signal: AbortSignal): Tables {
  let pool: ThreadPool<TableTask, TableFile | SkippedInput> | null = null;
  return {
    async open(bytes, name) {
      pool ??= openThreadPool(new URL('./table-worker.js', import.meta.url), { threads: 1, heap: HEAP });
      const stop = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]);
      const table = await pool.run({ bytes, name, columns }, stop).catch((cause: unknown) => {
        signal.throwIfAborted();
        throw tooCostly(name, cause);
      });
      if ('code' in table) throw new PolicyError(table.code, table.message, table.remedy);
      return table;
    },
    close: async () => pool?.close(),
  };
}

function tooCostly(name: string, cause: unknown): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} takes more than ${LONGEST_MS / 1000} seconds, or more than 1 GB, to be read.`,
    'Save it as .csv, or in parts.',
    { cause },
  );
}

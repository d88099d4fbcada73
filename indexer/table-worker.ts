/** A thread that opens tables: what is in them must be known before it is known which documents they hold. */
import { PolicyError } from '../core/errors.js';
import type { GivenColumns } from './read/sheets/column-names.js';
import { readTable, type TableFile } from './read/sheets/read-table.js';
import { failureOf, type SkippedInput } from './report.js';

export interface TableTask {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly columns: GivenColumns;
}

/** @returns  Why it cannot be opened, where it cannot: an error that crosses a thread loses its class. */
export default async function parseTable({
  bytes,
  name,
  columns,
}: TableTask): Promise<TableFile | SkippedInput> {
  try {
    return await readTable(bytes, name, { columns });
  } catch (error) {
    return failureOf(name, error instanceof PolicyError ? error : PolicyError.internalError(name, error));
  }
}

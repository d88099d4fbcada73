import { readTable } from '../../indexer/read/sheets/read-table.js';

/** What a table prints, a line a row; of a table of documents, how many they are. */
export async function textOf(bytes: Buffer): Promise<readonly string[]> {
  const read = await readTable(bytes, 'made');
  return read.kind === 'table' ? read.content.text.split('\n') : [`${read.rows.length} documents`];
}

/** Why it is not read. */
export const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error) => error.code ?? error,
  );

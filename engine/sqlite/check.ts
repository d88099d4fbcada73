/**
 * Reads an embedded index whole, as no answer does: its checksum, every page by SQLite's own check, then every document and clause.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import { refuseChanged } from './checksum.js';
import { loadColumns } from './columns.js';
import { type Database, openForReading } from './database.js';
import { type IndexPointer, readPointer } from './pointer.js';
import { storedDocuments } from './stored-document.js';

export interface CheckedIndex {
  readonly file: string;
  readonly bytes: number;
  /** As `current.json` has them. */
  readonly documents: number;
  readonly clauses: number;
  readonly indexedAt: string;
  /** What is wrong, in words; none where it is whole. */
  readonly faults: readonly string[];
}

/** Told of each kind: a file that is gone everywhere has as many faults as pages. */
const MOST_FAULTS = 20;

/**
 * @throws PolicyError `index_missing`, `index_out_of_date`, `index_damaged` where current.json does not say which file it is; of a
 *         file that is damaged nothing: that is what it is asked.
 */
export async function checkSqliteIndex(folder: string): Promise<CheckedIndex> {
  const pointer = readPointer(folder);
  if (pointer === null) throw PolicyError.indexMissing(folder);
  const { documents, clauses, indexedAt } = pointer;
  const file = join(folder, pointer.file);
  const bytes = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const changed = await refuseChanged(folder, pointer).then(
    () => [],
    (error: unknown) => [error instanceof Error ? error.message : String(error)],
  );
  const faults = [...changed, ...faultsIn(file, bytes, pointer)];
  return { file, bytes, documents, clauses, indexedAt, faults };
}

function faultsIn(file: string, bytes: number, pointer: IndexPointer): readonly string[] {
  if (bytes === 0) return ['The file is not there, or is empty.'];
  const faults: string[] = [];
  const step = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      faults.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  step('It cannot be opened', () => {
    const database = openForReading(file);
    try {
      step('Its pages cannot be read', () => faults.push(...pagesAtFault(database)));
      // What is read of damaged pages may be anything, and says nothing more.
      if (faults.length === 0) step('Its documents cannot be read', () => readAll(database, pointer, faults));
      if (faults.length === 0)
        step('What is counted and ranked by cannot be read', () => loadColumns(database));
    } finally {
      database.close();
    }
  });
  return faults;
}

function pagesAtFault(database: Database): readonly string[] {
  const found = database.pragma(`quick_check(${MOST_FAULTS})`) as readonly { readonly quick_check: string }[];
  return found.map(({ quick_check: said }) => said).filter((said) => said !== 'ok');
}

function readAll(database: Database, pointer: IndexPointer, faults: string[]): void {
  let [documents, clauses] = [0, 0];
  for (const document of storedDocuments(database)) {
    documents += 1;
    clauses += document.clauses.length;
  }
  const promised = [pointer.documents, pointer.clauses];
  if (documents !== promised[0] || clauses !== promised[1]) {
    faults.push(
      `It holds ${documents} documents with ${clauses} clauses; current.json says ${promised.join(' with ')}.`,
    );
  }
}

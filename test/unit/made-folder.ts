/** Files of a test in a folder of their own, and all that is read of them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { type ReadDocument, readDocuments } from '../../indexer/read/read.js';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhengsou-read-'));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

export async function readAll(...paths: string[]) {
  const listed = await listFiles(paths);
  const documents: ReadDocument[] = [];
  const skipped: { path: string; error: PolicyError }[] = [...listed.skipped];
  for await (const read of readDocuments(listed.files)) {
    if ('error' in read) skipped.push(read);
    else documents.push(read);
  }
  return { documents, skipped, files: listed.files };
}

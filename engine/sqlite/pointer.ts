/**
 * Which index file of a folder serves: `current.json`, replaced whole by a rename. That rename is the swap.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PolicyError } from '../../core/errors.js';
import type { EngineStatus } from '../engine.js';
import { INDEX_FORMAT } from './schema.js';

const POINTER = 'current.json';

const Pointer = z.object({
  format: z.int(),
  file: z.string(),
  version: z.string(),
  madeBy: z.enum(['user', 'start']),
  documents: z.int(),
  clauses: z.int(),
  indexedAt: z.string(),
  averageLength: z.number(),
});

export interface IndexPointer extends EngineStatus {
  readonly format: number;
  /** Name of the index file, in the same folder. */
  readonly file: string;
  readonly madeBy: 'user' | 'start';
}

export function pointerPath(folder: string): string {
  return join(folder, POINTER);
}

/**
 * @returns null where the folder has no index.
 * @throws PolicyError `index_out_of_date` where it is of another format, or its pointer is not to be read.
 */
export function readPointer(folder: string): IndexPointer | null {
  const found = readAnyPointer(folder);
  if (found === null) return null;
  const parsed = Pointer.safeParse(found.content);
  if (found.format !== INDEX_FORMAT || !parsed.success) {
    throw PolicyError.indexOutOfDate(folder, found.format, INDEX_FORMAT);
  }
  return parsed.data;
}

/** Who made the index of a folder, whatever its format; null where there is none. */
export function readMaker(folder: string): 'user' | 'start' | null {
  const found = readAnyPointer(folder);
  if (found === null) return null;
  return z.object({ madeBy: z.literal('start') }).safeParse(found.content).success ? 'start' : 'user';
}

function readAnyPointer(folder: string): { readonly content: unknown; readonly format: number } | null {
  let text: string;
  try {
    text = readFileSync(pointerPath(folder), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw error;
  }
  let content: unknown = null;
  try {
    content = JSON.parse(text);
  } catch {
    // A pointer that somebody edited: as good as one of format 0.
  }
  const format = z.object({ format: z.int() }).safeParse(content).data?.format ?? 0;
  return { content, format };
}

/** Swaps: once this returns, the new index serves, also after a power cut. */
export function writePointer(folder: string, pointer: IndexPointer): void {
  const temporary = `${pointerPath(folder)}.${pointer.version}.tmp`;
  const file = openSync(temporary, 'w');
  try {
    writeSync(file, `${JSON.stringify(pointer, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(temporary, pointerPath(folder));
  synchronize(folder);
}

/** Waits until a file, or the names in a folder, are on the disk. */
export function synchronize(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Which index file of a folder serves: `current.json`, replaced whole by a rename. That rename is the swap.
 */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PolicyError } from '../../core/errors.js';
import type { EngineStatus } from '../engine.js';
import { checksumOfText } from './checksum.js';
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
  bytes: z.int(),
  checksum: z.string(),
});
/** What is told of an index is said here alone: a digit that has changed would be a wrong count. */
const Sealed = Pointer.extend({ seal: z.string() });

export interface IndexPointer extends EngineStatus {
  readonly format: number;
  /** Name of the index file, in the same folder. */
  readonly file: string;
  readonly madeBy: 'user' | 'start';
  /** Of the index file, which never changes. */
  readonly bytes: number;
  /** Of the same: see `checksumOf`. */
  readonly checksum: string;
}

export function pointerPath(folder: string): string {
  return join(folder, POINTER);
}

/**
 * @returns null where the folder has no index.
 * @throws PolicyError `index_out_of_date` where it is of another format, `index_damaged` where the pointer is not to be read.
 */
export function readPointer(folder: string): IndexPointer | null {
  const found = readAnyPointer(folder);
  if (found === null) return null;
  if ('fault' in found) throw PolicyError.indexDamaged(folder, `${POINTER} ${found.fault}`);
  if (found.format !== INDEX_FORMAT) {
    throw PolicyError.indexOutOfDate(folder, found.format, INDEX_FORMAT);
  }
  const { success, data } = Sealed.safeParse(found.content);
  if (!success) throw PolicyError.indexDamaged(folder, `${POINTER} lacks what it must say`);
  const { seal, ...pointer } = data;
  if (seal !== sealOf(pointer)) throw PolicyError.indexDamaged(folder, `${POINTER} is not what was written`);
  return pointer;
}

/** Of what it says, in whatever order and blanks. */
function sealOf(pointer: IndexPointer): string {
  return checksumOfText(JSON.stringify(Object.entries(Pointer.parse(pointer)).sort()));
}

/** Who made the index of a folder, whatever its format; null where there is none. */
export function readMaker(folder: string): 'user' | 'start' | null {
  const found = readAnyPointer(folder);
  if (found === null) return null;
  if ('fault' in found) return 'user';
  return z.object({ madeBy: z.literal('start') }).safeParse(found.content).success ? 'start' : 'user';
}

type AnyPointer = { readonly content: unknown; readonly format: number } | { readonly fault: string };

function readAnyPointer(folder: string): AnyPointer | null {
  let text: string;
  try {
    text = readFileSync(pointerPath(folder), 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return { fault: `cannot be read (${code})` };
  }
  try {
    const content: unknown = JSON.parse(text);
    const { format } = z.object({ format: z.int() }).parse(content);
    return { content, format };
  } catch {
    return { fault: 'is not what an index has there' };
  }
}

/** Swaps: once this returns, the new index serves, also after a power cut. */
export function writePointer(folder: string, pointer: IndexPointer): void {
  const temporary = `${pointerPath(folder)}.${pointer.version}.tmp`;
  const file = openSync(temporary, 'w');
  try {
    writeSync(file, `${JSON.stringify({ ...pointer, seal: sealOf(pointer) }, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  putAside(folder, pointer.version);
  renameSync(temporary, pointerPath(folder));
  synchronize(folder);
}

/** A folder in the pointer's place, which no file can replace: it is somebody's, and kept. */
function putAside(folder: string, version: string): void {
  const path = pointerPath(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) renameSync(path, `${path}.${version}.aside`);
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

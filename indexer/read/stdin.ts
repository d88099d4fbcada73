/**
 * Standard input → a file like any other, in a folder of its own until the run ends: so it is read, measured and, where
 * it must be, read twice by the same code.
 *
 * What it is, it says itself: where the first line that is not blank is a JSON object, a document a line; else a text.
 */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { addAbortSignal, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PolicyError } from '../../core/errors.js';
import { MAX_DOCUMENT_BYTES } from './limits.js';
import type { InputFile } from './list-files.js';

/** No path of a file: those are absolute. */
const ORIGIN = 'stdin';

const DEVICES = new Set(['/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

export function isStdin(path: string, folder: string): boolean {
  return path === '-' || DEVICES.has(resolve(folder, path));
}

export interface KeptInput {
  readonly file: InputFile;
  remove(): Promise<void>;
}

/** @throws PolicyError `unreadable_file` where it cannot be read, or not be kept. */
export async function keepStdin(stdin: Readable, signal: AbortSignal): Promise<KeptInput> {
  const folder = await mkdtemp(join(tmpdir(), 'zhengsou-stdin-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const chunks = addAbortSignal(signal, stdin)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
    const head = await readHead(chunks);
    const format = isJsonLine(head) ? 'jsonl' : 'text';
    const name = format === 'jsonl' ? 'stdin.jsonl' : 'stdin.txt';
    const absolute = join(folder, name);
    await pipeline(Readable.from(all(head, chunks, format)), createWriteStream(absolute));
    return { file: { path: 'stdin', name, absolute, origin: ORIGIN, format, metaPath: null }, remove };
  } catch (cause) {
    await remove();
    if (signal.aborted || !(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new PolicyError(
      'unreadable_file',
      `Standard input cannot be read, or not be kept in ${tmpdir()}: ${cause.message}.`,
      'Pass a file instead, or name a folder with some space in TMPDIR.',
      { cause },
    );
  }
}

/** As far as the end of the first line that is not blank, or as a document may be long. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  let isBlank = true;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    parts.push(next.value);
    length += next.value.length;
    const start = isBlank ? next.value.findIndex((byte) => byte > 0x20) : 0;
    if (start >= 0) isBlank = false;
    if (length > MAX_DOCUMENT_BYTES || (start >= 0 && next.value.includes(0x0a, start))) break;
  }
  return Buffer.concat(parts);
}

function isJsonLine(head: Buffer): boolean {
  const text = new TextDecoder().decode(head).trimStart(); // without a byte order mark
  if (!text.startsWith('{')) return false;
  try {
    JSON.parse(text.split('\n', 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}

/** Of a text no more than says that it is too long. */
async function* all(
  head: Buffer,
  chunks: AsyncIterator<Buffer>,
  format: InputFile['format'],
): AsyncGenerator<Buffer> {
  let length = head.length;
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
    yield next.value;
    length += next.value.length;
    if (format === 'text' && length > MAX_DOCUMENT_BYTES) break;
  }
}

/**
 * A .jsonl or .ndjson file, compressed or not → a document a line, streamed. A broken line is an error of its own and the rest
 * go on.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PolicyError } from '../../core/errors.js';
import type { Warning } from '../../core/model.js';
import type { RawDocument } from '../model.js';
import { decode } from './encoding.js';
import { readGivenDocument } from './given-document.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from './limits.js';
import { type ByteLine, splitLines } from './lines.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { parseJson } from './parse-json.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @param onRead  Told how many bytes of the file, as it lies on the disk, are read. */
export async function* readJsonl(
  file: InputFile,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<RawDocument | UnreadInput> {
  let last = 0;
  let found = 0;
  try {
    const { stream, bytesRead } = openStream(file);
    for await (const line of splitLines(stream, MAX_DOCUMENT_BYTES)) {
      last = line.number;
      onRead(bytesRead());
      if (line.bytes !== null && isBlank(line.bytes)) continue;
      found += 1;
      yield readLine(line, file);
    }
  } catch (error) {
    yield { path: file.path, error: brokenOff(file.path, last, error) };
    return;
  }
  if (found === 0) {
    const remedy = 'Write one document a line: {"title": "…", "text": "…"}.';
    yield {
      path: file.path,
      error: new PolicyError('unreadable_file', `${file.path} has no lines.`, remedy),
    };
  }
}

function openStream({ name, absolute, unpacked }: InputFile): {
  stream: AsyncIterable<Uint8Array>;
  bytesRead: () => number;
} {
  const file = unpacked === undefined ? createReadStream(absolute, { highWaterMark: 1 << 20 }) : null;
  const source = file ?? Readable.from([unpacked?.bytes ?? new Uint8Array()]);
  const bytesRead = (): number => file?.bytesRead ?? 0;
  if (!name.toLowerCase().endsWith('.gz')) return { stream: source, bytesRead };
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  source.on('error', (error: Error) => gunzip.destroy(error));
  return { stream: source.pipe(gunzip), bytesRead };
}

function readLine(line: ByteLine, file: InputFile): RawDocument | UnreadInput {
  const path = `${file.path}#${line.number}`;
  try {
    return parseLine(line, path, file);
  } catch (error) {
    return { path, error: error instanceof PolicyError ? error : PolicyError.internalError(path, error) };
  }
}

function parseLine(line: ByteLine, path: string, file: InputFile): RawDocument {
  const where = `${file.path}, line ${line.number}`;
  if (line.bytes === null) throw tooLarge(where, line.length);
  const warnings: Warning[] = [];
  const value = parseJson(decodeLine(line.bytes, warnings), where);
  return readGivenDocument({ value, bytes: line.bytes, where, path, warnings }, file, 'jsonl');
}

function decodeLine(bytes: Uint8Array, warnings: Warning[]): string {
  try {
    return utf8.decode(bytes);
  } catch {
    const decoded = decode(bytes);
    warnings.push(...decoded.warnings);
    return decoded.text;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 1000 && bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

function brokenOff(path: string, lines: number, cause: unknown): PolicyError {
  const fault = cause instanceof Error ? cause.message : String(cause);
  return new PolicyError(
    'unreadable_file',
    `${path} breaks off after ${lines} ${lines === 1 ? 'line' : 'lines'}, which were read: ${fault}.`,
    'Download or compress the file again.',
    { cause },
  );
}

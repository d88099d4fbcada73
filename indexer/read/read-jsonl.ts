/**
 * A .jsonl or .jsonl.gz file → a document a line, streamed. A broken line is an error of its own and the rest
 * go on.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createGunzip } from 'node:zlib';
import { PolicyError } from '../../core/errors.js';
import type { Warning } from '../../core/model.js';
import type { RawDocument } from '../model.js';
import { idAsGiven, idOfLine } from './document-id.js';
import { decode, loneSurrogates } from './encoding.js';
import { malformed, parseGiven } from './given-metadata.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from './limits.js';
import { type ByteLine, splitLines } from './lines.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { wellFormed } from './well-formed.js';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @param onRead  Told how many bytes of the file, as it lies on the disk, are read. */
export async function* readJsonl(
  file: InputFile,
  onRead: (bytes: number) => void = () => undefined,
): AsyncGenerator<RawDocument | UnreadInput> {
  let last = 0;
  let found = 0;
  try {
    const { stream, bytesRead } = openStream(file.absolute);
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

function openStream(path: string): { stream: AsyncIterable<Uint8Array>; bytesRead: () => number } {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  const bytesRead = (): number => file.bytesRead;
  if (!path.toLowerCase().endsWith('.gz')) return { stream: file, bytesRead };
  const gunzip = createGunzip({ chunkSize: 1 << 20 });
  file.on('error', (error) => gunzip.destroy(error));
  return { stream: file.pipe(gunzip), bytesRead };
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
  const { title, text, ...rest } = parseFields(line.bytes, where, warnings);
  const fault = missingField('title', title) ?? missingField('text', text);
  if (fault !== null || typeof text !== 'string') {
    throw malformed(where, fault ?? '', 'Each line needs a title and a text: {"title": "…", "text": "…"}.');
  }
  const checked = parseGiven({ ...rest, title }, where);
  const { textEn, ...given } = checked.given;
  const named = given.id == null ? null : idAsGiven(given.id);
  const stem = basename(file.name).replace(/\.jsonl(?:\.gz)?$/i, '');
  return {
    id: named?.id ?? idOfLine(stem, [given.title, given.publishedOn, given.documentNumber]),
    path,
    text,
    textEn: textEn ?? null,
    given,
    sha256: createHash('sha256').update(line.bytes).digest('hex'),
    bytes: line.bytes.length,
    warnings: [...warnings, ...checked.warnings, ...(named?.warnings ?? [])],
  };
}

function parseFields(bytes: Uint8Array, where: string, warnings: Warning[]): Record<string, unknown> {
  const json = decodeLine(bytes, warnings);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw malformed(where, `it is no JSON: ${fault}`, 'Correct the line, or write the file anew.', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(where, 'it is no JSON object', 'Write {"title": "…", "text": "…"}.');
  }
  // Only an escape can bring half a surrogate pair into text that was decoded from UTF-8.
  if (!/\\u[dD][89a-fA-F]/u.test(json)) return value as Record<string, unknown>;
  let replaced = 0;
  const mended = JSON.parse(json, (_key, field: unknown) => {
    if (typeof field !== 'string') return field;
    const result = wellFormed(field);
    replaced += result.replaced;
    return result.text;
  }) as Record<string, unknown>;
  if (replaced > 0) warnings.push(loneSurrogates(replaced));
  return mended;
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

function missingField(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return `it has no ${name}`;
  if (typeof value !== 'string') return `its ${name} is no text`;
  return /\S/u.test(value) ? null : `its ${name} is empty`;
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

/**
 * A .json file → a document an item of its array; an object alone is one document. A broken item is an error of its own and
 * the rest go on.
 */
import { readFile, stat } from 'node:fs/promises';
import { PolicyError } from '../../core/errors.js';
import type { RawDocument } from '../model.js';
import { decode } from './encoding.js';
import { readGivenDocument } from './given-document.js';
import { malformed } from './given-metadata.js';
import { type JsonItem, jsonItems } from './json-items.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from './limits.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { parseJson } from './parse-json.js';

/** The whole file is held in memory; lines are not. */
const MAX_BYTES = 256 * 1024 * 1024;

/** @throws PolicyError `unreadable_file` where it cannot be read as text at all. */
export async function* readJson(file: InputFile): AsyncGenerator<RawDocument | UnreadInput> {
  const { size } = await stat(file.absolute);
  if (size > MAX_BYTES) throw tooLong(file.path, size);
  const { text, warnings } = decode(await readFile(file.absolute));
  const { isArray, items } = jsonItems(text);
  let found = 0;
  for (const item of items) {
    found += 1;
    const path = isArray || item.number > 1 ? `${file.path}#${item.number}` : file.path;
    try {
      const { bytes, value, where } = parseItem(item, isArray ? `${file.path}, item ${item.number}` : path);
      yield readGivenDocument({ value, bytes, where, path, warnings }, file);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      yield { path, error };
    }
  }
  if (found === 0) {
    const remedy = 'Write documents: [{"title": "…", "text": "…"}].';
    yield {
      path: file.path,
      error: new PolicyError('unreadable_file', `${file.path} has no items.`, remedy),
    };
  }
}

function parseItem({ json, whole }: JsonItem, where: string) {
  const bytes = Buffer.from(json);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(where, bytes.length);
  if (!whole) throw malformed(where, 'a bracket of it is never closed', 'Close it, or write the file anew.');
  return { bytes, value: parseJson(json, where), where };
}

function tooLong(path: string, bytes: number): PolicyError {
  const megabytes = (bytes / 1024 / 1024).toFixed(0);
  return new PolicyError(
    'unreadable_file',
    `${path} has ${megabytes} MB; a JSON array is at most ${MAX_BYTES / 1024 / 1024} MB.`,
    'Write it as .jsonl, a document a line: of that any length is read.',
  );
}

/**
 * A .json file → a document an item of its array; an object alone is one document. A broken item is an error of its own and
 * the rest go on.
 */
import { PolicyError } from '../../core/errors.js';
import type { RawDocument } from '../model.js';
import { decode } from './encoding.js';
import { bytesOf } from './file-bytes.js';
import { readGivenDocument } from './given-document.js';
import { malformed } from './given-metadata.js';
import { type JsonItem, jsonItems } from './json-items.js';
import { MAX_DOCUMENT_BYTES, MAX_FILE_BYTES, tooLarge } from './limits.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { parseJson } from './parse-json.js';
import { isListWithoutTexts } from './sheets/column-names.js';
import { listWithoutTexts } from './sheets/read-table.js';

/**
 * The whole file is held in memory; lines of a .jsonl are not.
 *
 * @throws PolicyError `unreadable_file` where it cannot be read as text at all.
 */
export async function* readJson(file: InputFile): AsyncGenerator<RawDocument | UnreadInput> {
  const { text, warnings } = decode(await bytesOf(file, MAX_FILE_BYTES));
  const { isArray, items } = jsonItems(text);
  let found = 0;
  for (const item of items) {
    found += 1;
    const path = isArray || item.number > 1 ? `${file.path}#${item.number}` : file.path;
    try {
      const { bytes, value, where } = parseItem(item, isArray ? `${file.path}, item ${item.number}` : path);
      if (found === 1 && isListed(value)) throw listWithoutTexts(file.path);
      yield readGivenDocument({ value, bytes, where, path, warnings }, file, 'json');
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      if (error.code === 'list_without_texts') {
        yield { path: file.path, error };
        return;
      }
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

/** Titles with links or dates, as crawlers leave them: the first says it for all. */
function isListed(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return isListWithoutTexts(Object.keys(value));
}

function parseItem({ json, whole }: JsonItem, where: string) {
  const bytes = Buffer.from(json);
  if (bytes.length > MAX_DOCUMENT_BYTES) throw tooLarge(where, bytes.length);
  if (!whole) throw malformed(where, 'a bracket of it is never closed', 'Close it, or write the file anew.');
  return { bytes, value: parseJson(json, where), where };
}

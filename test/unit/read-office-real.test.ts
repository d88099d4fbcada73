/** Real files of word processors: all that must be found in each is in its text, and nothing that must not. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../indexer/read/doc/read-doc.js';
import { readDocx } from '../../indexer/read/docx/read-docx.js';
import { readEpub } from '../../indexer/read/epub.js';
import type { FileContent } from '../../indexer/read/file-content.js';
import { readRtf } from '../../indexer/read/rtf/read-rtf.js';

interface Truth {
  readonly file: string;
  readonly kind: string;
  readonly body_chars: number;
  readonly must_contain: readonly string[];
  readonly furniture_examples: readonly string[];
}

const READERS: ReadonlyMap<string, (bytes: Uint8Array, name: string) => Promise<FileContent>> = new Map([
  ['docx', readDocx],
  ['doc', readDoc],
  ['wps', readDoc],
  ['rtf', readRtf],
  ['epub', readEpub],
]);
const data = new URL('../../../shared/data/', import.meta.url);
const truthFile = new URL('files-truth/truth.jsonl', data);
const isThere = existsSync(truthFile);
const truths = (isThere ? readFileSync(truthFile, 'utf8').trim().split('\n') : [])
  .map((line) => JSON.parse(line) as Truth)
  .filter(({ kind, file }) => READERS.has(kind) && !file.startsWith('doc_is_html'));

const plain = (text: string): string => text.replace(/\s/gu, '');

describe.skipIf(!isThere)('real files of word processors (skipped where ../shared/data is absent)', () => {
  it('are there', () => {
    expect(truths.length).toBeGreaterThan(25);
  });

  it.each(truths.map((truth) => [truth.file, truth] as const))('%s is read whole', async (file, truth) => {
    const read = READERS.get(truth.kind);
    const content = await read?.(readFileSync(new URL(`files/${encodeURIComponent(file)}`, data)), file);
    const text = plain(content?.text ?? '');
    expect(truth.must_contain.filter((phrase) => !text.includes(plain(phrase)))).toEqual([]);
    expect(truth.furniture_examples.filter((phrase) => text.includes(plain(phrase)))).toEqual([]);
    expect(text.length).toBeGreaterThanOrEqual(truth.body_chars);
  });
});

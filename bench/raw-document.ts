/** A text by itself, as no reader of a file gives it: what a measure or a test is not about is empty. */
import type { RawDocument } from '../indexer/model.js';

export function rawDocument(text: string, known: Partial<RawDocument> = {}): RawDocument {
  return {
    id: 'a',
    path: 'a.txt',
    text,
    textEn: null,
    given: {},
    extra: {},
    sha256: '',
    bytes: text.length,
    format: 'txt',
    encoding: null,
    facts: null,
    attachments: [],
    attachmentOf: null,
    warnings: [],
    ...known,
  };
}

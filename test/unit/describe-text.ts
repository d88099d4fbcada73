/** Describes a text as the indexer does: read, cleaned, described. */
import { clean } from '../../indexer/clean/clean.js';
import { describe } from '../../indexer/describe/describe.js';
import type { Description, RawDocument } from '../../indexer/model.js';
import { parseGiven } from '../../indexer/read/given-metadata.js';

/** @param fields  As a user writes them, checked as they are read. */
export function describeText(text: string, fields: object = {}): Description {
  const kind = Object.keys(fields).length > 0 ? 'jsonl' : 'text';
  const { given, extra, warnings } = parseGiven(fields, 'a.txt');
  const raw: RawDocument = {
    id: 'a',
    path: 'a.txt',
    text,
    textEn: null,
    given,
    extra,
    sha256: '',
    bytes: text.length,
    format: 'txt' as const,
    encoding: null,
    facts: null,
    attachments: [],
    attachmentOf: null,
    warnings,
  };
  return describe({ raw, cleaned: clean(text, { kind }) });
}

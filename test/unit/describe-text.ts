/** Describes a text as the indexer does: read, cleaned, described. */
import { rawDocument } from '../../bench/raw-document.js';
import { clean } from '../../indexer/clean/clean.js';
import { describe } from '../../indexer/describe/describe.js';
import type { Description } from '../../indexer/model.js';
import { parseGiven } from '../../indexer/read/given-metadata.js';

/** @param fields  As a user writes them, checked as they are read. */
export function describeText(text: string, fields: object = {}): Description {
  const kind = Object.keys(fields).length > 0 ? 'jsonl' : 'text';
  const { given, extra, warnings } = parseGiven(fields, 'a.txt');
  return describe({ raw: rawDocument(text, { given, extra, warnings }), cleaned: clean(text, { kind }) });
}

/** Describes a text as the indexer does: read, cleaned, described. */
import { clean } from '../../indexer/clean/clean.js';
import { describe } from '../../indexer/describe/describe.js';
import type { Description, RawDocument } from '../../indexer/model.js';

export function describeText(text: string, given: RawDocument['given'] = {}): Description {
  const kind = Object.keys(given).length > 0 ? 'jsonl' : 'text';
  const raw: RawDocument = {
    id: 'a',
    path: 'a.txt',
    text,
    textEn: null,
    given,
    sha256: '',
    bytes: text.length,
    warnings: [],
  };
  return describe({ raw, cleaned: clean(text, { kind }) });
}

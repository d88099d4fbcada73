/** All that becomes of files, in a form to be read and compared: without what differs from place to place. */
import { fileURLToPath } from 'node:url';
import { DESCRIBED_FIELDS } from '../../core/model.js';
import { parseDocument } from '../../indexer/parse-document.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { readDocuments } from '../../indexer/read/read.js';
import { readRaw } from '../../indexer/read/read-raw.js';

type Understood = Readonly<Record<string, unknown>>;

export async function understoodFiles(path: URL): Promise<readonly Understood[]> {
  const { files, skipped } = await listFiles([fileURLToPath(path)]);
  const understood: Understood[] = skipped.map(({ error }) => ({ skipped: error.code }));
  for await (const read of readDocuments(files)) {
    const entry = read.path.split('/source.')[1] ?? '';
    if ('error' in read) {
      understood.push({ entry, skipped: read.error.code });
      continue;
    }
    const { document, clauses } = parseDocument(await readRaw(read), '2026-11-28T00:00:00.000Z');
    const { format, linkOrigin, warnings, cuts, extra, file } = document;
    const fields = DESCRIBED_FIELDS.filter((field) => document.provenance[field] !== undefined).map(
      (field) => [field, { value: document[field], from: document.provenance[field] }] as const,
    );
    understood.push({
      entry,
      format,
      encoding: file.encoding,
      ...Object.fromEntries(fields),
      linkOrigin,
      extra,
      warnings: warnings.map(({ code }) => code),
      clauses: clauses.map(({ kind, locator, text }) => `${kind} ${locator}| ${text}`),
      cuts: cuts.map(({ rule, text }) => `${rule}| ${text}`),
    });
  }
  return understood;
}

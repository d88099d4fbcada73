/** Real texts, read by the indexer's own road: the seeds, the policies and, up to a number of clauses, the laws. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PolicyError } from '../../core/errors.js';
import { type AnalyzedDocument, analyzeDocument } from '../../engine/entry.js';
import type { IndexBuild } from '../../engine/index-build.js';
import { parseDocument } from '../../indexer/parse-document.js';
import { listFiles } from '../../indexer/read/list-files.js';
import { type ReadDocument, readDocuments } from '../../indexer/read/read.js';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const SEEDS = at('seeds');
const POLICIES = at('../shared/data/policies');
const LAWS = ['cn', 'tw'].map((land) => at(`../shared/data/corpora/${land}-laws.jsonl.gz`));

/** What is not there, and so not read; null where all is. */
export const missingTexts = [POLICIES, ...LAWS].every(existsSync)
  ? null
  : 'the seeds alone: no ../shared/data';

/** @param lawClauses  Of the laws: so many clauses, half of the mainland's and half of Taiwan's. */
export async function realTexts(lawClauses: number): Promise<AnalyzedDocument[]> {
  const found = new Map<string, AnalyzedDocument>();
  const read = async (path: string, most: number): Promise<void> => {
    let clauses = 0;
    for await (const raw of readDocuments((await listFiles([path])).files)) {
      if (clauses >= most) return;
      const analyzed = 'error' in raw ? null : parsed(raw);
      if (analyzed === null || found.has(analyzed.document.id)) continue;
      found.set(analyzed.document.id, analyzed);
      clauses += analyzed.clauses.length;
    }
  };
  await read(SEEDS, Number.POSITIVE_INFINITY);
  if (missingTexts === null) {
    await read(POLICIES, Number.POSITIVE_INFINITY);
    for (const law of LAWS) await read(law, lawClauses / LAWS.length);
  }
  return [...found.values()];
}

function parsed(raw: ReadDocument): AnalyzedDocument | null {
  try {
    const { document, clauses } = parseDocument(raw, '2026-01-01T00:00:00Z');
    return analyzeDocument(document, clauses, raw.text, raw.origin);
  } catch (error) {
    if (error instanceof PolicyError) return null; // without text
    throw error;
  }
}

const BATCH = 200; // documents

export async function loadInto(build: IndexBuild, documents: readonly AnalyzedDocument[]): Promise<void> {
  for (let start = 0; start < documents.length; start += BATCH) {
    await build.add(documents.slice(start, start + BATCH));
  }
  await build.commit();
}

/**
 * A thread of the indexer: documents as read in, documents as an engine takes them out.
 */

import { PolicyError } from '../core/errors.js';
import { type AnalyzedDocument, analyzeDocument } from '../engine/entry.js';
import { clean } from './clean/clean.js';
import { describe } from './describe/describe.js';
import type { Description } from './model.js';
import { parseDocument } from './parse-document.js';
import type { ReadDocument } from './read/read.js';
import { type PackedText, readContent } from './read/read-content.js';
import { openPdfProcess } from './read-pdf-apart.js';
import { failureOf, type SkippedInput } from './report.js';

export interface ParseTask {
  readonly documents: readonly ReadDocument[];
  readonly indexedAt: string;
  /** Shared: how many of the documents are begun. Whoever waits sees which one takes its time. */
  readonly begun: Int32Array;
}

/** Of this thread; it ends with it. */
const pdf = openPdfProcess();

export type ParsedInput = AnalyzedDocument | SkippedInput;

/** @returns  One for each document, in their order. What fails, for whatever reason, fails alone. */
export default async function parseBatch({ documents, indexedAt, begun }: ParseTask): Promise<ParsedInput[]> {
  const parsed: ParsedInput[] = [];
  for (const raw of documents) {
    Atomics.add(begun, 0, 1);
    parsed.push(await parseOne(raw, indexedAt));
  }
  return parsed;
}

async function parseOne(read: ReadDocument, indexedAt: string): Promise<ParsedInput> {
  try {
    const raw = await withText(read);
    const notice = read.noticePage === undefined ? null : await describeNotice(read, read.noticePage);
    const { document, clauses } = parseDocument(raw, indexedAt, notice);
    JSON.stringify(document); // as engines write it: what cannot be written must fail here, not there
    return analyzeDocument(document, clauses, raw.text, raw.origin);
  } catch (error) {
    const known = error instanceof PolicyError ? error : PolicyError.internalError(read.path, error);
    return failureOf(read.path, known);
  }
}

/** A notice that cannot be read says nothing of its annex. */
async function describeNotice(annex: ReadDocument, packed: PackedText): Promise<Description | null> {
  const given = { given: {}, extra: {}, attachments: [], attachmentOf: null };
  const raw = await readContent({ ...annex, ...given, packed }, pdf.read).catch(() => null);
  if (raw === null) return null;
  const cleaned = clean(raw.text, { kind: 'file', furniture: raw.facts?.furniture ?? [] });
  return describe({ raw, cleaned });
}

async function withText({ packed, noticePage: _, ...raw }: ReadDocument): Promise<ReadDocument> {
  return packed === undefined ? raw : { ...raw, ...(await readContent({ ...raw, packed }, pdf.read)) };
}

/**
 * A thread of the indexer: documents as read in, documents as an engine takes them out.
 */

import { PolicyError } from '../core/errors.js';
import { type AnalyzedDocument, analyzeDocument } from '../engine/entry.js';
import { parseDocument } from './parse-document.js';
import type { ReadDocument } from './read/read.js';
import { failureOf, type SkippedInput } from './report.js';

export interface ParseTask {
  readonly documents: readonly ReadDocument[];
  readonly indexedAt: string;
}

export type ParsedInput = AnalyzedDocument | SkippedInput;

/** @returns  One for each document, in their order. What fails, for whatever reason, fails alone. */
export default function parseBatch({ documents, indexedAt }: ParseTask): ParsedInput[] {
  return documents.map((raw) => {
    try {
      const { document, clauses } = parseDocument(raw, indexedAt);
      JSON.stringify(document); // as engines write it: what cannot be written must fail here, not there
      return analyzeDocument(document, clauses, raw.text, raw.origin);
    } catch (error) {
      const known = error instanceof PolicyError ? error : PolicyError.internalError(raw.path, error);
      return failureOf(raw.path, known);
    }
  });
}

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

export default function parseBatch({ documents, indexedAt }: ParseTask): ParsedInput[] {
  return documents.map((raw) => {
    try {
      const { document, clauses } = parseDocument(raw, indexedAt);
      return analyzeDocument(document, clauses, raw.text);
    } catch (error) {
      if (!(error instanceof PolicyError)) throw new Error(`${raw.path}: ${String(error)}`, { cause: error });
      return failureOf(raw.path, error);
    }
  });
}

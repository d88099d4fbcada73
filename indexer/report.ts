/**
 * What a run says of itself, for people and for scripts: the JSON of `--report`.
 */

import type { ErrorCode, PolicyError } from '../core/errors.js';
import type { FileFormat, PolicyDocument, Warning } from '../core/model.js';
import type { AnalyzedDocument } from '../engine/entry.js';
import type { HeldBack } from './claims.js';

export interface SkippedInput {
  readonly path: string;
  readonly code: ErrorCode;
  readonly message: string;
  readonly remedy: string;
  /** Of a fault of ours: where. */
  readonly stack?: string;
}

/** What every run keeps of a document: of a hundred thousand, the rest is most of what would be in memory. */
export interface BriefDocument {
  readonly clauses: number;
  readonly warnings: readonly Warning[];
  readonly sha256: string;
}

export interface ReportedDocument extends BriefDocument {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly issuingBodies: readonly string[];
  readonly documentNumber: string | null;
  readonly publishedOn: string | null;
  readonly cities: readonly string[];
  readonly themes: readonly string[];
  readonly type: string | null;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly provenance: PolicyDocument['provenance'];
  /** What was cut off, by which rule; offsets into the text as it came. */
  readonly cuts: readonly {
    readonly rule: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

export interface Report {
  /** In full where they are to be reported. */
  readonly documents: readonly BriefDocument[];
  readonly skipped: readonly SkippedInput[];
  /** Of an update: what stays in the index although it was not found. */
  readonly heldBack: readonly HeldBack[];
}

/** What a run did not read and should have: parts of saved pages are read with their page, if at all. */
export function missedIn({ skipped }: Pick<Report, 'skipped'>): readonly SkippedInput[] {
  return skipped.filter(({ code }) => code !== 'part_of_page');
}

export function failureOf(path: string, { code, message, remedy, cause }: PolicyError): SkippedInput {
  const stack = code === 'internal_error' && cause instanceof Error ? cause.stack : undefined;
  return { path, code, message, remedy, ...(stack === undefined ? {} : { stack }) };
}

export function briefOf({ document: { warnings, file }, clauses }: AnalyzedDocument): BriefDocument {
  return { clauses: clauses.length, warnings, sha256: file.sha256 };
}

export function reportOf(analyzed: AnalyzedDocument): ReportedDocument {
  const { document } = analyzed;
  return {
    ...briefOf(analyzed),
    id: document.id,
    path: document.file.path,
    title: document.title,
    issuingBodies: document.issuingBodies,
    documentNumber: document.documentNumber?.text ?? null,
    publishedOn: document.publishedOn,
    cities: document.cities,
    themes: document.themes,
    type: document.type,
    format: document.format,
    encoding: document.file.encoding,
    provenance: document.provenance,
    cuts: document.cuts,
  };
}

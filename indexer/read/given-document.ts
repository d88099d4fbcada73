/**
 * One document that is given as an object: a line of a JSONL file, or an item of a JSON array.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { FileFormat, Warning } from '../../core/model.js';
import type { RawDocument } from '../model.js';
import { idAsGiven, idOfLine } from './document-id.js';
import { loneSurrogates } from './encoding.js';
import { malformed, parseGiven } from './given-metadata.js';
import type { InputFile } from './list-files.js';
import { withOurNames } from './sheets/named-object.js';
import { wellFormed } from './well-formed.js';

export interface GivenObject {
  readonly value: unknown;
  /** What its hash is of: the line, or the item written again. */
  readonly bytes: Uint8Array;
  /** Shown in messages: `laws.jsonl, line 12`. */
  readonly where: string;
  /** `laws.jsonl#12` */
  readonly path: string;
  readonly warnings: readonly Warning[];
}

/** @throws PolicyError `malformed_document` where it is no object, or has no title or no text. */
export function readGivenDocument(
  { value, bytes, where, path, warnings }: GivenObject,
  file: InputFile,
  format: FileFormat,
): RawDocument {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(where, 'it is no JSON object', 'Write {"title": "…", "text": "…"}.');
  }
  const { title, text: printed, ...rest } = withOurNames(value as Readonly<Record<string, unknown>>);
  const fault = missingField('title', title) ?? missingField('text', printed);
  if (fault !== null || typeof printed !== 'string') {
    throw malformed(
      where,
      fault ?? '',
      'Each document needs a title and a text: {"title": "…", "text": "…"}.',
    );
  }
  const { text, replaced } = wellFormed(printed);
  const checked = parseGiven({ ...rest, title }, where);
  const { textEn, ...given } = checked.given;
  const named = given.id == null ? null : idAsGiven(given.id);
  const stem = basename(file.name).replace(
    /\.(?:jsonl|ndjson)(?:\.gz)?$|\.(?:json|csv|tsv|xlsx|xlsm|xls)$/i,
    '',
  );
  return {
    id: named?.id ?? idOfLine(stem, [given.title, given.publishedOn, given.documentNumber]),
    path,
    text,
    textEn: textEn ?? null,
    given,
    extra: checked.extra,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    format,
    encoding: null,
    facts: null,
    attachments: [],
    attachmentOf: null,
    warnings: [
      ...warnings,
      ...(replaced === 0 ? [] : [loneSurrogates(replaced)]),
      ...checked.warnings,
      ...(named?.warnings ?? []),
    ],
  };
}

function missingField(name: string, value: unknown): string | null {
  if (value === undefined || value === null) return `it has no ${name}`;
  if (typeof value !== 'string') return `its ${name} is no text`;
  return /\S/u.test(value) ? null : `its ${name} is empty`;
}

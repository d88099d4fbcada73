/**
 * `--explain`: one file as it was understood, for whoever wonders: what it is, what is known of it and from where, its clauses with
 * their labels, what was cut off.
 */
import type { Readable } from 'node:stream';
import { DESCRIBED_FIELDS, type PolicyDocument } from '../core/model.js';
import { type InputOptions, listInputs } from './list-inputs.js';
import { parseDocument } from './parse-document.js';
import { readDocuments } from './read/read.js';
import { readRaw } from './read/read-raw.js';
import { openPdfProcess } from './read-pdf-apart.js';
import { printable } from './summary.js';

const PROVENANCE = { given: 'given', extracted: 'printed', derived: 'concluded' } as const;
/** Of a cut, so many characters are shown. */
const SHOWN = 60;

/** @yields  Text for a terminal, a document after the other. What cannot be read is a line that says why. */
export async function* explainFiles(
  options: InputOptions,
  stdin: Readable,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const { listed, close } = await listInputs(options, stdin, signal);
  const pdf = openPdfProcess();
  try {
    for (const { path, error } of listed.skipped) yield unread(path, error);
    for await (const read of readDocuments(listed.files)) {
      signal.throwIfAborted();
      if ('error' in read) yield unread(read.path, read.error);
      else {
        try {
          yield explained(parseDocument(await readRaw(read, pdf.read), new Date().toISOString()));
        } catch (error) {
          yield unread(read.path, error as Error);
        }
      }
    }
  } finally {
    pdf.close();
    await close();
  }
}

function explained({ document, clauses }: ReturnType<typeof parseDocument>): string {
  const { file, format, warnings, cuts } = document;
  const lines = [
    `${file.path}  (${[format, file.encoding, `${file.bytes} bytes`].filter(Boolean).join(', ')}; id ${document.id})`,
    ...DESCRIBED_FIELDS.flatMap((field) => fieldLine(document, field)),
    ...warnings.map(({ code, message }) => `  ! ${code}: ${message}`),
    '',
    ...clauses.map(({ kind, locator, text }) => `  ${kind.padEnd(8)}${locator.padEnd(12)}${firstLine(text)}`),
    '',
    ...cuts.map(({ rule, start, end, text }) => `  cut ${rule} ${start}-${end}: ${firstLine(text)}`),
  ];
  return `${lines.map(printable).join('\n')}\n\n`;
}

function fieldLine(document: PolicyDocument, field: (typeof DESCRIBED_FIELDS)[number]): string[] {
  const value = document[field];
  const isNothing = value === null || (Array.isArray(value) && value.length === 0);
  if (isNothing) return [];
  const from = PROVENANCE[document.provenance[field] ?? 'derived'];
  const link = field === 'source' && document.linkOrigin !== null ? `, link: ${document.linkOrigin}` : '';
  return [`  ${field.padEnd(16)}${shown(value)}  (${from}${link})`];
}

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(shown).join('、');
  const { text, name, url } = value as { text?: string; name?: string | null; url?: string | null };
  return text ?? [name, url].filter((part) => part != null).join(' ');
}

function firstLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}

function unread(path: string, error: Error & { readonly remedy?: string }): string {
  return `${printable(`${path}: ${error.message}\n  ${error.remedy ?? ''}`)}\n\n`;
}

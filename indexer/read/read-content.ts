/**
 * The text of a file of any format but plain text, in a thread: one reader a format, each a function of the bytes alone.
 */
import { basename } from 'node:path';
import type { FileFormat } from '../../core/model.js';
import type { RawDocument, SavedFrom } from '../model.js';
import type { FileContent } from './file-content.js';
import type { PackedDocument } from './read-packed.js';

export interface PackedText {
  readonly bytes: Uint8Array;
  readonly format: PackedFormat;
  /** Below the path that was named. */
  readonly name: string;
  /** Where it was fetched as its archive or its folder says; what the file itself says comes first. */
  readonly elsewhere: SavedFrom | null;
}

/** @param name  Of the file alone, for messages. */
export type Reader = (bytes: Uint8Array, name: string) => FileContent | Promise<FileContent>;

/** Loaded when the first file of the format comes: together they take half a second of every thread. */
const READERS = {
  html: async () => (await import('./html/read-html.js')).readHtml,
  mhtml: async () => (await import('./mhtml.js')).readMhtml,
  docx: async () => (await import('./docx/read-docx.js')).readDocx,
  doc: async () => (await import('./doc/read-doc.js')).readDoc,
  odt: async () => (await import('./odt/read-odt.js')).readOdt,
  rtf: async () => (await import('./rtf/read-rtf.js')).readRtf,
  epub: async () => (await import('./epub.js')).readEpub,
  pdf: async () => (await import('./pdf/read-pdf.js')).readPdf,
} as const satisfies Partial<Record<FileFormat, () => Promise<Reader>>>;

/** A format of texts that is read in a thread. */
export type PackedFormat = keyof typeof READERS;

/**
 * @param pdf  Who reads PDFs, in a process apart; without it they are read here.
 * @throws PolicyError where there is no text to be had: the code says why.
 */
export async function readContent({ packed, ...raw }: PackedDocument, pdf?: Reader): Promise<RawDocument> {
  const { bytes, format, name, elsewhere } = packed;
  const read = (format === 'pdf' && pdf) || (await READERS[format]());
  const content = await read(bytes, basename(name));
  return withContent(raw, content, elsewhere);
}

export function withContent(
  raw: RawDocument,
  content: FileContent,
  elsewhere: SavedFrom | null = null,
): RawDocument {
  const { text, encoding, furniture, said, savedFrom, warnings } = content;
  return {
    ...raw,
    text,
    format: content.format,
    encoding,
    facts: { furniture, said, savedFrom: savedFrom ?? elsewhere },
    warnings: [...warnings, ...raw.warnings],
  };
}

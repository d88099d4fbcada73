/**
 * The text of a file of any format but plain text, in a thread: one reader a format, each a function of the bytes alone.
 */
import { basename } from 'node:path';
import type { FileFormat } from '../../core/model.js';
import type { RawDocument, SavedFrom } from '../model.js';
import { readDoc } from './doc/read-doc.js';
import { readDocx } from './docx/read-docx.js';
import { readEpub } from './epub.js';
import type { FileContent } from './file-content.js';
import { readHtml } from './html/read-html.js';
import { readMhtml } from './mhtml.js';
import { readOdt } from './odt/read-odt.js';
import { readPdf } from './pdf/read-pdf.js';
import type { PackedDocument } from './read-packed.js';
import { readRtf } from './rtf/read-rtf.js';

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

const READERS = {
  html: readHtml,
  mhtml: readMhtml,
  docx: readDocx,
  doc: readDoc,
  odt: readOdt,
  rtf: readRtf,
  epub: readEpub,
  pdf: readPdf,
} as const satisfies Partial<Record<FileFormat, Reader>>;

/** A format of texts that is read in a thread. */
export type PackedFormat = keyof typeof READERS;

/**
 * @param pdf  Who reads PDFs: here, or in a process apart.
 * @throws PolicyError where there is no text to be had: the code says why.
 */
export async function readContent(
  { packed, ...raw }: PackedDocument,
  pdf: Reader = readPdf,
): Promise<RawDocument> {
  const { bytes, format, name, elsewhere } = packed;
  const read: Reader = format === 'pdf' ? pdf : READERS[format];
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

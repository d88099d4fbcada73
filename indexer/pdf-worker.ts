/** A process that reads PDFs: pdf.js may ask for more memory than there is, and that ends whatever process it is in. */
import { PolicyError } from '../core/errors.js';
import type { FileContent } from './read/file-content.js';
import { readPdf } from './read/pdf/read-pdf.js';
import { failureOf, type SkippedInput } from './report.js';

export interface PdfTask {
  readonly bytes: Uint8Array;
  readonly name: string;
}

/** @returns  Why it cannot be read, where it cannot: an error that crosses processes loses its class. */
export default async function parsePdf({ bytes, name }: PdfTask): Promise<FileContent | SkippedInput> {
  try {
    return await readPdf(bytes, name);
  } catch (error) {
    return failureOf(name, error instanceof PolicyError ? error : PolicyError.internalError(name, error));
  }
}

import { PolicyError } from '../../core/errors.js';

/**
 * Most bytes of one document: a text file, or a line of a JSONL file. The longest statute we know has
 * two million characters, 6 MB; past this a file is a dump of many texts, or damaged.
 */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;
/** Of a page, a Word or a PDF file, most of which is pictures. */
export const MAX_FILE_BYTES = 256 * 1024 * 1024;

export function emptyFile(): PolicyError {
  return new PolicyError(
    'unreadable_file',
    'The file is empty.',
    'Put the text into it, or take it out of the folder.',
  );
}

export function tooLarge(what: string, bytes: number, limit = MAX_DOCUMENT_BYTES): PolicyError {
  const megabytes = (size: number): string => `${(size / 1024 / 1024).toFixed(1)} MB`;
  return new PolicyError(
    'unreadable_file',
    `${what} has ${megabytes(bytes)}; one document is at most ${megabytes(limit)}.`,
    'Split it into one file a document, or give it as JSONL, one document a line.',
  );
}

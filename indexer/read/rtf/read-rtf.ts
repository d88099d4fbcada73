/**
 * RTF, as Word and WPS write it: bytes in the encoding of their font, `\u` with what older programs print instead, groups that
 * are no text. Numbers of lists stand in it as they are printed.
 *
 * @see  Rich Text Format Specification 1.9.1.
 */
import { PolicyError } from '../../../core/errors.js';
import { cutOff } from '../cut-off.js';
import type { FileContent } from '../file-content.js';
import { wordContent } from '../word-content.js';
import { createReader } from './reader.js';
import { readTokens } from './tokens.js';

/** @throws  PolicyError `unreadable_file` where it is no RTF; `page_without_text`. */
export async function readRtf(bytes: Uint8Array, name: string): Promise<FileContent> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!/^\s{0,100}\{\\rtf/.test(file.toString('latin1', 0, 120))) throw noRtf(name);
  const reader = createReader();
  readTokens(file, reader);
  const { body, header, title, isOpen } = reader.end();
  const content = wordContent({ name, format: 'rtf', flow: body, header, title });
  return isOpen ? { ...content, warnings: [...content.warnings, cutOff()] } : content;
}

function noRtf(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} is no RTF.`,
    'Open it in Word or WPS and save it anew as .docx, or get it from its source again.',
  );
}

/**
 * Values of facets as the engine keeps them apart.
 *
 * Meilisearch compares values of filters and counts facets after NFKD, lower case and trimming, and cuts them at 479
 * bytes. A value that would change under that is stored by its code units instead; one that is too long, by its SHA-256,
 * and the index says which value that is.
 */
import { createHash } from 'node:crypto';

const MARK = '~';
const MOST_BYTES = 400;

export function facetCode(value: string): string {
  const plain = value.normalize('NFKD').toLowerCase().trim();
  const code = plain === value ? storedText(value) : MARK + unitsOf(value);
  if (Buffer.byteLength(code) <= MOST_BYTES) return code;
  return MARK + MARK + createHash('sha256').update(value, 'utf16le').digest('hex');
}

/** Whether the value cannot be read from its code, and has to be kept beside it. */
export function isLongValue(value: string): boolean {
  return facetCode(value).startsWith(MARK + MARK);
}

/** @param long  Values too long for a code of their own, by code, as `storedText` has them. */
export function facetValue(code: string, long: Readonly<Record<string, string>>): string {
  if (!code.startsWith(MARK)) return code;
  return readStored(long[code] ?? code);
}

/** A text that is given back but not compared. Half a character in it, and the engine refuses the whole payload. */
export function storedText(text: string): string {
  return text.isWellFormed() && !text.startsWith(MARK) ? text : MARK + unitsOf(text);
}

export function readStored(stored: string): string {
  return stored.startsWith(MARK) ? Buffer.from(stored.slice(MARK.length), 'hex').toString('utf16le') : stored;
}

function unitsOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('hex');
}

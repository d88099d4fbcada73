/**
 * Whether what a PDF says it prints is a text. Fonts without a map to Unicode give characters that nobody wrote, and scans give none.
 */
import { PolicyError } from '../../../core/errors.js';
import { commonCharacters } from '../common-characters.js';

/** Of the letters, what may be of no script that policy texts are written in. */
const MOST_FOREIGN = 0.4;
/** Of the ideographs, what everyday Chinese is made of, at the least; measured: 0.5 to 0.7 in policy texts. */
const LEAST_COMMON = 0.12;
/** In fewer ideographs nothing can be counted. */
const ENOUGH = 100;
/** Of all characters, what may be unmapped. */
const MOST_UNMAPPED = 0.3;

/** @throws PolicyError `fonts_without_text` */
export function assertLegible(text: string, name: string): void {
  if (!isLegible(text)) {
    throw new PolicyError(
      'fonts_without_text',
      `The fonts of ${name} do not say which characters they draw: its text cannot be read.`,
      'Get the text in another form (the page, a Word file), or run text recognition (OCR) over the PDF.',
    );
  }
}

function isLegible(text: string): boolean {
  const characters = count(text, /\S/gu);
  const unmapped = count(text, /[\p{Co}\p{Cn}\ufffd]/gu);
  if (unmapped > characters * MOST_UNMAPPED) return false;
  const letters = count(text, /\p{L}/gu);
  const known = count(
    text,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}a-z]/giu,
  );
  if (letters - known > letters * MOST_FOREIGN) return false;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return (
    han.length < ENOUGH || han.filter((one) => commonCharacters.has(one)).length >= han.length * LEAST_COMMON
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A page with fewer characters of its own holds a picture, and at the most a stamp. */
const LEAST_ON_PAGE = 30;
/** Of the pages, how many must hold text. */
const LEAST_PAGES = 0.2;

/**
 * @param pages  Of each page, what is printed on it and on no other: without running heads and watermarks.
 * @throws       PolicyError `scanned_pages`
 */
export function assertNotScanned(pages: readonly string[], hasImages: boolean, name: string): void {
  const lengths = pages.map((text) => count(text, /\S/gu));
  const withText = lengths.filter((length) => length >= LEAST_ON_PAGE).length;
  const isEmpty = lengths.every((length) => length === 0);
  if (!isEmpty && (!hasImages || withText > pages.length * LEAST_PAGES)) return;
  throw new PolicyError(
    'scanned_pages',
    `The pages of ${name} are pictures: there is no text to be read.`,
    'Run text recognition (OCR) over it and index the result, or find the text in another form.',
  );
}

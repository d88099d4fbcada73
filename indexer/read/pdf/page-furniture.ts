/**
 * What is printed at the head and the foot of pages and is no part of the text: running heads, page numbers, and what a browser
 * prints around a page (day and title above, address and number below).
 */
import type { PrintedLine } from './lines.js';

export type FurnitureRule = 'running-head' | 'page-number' | 'footer' | 'watermark';

export interface SheetLines {
  readonly height: number;
  readonly lines: readonly PrintedLine[];
}

/** So many lines at the head, and at the foot, may be furniture. */
const DEEPEST = 3;
/** Points by which the same line may stand higher or lower. */
const SAME_HEIGHT = 5;
/** Odd and even pages may have heads of their own. */
const SHARE_OF_PAGES = 0.4;
/** Of a page's height: what is no part of the text stands in this strip at its head or foot. */
const STRIP = 0.13;
/** A line that repeats could be the text's first a little further in. */
const STRIP_OF_HEADS = 0.1;

const PAGE_NUMBER =
  /^(?:[-—–―－─·•.~～\s]{0,6}\d{1,4}[-—–―－─·•.~～\s]{0,6}|第?\s{0,3}\d{1,4}\s{0,3}页(?:[\s，,/]{0,4}共?\s{0,3}\d{1,4}\s{0,3}[页頁])?|第\s{0,3}\d{1,4}\s{0,3}頁|\d{1,4}\s{0,2}\/\s{0,2}\d{1,4}|page\s{1,3}\d{1,4}(?:\s{1,3}of\s{1,3}\d{1,4})?|[-—\s]{0,4}[ivxl]{1,6}[-—\s]{0,4})$/iu;
/** Day and time, and the title behind them. */
const STAMP = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s{0,3}(?:[上下]午\s{0,3})?\d{1,2}:\d{2}(?!\d)/u;
const ADDRESS = /^(?:https?|file|about|chrome-extension|edge):[^\s]{1,2000}$/iu;

/** Of each line that is furniture, what it is. */
export function furnitureOf(pages: readonly SheetLines[]): ReadonlyMap<PrintedLine, FurnitureRule> {
  const found = new Map<PrintedLine, FurnitureRule>();
  for (const { height, lines } of pages) {
    for (const line of edgesOf(lines)) {
      const rule = printedByBrowser(line, height) ?? numberOf(line, height);
      if (rule !== null) found.set(line, rule);
    }
  }
  for (const [line, rule] of repeatedOf(pages)) if (!found.has(line)) found.set(line, rule);
  return found;
}

/** Whether a browser printed it, which says so around the page. */
export function isPrintedPage(lines: Iterable<PrintedLine>): boolean {
  return [...lines].some(({ segments }) =>
    segments.some(({ text }) => STAMP.test(text) || ADDRESS.test(text)),
  );
}

/** The address that a browser printed under the page, where it is whole. */
export function printedAddress(lines: Iterable<PrintedLine>): string | null {
  for (const { segments } of lines) {
    const address = segments.find(
      ({ text }) => /^https?:\/\/[^\s…]{4,2000}$/iu.test(text) && !text.includes('...'),
    );
    if (address !== undefined) return address.text;
  }
  return null;
}

function edgesOf(lines: readonly PrintedLine[]): readonly PrintedLine[] {
  return lines.length <= DEEPEST * 2 ? lines : [...lines.slice(0, DEEPEST), ...lines.slice(-DEEPEST)];
}

function isInStrip({ baseline }: PrintedLine, height: number, strip = STRIP): boolean {
  return baseline < height * strip || baseline > height * (1 - strip);
}

function printedByBrowser(line: PrintedLine, height: number): FurnitureRule | null {
  if (line.baseline > height * 0.06 && line.baseline < height * 0.94) return null;
  if (line.segments.some(({ text }) => STAMP.test(text))) return 'running-head';
  return line.segments.some(({ text }) => ADDRESS.test(text)) ? 'footer' : null;
}

function numberOf(line: PrintedLine, height: number): FurnitureRule | null {
  return isInStrip(line, height) && PAGE_NUMBER.test(line.text.normalize('NFKC')) ? 'page-number' : null;
}

/** Lines that stand at the same height, digits aside, on two pages of five, and on two at least. */
function* repeatedOf(pages: readonly SheetLines[]): Generator<readonly [PrintedLine, FurnitureRule]> {
  const least = Math.max(2, Math.ceil(pages.length * SHARE_OF_PAGES));
  if (pages.length < least) return;
  const places = new Map<string, { readonly line: PrintedLine; readonly page: number }[]>();
  for (const [page, { height, lines }] of pages.entries()) {
    for (const line of edgesOf(lines).filter((one) => isInStrip(one, height, STRIP_OF_HEADS))) {
      const key = line.text.replace(/\s/gu, '').replace(/\d{1,9}/gu, '#');
      places.set(key, [...(places.get(key) ?? []), { line, page }]);
    }
  }
  for (const same of places.values()) {
    if (same.length < least) continue;
    for (const { line } of same) {
      const at = same.filter((other) => Math.abs(other.line.baseline - line.baseline) <= SAME_HEIGHT);
      if (new Set(at.map(({ page }) => page)).size >= least) yield [line, 'running-head'];
    }
  }
}

/**
 * A saved page: its text with the title above it, and beside it menus, records and footers, each named.
 *
 * No script runs, nothing is fetched.
 */
import { cutOff } from '../cut-off.js';
import type { FileContent, Furniture } from '../file-content.js';
import { type Document, parseMarkup } from '../parse-markup.js';
import { annexLinks } from './annex-links.js';
import { decodePage } from './decode-html.js';
import { recordLines } from './line-rules.js';
import { mainText } from './main-text.js';
import { joinsValue, nameFurniture } from './name-furniture.js';
import { withoutText } from './no-text.js';
import { type PrintedPage, printBlocks, type Range } from './print-blocks.js';
import { MOST_ELEMENTS, readableText } from './readability.js';
import { saidByPage } from './said.js';
import { savedFrom } from './saved-from.js';
import { hiddenBySheets } from './style-sheets.js';
import { belowRecord, titleAbove } from './title-above.js';
import { type WeighedPage, weigh } from './weigh-blocks.js';

/**
 * @param addresses  Where the archive that the page is in says that it was saved from, the surest first.
 * @throws PolicyError `unreadable_file` where the bytes are no text or nest too deep; `page_without_text` where the page is a list,
 *   a frame, an error, or is filled by a script.
 */
export function readHtml(bytes: Uint8Array, _name: string, addresses: readonly string[] = []): FileContent {
  const { text: markup, encoding, warnings } = decodePage(bytes);
  const root = parseMarkup(markup, 'html');
  const page = weigh(printed(root));
  const { said, called, ...own } = saidByPage(root);
  const vote = (): string | null => (page.ranges.size > MOST_ELEMENTS ? null : readableText(markup));
  const main = belowRecord(page, mainText(page, vote), called);
  const title = titleAbove(page, main, called);
  const first = Math.min(main.first, ...title);
  const links = annexLinks(root, page.ranges, { first, end: Math.min(main.end + NEAR, page.blocks.length) });
  const fault = withoutText(page, root, { main, title, annexes: links, called });
  if (fault !== null) throw fault;
  const rules = nameFurniture(page, { main, title });
  const { text, furniture } = assemble(page, rules);
  return {
    format: 'html',
    text,
    furniture,
    said: { ...closingDay(page, main), ...splitDay(page, main), ...said },
    savedFrom: savedFrom(markup, own, addresses),
    links,
    encoding,
    warnings: isCutOff(markup) ? [...warnings, cutOff()] : warnings,
  };
}

/** Less what its style sheets hide, where that is no half of it: a script shows the rest of such a page. */
function printed(root: Document): PrintedPage {
  const all = printBlocks(root);
  const hidden = hiddenBySheets(root);
  if (hidden.length === 0) return all;
  for (const { attribs } of hidden) attribs.hidden = '';
  const seen = printBlocks(root);
  const size = ({ blocks }: PrintedPage): number => blocks.reduce((sum, { visible }) => sum + visible, 0);
  if (size(seen) * 2 > size(all)) return seen;
  for (const { attribs } of hidden) delete attribs.hidden;
  return all;
}

/** Whoever writes where a page or its body begins writes where it ends. */
function isCutOff(markup: string): boolean {
  return /<(?:html|body)[\s>]/iu.test(markup) && !/<\/(?:html|body)\b/iu.test(markup);
}

/** A day that a page sets over its month, in two elements: 21, 2024年02月. */
function splitDay({ blocks }: WeighedPage, main: Range): { readonly publishedOn?: string } {
  for (let at = Math.max(0, main.first - NEAR); at + 1 < main.first; at += 1) {
    const pair = [blocks[at]?.text.trim() ?? '', blocks[at + 1]?.text.trim() ?? ''];
    const day = pair.find((text) => /^(?:0?[1-9]|[12]\d|3[01])日?$/u.test(text));
    const month = pair.find((text) => /^(?:19|20)\d{2}\s?[-年./]\s?\d{1,2}\s?月?$/u.test(text));
    if (day !== undefined && month !== undefined) {
      return {
        publishedOn: `${month.replace(/\s?月$/u, '')}-${day.replace('日', '')}`.replace(/年\s?/u, '-'),
      };
    }
  }
  return {};
}

/** Under 完, the day on which Hong Kong's press office gave a text out. */
function closingDay({ blocks }: WeighedPage, { first, end }: Range): { readonly publishedOn?: string } {
  const lines = blocks.slice(Math.max(first, end - NEAR), end + NEAR).map(({ text }) => text.trim());
  const at = lines.findIndex((line) => /^(?:完|[（(]完[）)])$/u.test(line));
  const day = at < 0 ? undefined : lines[at + 1];
  return day !== undefined && /^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/u.test(day)
    ? { publishedOn: day }
    : {};
}

/** Lines above and below the text: where annexes are listed, where a day is printed. */
const NEAR = 10;

function assemble(
  page: WeighedPage,
  rules: readonly (string | null)[],
): { readonly text: string; readonly furniture: readonly Furniture[] } {
  const pieces: string[] = [];
  const furniture: { start: number; end: number; rule: string }[] = [];
  let length = 0;
  page.blocks.forEach((block, at) => {
    const rule = rules[at] ?? null;
    const isRecord = rule === 'record' || rule === 'dateline';
    const text = isRecord ? recordLines(block.text) : block.text;
    const last = furniture.at(-1);
    const end = length + text.length;
    if (rule !== null && last?.rule === rule && last.end + 1 >= length) last.end = end;
    else if (rule !== null) furniture.push({ start: length, end, rule });
    pieces.push(text);
    const between = joinsValue(page, rules, at) ? '' : '\n';
    if (at + 1 < page.blocks.length) pieces.push(between);
    length = end + between.length;
  });
  return { text: pieces.join(''), furniture };
}

/**
 * The inside of an article: its unnumbered paragraphs, and the numbered items that each of them introduces.
 *
 * ```
 * 第三条　甲有下列情形：      →  paragraph 1: 甲有下列情形：（一）乙；（二）丙。
 * （一）乙；                      item 1: （一）乙；
 * （二）丙。                      item 2: （二）丙。
 * 丁。                        →  paragraph 2: 丁。
 * ```
 *
 * Mainland laws number items （一）, Taiwan's 一、, the English texts (1): whichever a paragraph begins with is
 * its own level, and every other way of numbering below it is nested in the item.
 *
 * @see 《立法法》 on 条, 款, 项, 目; 中央法規標準法 § 8 on 條, 項, 款, 目.
 */
import type { Clause, Span } from '../../core/model.js';
import { NUMERAL_CHARACTERS, readNumeral } from './chinese-numerals.js';

export interface ArticleItem extends Span {
  /** As printed on it. */
  readonly number: number;
}

export interface ArticleParagraph extends Span {
  readonly items: readonly ArticleItem[];
}

/** 第十七条之一, 第 17-1 條, 第３条: a locator that ends in an article. */
export const ARTICLE_LOCATOR = new RegExp(
  `第\\s*([${NUMERAL_CHARACTERS}0-9０-９]+)(?:[-－–—之]([${NUMERAL_CHARACTERS}0-9０-９]+))?\\s*([条條])(?:\\s*之\\s*([${NUMERAL_CHARACTERS}0-9０-９]+))?$`,
);

const HAN = `[${NUMERAL_CHARACTERS}]+`;
const LABELS: readonly (readonly [family: string, label: RegExp])[] = [
  ['（一）', new RegExp(`^[（(](${HAN})(之${HAN})?[）)]`)],
  ['一、', new RegExp(`^(${HAN})(之${HAN})?、`)],
  ['（1）', /^[（(](\d{1,3})[）)]/],
  ['1.', /^(\d{1,3})(?:[.．](?!\d)|、)/],
  ['①', /^([①-⑳])/],
];
/** （二之一） begins an item, but no whole number names it. */
const INSERTED = 0;
const INLINE_LABEL = new RegExp(`(?<=[:：;；。,，]\\s*)[（(](${HAN})[）)]`, 'g');

export function isArticle(clause: Clause): boolean {
  return clause.kind === 'body' && ARTICLE_LOCATOR.test(clause.locator);
}

/** The label of the article, on a line of its own or before the first paragraph, is in no paragraph. */
export function splitArticle(text: string, locator: string): ArticleParagraph[] {
  const paragraphs: OpenParagraph[] = [];
  const body = labelLength(text, locator);
  for (const { 0: line, index } of text.slice(body).matchAll(/[^\n]+/g)) {
    const start = body + index;
    const end = start + line.trimEnd().length;
    const label = readLabel(line);
    const last = paragraphs.at(-1);
    if (label === null || last === undefined) {
      paragraphs.push({ start, end, family: label?.family ?? null, items: [] });
      if (label !== null) paragraphs.at(-1)?.items.push({ start, end, number: label.number });
      continue;
    }
    // An unnumbered line after which the numbering goes on belonged to the item before it.
    const before = paragraphs.at(-2);
    const goesOn =
      last.items.length === 0 &&
      before?.family === label.family &&
      label.number > 1 &&
      before.items.at(-1)?.number === label.number - 1;
    const paragraph = goesOn && before !== undefined ? before : last;
    if (goesOn) {
      paragraphs.pop();
      extend(paragraph, last.end);
    }
    paragraph.family ??= label.family;
    if (label.family === paragraph.family) {
      paragraph.end = end;
      paragraph.items.push({ start, end, number: label.number });
    } else {
      extend(paragraph, end);
    }
  }
  return paragraphs.map(({ start, end, items }) => ({
    start,
    end,
    items: items.length > 0 ? items : inlineItems(text, { start, end }),
  }));
}

interface OpenParagraph {
  readonly start: number;
  end: number;
  family: string | null;
  readonly items: { readonly start: number; end: number; readonly number: number }[];
}

function extend(paragraph: OpenParagraph, end: number): void {
  paragraph.end = end;
  const item = paragraph.items.at(-1);
  if (item !== undefined) item.end = end;
}

function readLabel(line: string): { family: string; number: number } | null {
  for (const [family, label] of LABELS) {
    const [, printed, inserted] = label.exec(line) ?? [];
    if (printed === undefined) continue;
    const number = inserted === undefined ? readOrdinal(printed) : INSERTED;
    if (number !== null) return { family, number };
  }
  return null;
}

function readOrdinal(printed: string): number | null {
  if (/^\d+$/.test(printed)) return Number(printed);
  if (/^[①-⑳]$/.test(printed)) return printed.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  return readNumeral(printed);
}

/** How much of the text is the article's label, the white space after it included. */
function labelLength(text: string, locator: string): number {
  const printed = [...locator.replace(/\s/g, '')].map((character) =>
    character.replace(/[^\p{L}\p{N}]/u, '\\$&'),
  );
  const label = new RegExp(`^\\s*(?:${printed.join('\\s*')}|Article\\s+\\d+(?:-\\d+)?\\.?(?=\\s))\\s*`, 'i');
  return label.exec(text)?.[0].length ?? 0;
}

/** Items of a paragraph whose line breaks were lost: （一）…；（二）…, counting from one without a gap. */
function inlineItems(text: string, { start, end }: Span): ArticleItem[] {
  const labels = [...text.slice(start, end).matchAll(INLINE_LABEL)]
    .map(({ 1: numeral = '', index }) => ({ at: start + index, number: readNumeral(numeral) }))
    .filter(({ number }) => number !== null);
  const counted: { at: number; number: number }[] = [];
  for (const { at, number } of labels) {
    if (number === counted.length + 1) counted.push({ at, number });
  }
  if (counted.length < 2) return []; // a lone （一） is a mention
  return counted.map(({ at, number }, index) => ({ start: at, end: counted[index + 1]?.at ?? end, number }));
}

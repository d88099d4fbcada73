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
import { NUMERALS, parseNumeral } from '../../core/text/numerals.js';
import { readArticle } from './article-locator.js';

interface ArticleItem extends Span {
  /** As printed on it. */
  readonly number: number;
}

export interface ArticleParagraph extends Span {
  readonly items: readonly ArticleItem[];
}

const HAN = `[${NUMERALS}]+`;
/** How a line begins that has a number, its width folded (（一） is (一), １． is 1.). */
const LABELS: readonly (readonly [family: string, label: RegExp])[] = [
  ['（一）', new RegExp(`^\\((${HAN})(之${HAN})?\\)`)],
  ['一、', new RegExp(`^(${HAN})(之${HAN})?、`)],
  ['（1）', /^\((\d{1,3})\)/],
  ['1.', /^(\d{1,3})(?:\.(?!\d)|、)/],
];
/** A line that ends otherwise was broken at the width of a page, and the next one goes on with it. */
const SENTENCE_END = /[。！？：；.!?:;…]['"”’」』）)]*$/;
/** （二之一） begins an item, but no whole number names it. */
const INSERTED = 0;
const INLINE_LABEL = new RegExp(`(?<=[:：;；。,，]\\s{0,32})[（(](${HAN})[）)]`, 'g');

export function isArticle(clause: Clause): boolean {
  return clause.kind === 'body' && readArticle(clause.locator) !== null;
}

/** The label of the article, on a line of its own or before the first paragraph, is in no paragraph. */
export function splitArticle(text: string, locator: string): ArticleParagraph[] {
  const paragraphs: OpenParagraph[] = [];
  const body = labelLength(text, locator);
  let finished = true;
  for (const { 0: line, index } of text.slice(body).matchAll(/[^\s][^\n]*/g)) {
    const start = body + index;
    const end = start + line.trimEnd().length;
    const label = readLabel(line);
    if (label !== null) addLabelled(paragraphs, { start, end }, label);
    else if (finished) paragraphs.push({ start, end, family: null, items: [] });
    else extend(paragraphs.at(-1), end);
    finished = SENTENCE_END.test(line.trimEnd());
  }
  return paragraphs.map(({ start, end, items }) => ({
    start,
    end,
    items: items.length > 0 ? items : inlineItems(text, { start, end }),
  }));
}

interface Label {
  readonly family: string;
  readonly number: number;
}

interface OpenParagraph {
  readonly start: number;
  end: number;
  family: string | null;
  readonly items: { readonly start: number; end: number; readonly number: number }[];
}

/** A numbered line is an item of its paragraph, or nested in the item before it. */
function addLabelled(paragraphs: OpenParagraph[], { start, end }: Span, { family, number }: Label): void {
  const own = paragraphs.findLastIndex((paragraph) => paragraph.family === family);
  const goesOn = number > 1 && paragraphs[own]?.items.at(-1)?.number === number - 1;
  // Unnumbered lines after which the numbering goes on belonged to the item before them.
  if (goesOn) extend(paragraphs[own], paragraphs.splice(own + 1).at(-1)?.end);

  const last = paragraphs.at(-1);
  if (last === undefined) {
    paragraphs.push({ start, end, family, items: [{ start, end, number }] });
    return;
  }
  last.family ??= family;
  if (last.family === family) {
    last.items.push({ start, end, number });
    last.end = end;
  } else {
    extend(last, end);
  }
}

function extend(paragraph: OpenParagraph | undefined, end: number | undefined): void {
  if (paragraph === undefined || end === undefined) return;
  paragraph.end = end;
  const item = paragraph.items.at(-1);
  if (item !== undefined) item.end = end;
}

function readLabel(line: string): Label | null {
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(line.charAt(0));
  if (circled >= 0) return { family: '①', number: circled + 1 };
  for (const [family, label] of LABELS) {
    const [, printed, inserted] = label.exec(line.normalize('NFKC')) ?? [];
    if (printed === undefined) continue;
    const number = inserted === undefined ? readOrdinal(printed) : INSERTED;
    if (number !== null) return { family, number };
  }
  return null;
}

function readOrdinal(printed: string): number | null {
  if (/^\d+$/.test(printed)) return Number(printed);
  return parseNumeral(printed);
}

/** How much of the text is the article's label, the white space after it included. */
function labelLength(text: string, locator: string): number {
  const start = afterBlanks(text, 0);
  const end =
    afterPrinted(text, start, locator) ?? start + (ENGLISH_LABEL.exec(text.slice(start))?.[0].length ?? 0);
  return end === start && locator !== '' ? 0 : afterBlanks(text, end);
}

const ENGLISH_LABEL = /^Article\s+\d+(?:-\d+)?\.?(?=\s)/i;

/** Where the locator ends that is printed at `at`, with any blanks inside; null where it is not. */
function afterPrinted(text: string, at: number, locator: string): number | null {
  let end = at;
  for (const character of locator.replace(/\s/g, '')) {
    const next = end === at ? end : afterBlanks(text, end);
    const printed = text.slice(next, next + character.length);
    if (printed.toLowerCase() !== character.toLowerCase()) return null;
    end = next + character.length;
  }
  return end;
}

function afterBlanks(text: string, at: number): number {
  let end = at;
  while (/\s/.test(text.charAt(end))) end += 1;
  return end;
}

/** Items of a paragraph whose line breaks were lost: （一）…；（二）…, counting from one without a gap. */
function inlineItems(text: string, { start, end }: Span): ArticleItem[] {
  const labels = [...text.slice(start, end).matchAll(INLINE_LABEL)]
    .map(({ 1: numeral = '', index }) => ({ at: start + index, number: parseNumeral(numeral) }))
    .filter(({ number }) => number !== null);
  const counted: { at: number; number: number }[] = [];
  for (const { at, number } of labels) {
    if (number === counted.length + 1) counted.push({ at, number });
  }
  if (counted.length < 2) return []; // a lone （一） is a mention
  return counted.map(({ at, number }, index) => ({ start: at, end: counted[index + 1]?.at ?? end, number }));
}

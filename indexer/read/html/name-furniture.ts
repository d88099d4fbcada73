/** What each line of a page is that is no part of its text. */
import { isByline, isImprint, isLabelledLine, isRecordLine, lineRule } from './line-rules.js';
import type { Block, Range } from './print-blocks.js';
import { isCaption, labelsIn } from './print-table.js';
import { isLinks, isSentence, type WeighedPage } from './weigh-blocks.js';

/** 国办发〔2018〕1号, 令第5号: printed between the title and the text. */
const NUMBER =
  /(?:[〔［[(（【﹝]\s?(?:19|20)\d{2}\s?[〕］\])）】﹞]\s?第?\s?\d{1,5}\s?[号號]|第\s?\d{1,5}\s?[号號])\s*$/u;
/** Lines at the foot of the text where a footer or a list of links may be part of its element. */
const FOOT = 8;

export interface PageParts {
  readonly main: Range;
  /** Ordinals of the blocks that print the title above the text. */
  readonly title: readonly number[];
}

/** @returns Of each block its rule; null where it is text. */
export function nameFurniture(page: WeighedPage, { main, title }: PageParts): readonly (string | null)[] {
  const kept = new Set(title);
  const above = title[0] ?? main.first;
  const rules = page.blocks.map((block, at): string | null => {
    if (kept.has(at)) return null;
    if (at >= main.first && at < main.end) return insideRule(page, main, at);
    const isBetween = at > above && at < main.first;
    if (isBetween && !isLinks(block) && page.beside[at] === null) {
      if (block.visible < 60 && NUMBER.test(block.text)) return null;
      if (isSubtitle(block) && lineRule(block.text) === null && !isRecordLine(block.text)) return null;
    }
    return outsideRule(page, main, at, isBetween);
  });
  return withValues(page, main, withRelated(page, main, rules));
}

function outsideRule(page: WeighedPage, main: Range, at: number, isBetween: boolean): string {
  const block = page.blocks[at];
  const beside = page.beside[at] ?? null;
  if (block === undefined) return 'menu';
  const isOwn = !isLinks(block) && beside !== 'related';
  if (isOwn && isLabelledLine(block.text)) return 'record';
  // Below the text, days are those of other texts.
  if (isOwn && at < main.first && block.linked === 0) {
    if (isRecordLine(block.text) || (isBetween && isByline(block.text))) return 'dateline';
  }
  const told = block.visible < 200 ? lineRule(block.text) : null;
  if (told !== null) return told;
  if (beside !== null) return beside;
  if (isBetween) return isLinks(block) ? 'menu' : 'record';
  return at < main.first ? 'menu' : isLinks(block) ? 'related' : 'footer';
}

function insideRule(page: WeighedPage, main: Range, at: number): string | null {
  const block = page.blocks[at];
  if (block === undefined || isSentence(block)) return null;
  const beside = page.besideAll[at] ?? null;
  if (beside !== null && beside !== 'menu') return beside;
  const told = block.visible < 120 ? lineRule(block.text) : null;
  if (told !== null && (told !== 'footer' || at >= main.end - FOOT)) return told;
  // Registers of law link the label of each article to its history.
  if (labelsIn([block.text]) > 0) return null;
  const isAhead = at < firstSentence(page, main) && !ANNEX.test(block.text);
  if ((beside === 'menu' || isAhead) && isLinks(block)) return 'menu';
  if (at >= main.end - FOOT && isImprint(block.text)) return 'record';
  if (at < Math.min(main.first + FOOT, firstSentence(page, main)) && isLabelledLine(block.text))
    return 'record';
  return null;
}

/** Below it, 时间：… is a line of the text. */
function firstSentence({ blocks }: WeighedPage, { first, end }: Range): number {
  const at = blocks.slice(first, Math.min(end, first + FOOT)).findIndex(isSentence);
  return at < 0 ? end : first + at;
}

/** Two lines of a title at least, and no sentence of its own: what a text is called besides. */
function isSubtitle(block: Block): boolean {
  return isSentence(block) || (block.visible - block.linked >= 12 && !isByline(block.text));
}

const ANNEX = /附(?:件|表|录|錄|图|圖)/u;

/** Links under 相关阅读, at the foot of the text, are what is related; its annexes are not. */
function withRelated(page: WeighedPage, main: Range, rules: readonly (string | null)[]): (string | null)[] {
  const named = [...rules];
  for (let at = main.first + 1; at < main.end; at += 1) {
    const block = page.blocks[at];
    const isNext = named[at] === null && named[at - 1] === 'related';
    if (isNext && block !== undefined && isLinks(block) && !ANNEX.test(block.text)) named[at] = 'related';
  }
  return named;
}

/** The value of a label stands on the line below where a page sets them in two elements. */
function withValues(page: WeighedPage, main: Range, rules: readonly (string | null)[]): (string | null)[] {
  const named = [...rules];
  for (let at = 0; at + 1 < named.length; at += 1) {
    if (joinsValue(page, named, at)) named[at + 1] = 'record';
    if (at + 1 >= main.first) break;
  }
  return named;
}

/** Whether a block is a label whose value is the block below it, so that both are one line. */
export function joinsValue(page: WeighedPage, rules: readonly (string | null)[], at: number): boolean {
  const [label, value] = [page.blocks[at], page.blocks[at + 1]];
  if (label === undefined || value === undefined || rules[at] !== 'record' || rules[at + 1] === null)
    return false;
  const isLabel = isCaption(label.text) && /[:：]\s*$/u.test(label.text);
  return isLabel && value.visible < 120 && !isLabelledLine(value.text);
}

/**
 * A table as lines: a record (label and value), data (a row a line, with its heads), or none where it only places what
 * stands in it.
 */
import { toSimplified } from '../../../core/text/script.js';
import { PAGE_CAPTIONS, TABLE_CAPTIONS } from '../../tables/page-captions.js';
import { tableLines } from '../table-rows.js';

/** A cell with so much text in so many paragraphs is a page, or a part of one. */
const PAGE_CELL = { characters: 400, blocks: 6 };
/** So many captions make a record: 名称 and 日期 stand in tables too. */
const MIN_CAPTIONS = 3;

const captions: ReadonlySet<string> = new Set(
  [TABLE_CAPTIONS, PAGE_CAPTIONS].flatMap((table) => Object.values(table).flat()),
);

/** 索　引　号：, [发文机关] */
export function isCaption(text: string): boolean {
  if (text.length > 24) return false;
  return captions.has(toSimplified(text.replace(/[\s\p{Cf}【】[\]:：]/gu, '')));
}

export interface CellText {
  /** How many of its lines begin with a label of an article or of a plan: 第三条, 一、. */
  readonly labels: number;
  readonly text: string;
  readonly blocks: number;
}

const LABEL =
  /^\s{0,9}(?:第\s?[一二三四五六七八九十百零〇\d-]{1,6}\s?[条條章]|[一二三四五六七八九十]{1,3}、)/u;

/** How many lines begin with a label of an article or of a plan. */
export function labelsIn(lines: readonly string[]): number {
  return lines.filter((line) => LABEL.test(line)).length;
}

/** @returns null where the table only places what stands in it. */
export function printTable(
  grid: readonly (readonly string[])[],
  cells: readonly CellText[],
): readonly string[] | null {
  if (isRecord(grid)) return recordLines(grid);
  if (isRecordOfCells(cells)) return cells.map(({ text }) => text);
  const places = cells.some(
    ({ text, blocks, labels }) =>
      text.length > PAGE_CELL.characters && (blocks > PAGE_CELL.blocks || labels > 1),
  );
  if (places || cells.some(({ text }) => text.length > 3000)) return null;
  const filled = grid.filter((row) => new Set(row.filter((cell) => cell !== '')).size > 1);
  return filled.length < 2 ? null : tableLines(grid);
}

/** 索引号：A-1 | 发布机构：甲局: a label with its value in every cell. */
function isRecordOfCells(cells: readonly CellText[]): boolean {
  const filled = cells.filter(({ text }) => text !== '');
  if (filled.length < MIN_CAPTIONS) return false;
  return filled.every(
    ({ text, blocks }) => blocks <= 2 && isCaption(text.split(/[:：]/u, 1)[0] ?? '') && /[:：]/u.test(text),
  );
}

function isRecord(grid: readonly (readonly string[])[]): boolean {
  const labels = grid.flatMap((row) => row.filter((cell, at) => cell !== row[at - 1] && isCaption(cell)));
  const spoken = labels.filter((label) => /[:：]/u.test(label));
  // A head row names 名称, 文号, 日期 as well: labels of a record stand before their values, in several rows.
  const rows = grid.filter((row) => row.some(isCaption)).length;
  if (labels.length >= MIN_CAPTIONS) return spoken.length >= 2 || rows >= 2;
  // 主题词：体育; 法規名稱：…, 修正日期：…: a label with its colon before every value.
  const filled = grid.filter((row) => row.some((cell) => cell !== ''));
  return spoken.length > 0 && filled.every(([first = '']) => first.length <= 24 && /[:：]\s*$/u.test(first));
}

function recordLines(grid: readonly (readonly string[])[]): readonly string[] {
  const lines: string[] = [];
  for (const row of grid) {
    const cells = row.filter((cell, at) => cell !== '' && cell !== row[at - 1]);
    for (let at = 0; at < cells.length; at += 1) {
      const label = cells[at] ?? '';
      const value = cells[at + 1];
      const isLabel = isCaption(label) || /[:：]$/u.test(label);
      if (!isLabel || value === undefined || isCaption(value)) {
        lines.push(label);
        continue;
      }
      lines.push(/[:：】\]]$/u.test(label) ? `${label}${value}` : `${label}：${value}`);
      at += 1;
    }
  }
  return lines;
}

/**
 * The table that government sites print above a text: 索引号, 发文机关, 成文日期, 标题, 发文字号 … Cut with its values, which
 * `describe` reads from the cuts.
 */
import { TABLE_CAPTIONS } from '../../tables/page-captions.js';
import type { Unit } from './units.js';

const LABELS = Object.values(TABLE_CAPTIONS)
  .flat()
  .sort((one, other) => other.length - one.length)
  .map((label) => [...label].join(String.raw`\s*`))
  .join('|');

const LABELLED = new RegExp(`^[【\\[]?(?:${LABELS})[】\\]]?\\s*[:：]\\s*(.*)$`, 'su');
/** In the next column of a table, or of a row of `|`. */
const IN_COLUMN = new RegExp(
  `^[【\\[]?(?:${LABELS})[】\\]]?(?:[ \u3000]*[\\t|｜]|\\s{2,})\\s*(\\S.*)$`,
  'su',
);
const BARE_LABEL = new RegExp(`^[【\\[]?(?:${LABELS})[】\\]]?$`, 'u');
/** A row of them in one line: 索引号：… | 发文机关：…. */
const ROW = new RegExp(`(?:^|[\\s|｜])[【\\[]?(?:${LABELS})[】\\]]?\\s*[:：]`, 'gu');
const LONGEST_ROW = 600;
/** These stand alone: no policy text has such a line. */
const ALONE = /^(?:【?法宝引证码】?|【?原文链接】?\s*[:：]|索\s*引\s*号\s*[:：])/u;
/** Labels of one table stand no further apart than this. */
const MAX_GAP = 12;
/** A value may take two lines; in a page that was flattened it runs on over spaces until the next label. */
const MAX_VALUE_LINES = 2;

/** Marks the units of such a table; at least two labels make one (three where no colon shows them). */
export function markMetadata(units: readonly Unit[]): void {
  const labels = units.flatMap((unit, index) => {
    if (unit.rule !== null && unit.rule !== 'dateline') return [];
    const text = unit.plain;
    const match = LABELLED.exec(text);
    if (match !== null) return [{ index, value: match[1] ?? '', bare: false }];
    const column = IN_COLUMN.exec(text);
    if (column !== null) return [{ index, value: column[1] ?? '', bare: true }];
    return BARE_LABEL.test(text) ? [{ index, value: '', bare: true }] : [];
  });
  for (const { index } of labels) {
    const unit = units[index];
    if (unit !== undefined && isRow(unit.plain)) unit.rule = 'metadata';
  }
  for (const unit of units) if (ALONE.test(unit.text)) unit.rule = 'metadata';
  for (const block of blocksOf(labels)) {
    const bare = block.filter((label) => label.bare).length;
    if (block.length < 2 || (bare > 0 && block.length < 3)) continue;
    for (const [order, label] of block.entries()) {
      mark(units, label, block[order + 1]?.index ?? null);
    }
  }
}

/** Two labels with their colons in a line that is no sentence. */
function isRow(text: string): boolean {
  return text.length <= LONGEST_ROW && !text.includes('。') && (text.match(ROW)?.length ?? 0) >= 2;
}

interface Label {
  readonly index: number;
  readonly value: string;
  readonly bare: boolean;
}

function blocksOf(labels: readonly Label[]): Label[][] {
  const blocks: Label[][] = [];
  for (const label of labels) {
    const last = blocks.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && label.index - before.index <= MAX_GAP) last.push(label);
    else blocks.push([label]);
  }
  return blocks;
}

function mark(units: readonly Unit[], label: Label, next: number | null): void {
  const own = label.index + (label.value === '' ? 2 : 1);
  const reach = units[label.index]?.isPiece === true ? MAX_GAP : MAX_VALUE_LINES;
  const isNear = next !== null && next - label.index <= reach + 1 && units[next]?.rule !== 'dateline';
  const end = isNear ? next : Math.min(own, next ?? own);
  for (let index = label.index; index < end; index += 1) {
    const unit = units[index];
    // A sentence or a salutation is no value: the table has ended, or has a hole.
    if (unit === undefined || (index > label.index && /。|[:：]$/u.test(unit.text))) return;
    if (index > label.index && next === null && unit.text.length > 20) return;
    unit.rule = 'metadata';
  }
}

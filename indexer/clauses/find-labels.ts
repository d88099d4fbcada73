/** Everything in a text that is written as a label, and what stands before it. Whether it is one is judged later. */
import type { Label, LabelForm, Level } from './numbering.js';

/**
 * What a candidate follows: the beginning of a line; the end of a sentence, a closing bracket or a space;
 * a colon; a semicolon; or a character that it is glued to.
 */
type Position = 'line' | 'sentence' | 'colon' | 'semicolon' | 'glued';

export interface Candidate extends Label {
  readonly position: Position;
}

const SENTENCE_END = new Set('。！？!?”’」』】〕)）]');
// 第（三）项, （一）至（五）, 第三条规定的: a reference, not a label.
const REFERS_AFTER = /^\s?(?:[项項款目条條至、和及或与與（(～~\-－]|规定|規定|所列|所称)/;
// ①②③类企业, ①至③: signs in a row are named, not numbered.
const SIGN_REFERS_AFTER =
  /^\s?[、至和及或与與～~—–-]?\s?[㈠-㈩⑴-⒇⒈-⒛①-⑳㊀-㊉❶-➓⓫-⓾]|^[类類项項条條款点點至和及或与與]/;
const ARTICLE_REFERS_AFTER = /^(?:[的、，,。；;：:）)》”第至和及或与與之款项項所規规中]|$)/;
const HEADING_REFERS_AFTER = /^[的、，,。；;：:）)》”第至和及或与與之所规規中已修改相应予]/;

/** One pass over `text` for the labels of all `forms`. */
export function labelFinder(
  forms: readonly LabelForm[],
): (text: string, from: number, to: number) => Candidate[] {
  const byLevel = new Map(forms.map((form) => [form.level, form]));
  const labels = new RegExp(forms.map((form) => `(?<${form.level}>${form.pattern})`).join('|'), 'g');

  return (text, from, to) => {
    labels.lastIndex = from;
    const found: Candidate[] = [];
    for (let match = labels.exec(text); match !== null; match = labels.exec(text)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end > to) break;
      const level = levelOf(match.groups ?? {});
      const position = positionOf(text, start, from);
      const ordinal = byLevel.get(level)?.ordinal(match[0]) ?? null;
      if (ordinal === null || isReference(text, level, start, end, position)) continue;
      if (position === 'colon' && isCell(text, start)) continue;
      found.push({ start, end, level, ordinal, printed: match[0].replace(/\s/g, ''), position });
    }
    return found;
  };
}

/** 面粉：类别：一、粮食类；价格（元）：2.98: a cell of a row of a table, with the head of its column before it, and another behind. */
function isCell(text: string, start: number): boolean {
  return (
    /[：；][^：；。，\n]{1,12}：$/u.test(text.slice(Math.max(0, start - 14), start)) &&
    /^[^：；。\n]{1,60}；[^：；。，\n]{1,20}：/u.test(text.slice(start, start + 90))
  );
}

function levelOf(groups: Readonly<Record<string, string | undefined>>): Level {
  for (const name in groups) if (groups[name] !== undefined) return name as Level;
  throw new Error('A label form matched without its group.');
}

function positionOf(text: string, start: number, from: number): Position {
  let at = start - 1;
  while (at >= from && /[^\S\n]/.test(text.charAt(at))) at -= 1;
  if (at < from || text.charAt(at) === '\n') return 'line';
  const before = text.charAt(at);
  if (before === '#' && /(?:^|\n)\s{0,9}#{1,6}$/.test(text.slice(Math.max(from, at - 16), at + 1)))
    return 'line';
  if (before === '：' || before === ':') return 'colon';
  if (before === '；' || before === ';') return 'semicolon';
  if (SENTENCE_END.has(before)) return 'sentence';
  // 正文 第一条: a space is what is left of a line break, except between digits.
  return at < start - 1 && !/[\d，,、]/.test(before) ? 'sentence' : 'glued';
}

function isReference(text: string, level: Level, start: number, end: number, position: Position): boolean {
  const before = text.charAt(start - 1);
  const after = text.slice(end, end + 3);
  switch (level) {
    case 'article':
      return ARTICLE_REFERS_AFTER.test(after) && !(position === 'line' && /^\s*$|^\n/.test(after));
    case 'part':
    case 'chapter':
    case 'section':
      return HEADING_REFERS_AFTER.test(after);
    case 'circled':
    case 'darkCircled':
      return SIGN_REFERS_AFTER.test(after);
    case 'bracketed':
    case 'bracketedArabic':
      if (end - start === 1 && SIGN_REFERS_AFTER.test(after)) return true;
      return (/[第、至和及或与之]/.test(before) && position !== 'line') || REFERS_AFTER.test(after);
    case 'item':
      return position !== 'line' && /[第之一二三四五六七八九十百千万亿、]/.test(before);
    case 'arabic':
      if (end - start === 1) return SIGN_REFERS_AFTER.test(after);
      return position !== 'line' && /[0-9０-９A-Za-z.．、第\-—–/]/.test(before);
    case 'halfBracketed':
      return position !== 'line' && /[0-9０-９A-Za-z.．、第（(\-—–/]/.test(before);
    case 'decimal':
    case 'decimalThree':
    case 'decimalFour':
      return position !== 'line' && position !== 'sentence';
    case 'spoken':
    case 'nth':
    case 'numbered':
    case 'letter':
      return position !== 'line';
    default:
      return false;
  }
}

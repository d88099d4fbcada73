/**
 * The note under a law's title that says who passed and published it, and who amended it:
 *
 * ```
 * （1979年7月1日第五届全国人民代表大会第二次会议通过　根据1999年12月25日…《…修正案》修正）
 * （2020年2月14日中华人民共和国国务院令第723号公布　自2020年5月1日起施行）
 * 中华民国 112 年 5 月 30 日 总统华总一义字第11200045451号令制定公布
 * ```
 */
import { findDates } from './calendar.js';
import { historyOf, type LawHistory } from './history.js';

/** Codes that were amended a dozen times have notes of some thousand characters. */
const REACH = 3000;
/** The number stands between the two: 法释〔2020〕17号. */
const NUMBER_LINE = /^\s{0,32}[^\s，。（()）]{2,20}[〔［[（(]\d{4}[〕］\]）)]\s?第?\d{1,5}号(?=\s)/u;
/** A line of a note without brackets is an act, not a paragraph of the law. */
const LONGEST_LINE = 200;

const ACT = /通过|批准|公布|发布|颁布|修正|修订|制定|订定|令第|号令|施行/u;
const BEGINS =
  /^(?:[^，。（()）\n]{2,30}号，)?(?:(?:修正|公布|发布|公发布|修订)日期?[:：])?(?:根据|依据|自|经)?\s{0,8}(?:中华民国|民国|\d{4}\s{0,4}年|[一二][〇○零OОＯ一二三四五六七八九]{3}年)/u;

/**
 * @param head  The beginning of the text in Simplified.
 * @param from  Where its title ends.
 */
export function readHeadNote(head: string, from: number): LawHistory | null {
  const below = head.slice(from, from + REACH).replace(NUMBER_LINE, '');
  const acts = bracketed(below) ?? linesOf(below);
  if (acts.length === 0) return null;
  const isTaiwanese = acts.some((act) => /民国/u.test(act));
  return historyOf(acts.map((act, index) => (isTaiwanese ? `${index + 1}.${act}` : act)).join('\n'));
}

/** What stands in brackets is cut before each date: an act begins with the day it was done. */
function bracketed(text: string): string[] | null {
  const start = /^\s*[（(]\s*/u.exec(text)?.[0].length ?? 0;
  if (start === 0) return null;
  const end = closing(text, start);
  const note = end === null ? '' : text.slice(start, end);
  if (!BEGINS.test(note) || !ACT.test(note)) return null;
  const days = findDates(note).map((day) => day.start);
  if (days.length === 0) return null;
  return days.map((day, index) =>
    withoutBreaks(note.slice(day, days[index + 1]))
      .replace(/\s+/gu, ' ')
      .trim(),
  );
}

/** A note that is set in a narrow column is broken inside its names: 全国人民代表大会 / 常务委员会. */
function withoutBreaks(act: string): string {
  return act.replace(/(?<=[\u4e00-\u9fff])\n(?=[\u4e00-\u9fff])/gu, '');
}

/** Where the bracket closes that opened before `from`; brackets inside it have their own. */
function closing(text: string, from: number): number | null {
  let depth = 1;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (/[（(]/u.test(character)) depth += 1;
    if (/[）)]/u.test(character)) depth -= 1;
    if (depth === 0) return at;
  }
  return null;
}

function linesOf(text: string): string[] {
  const acts: string[] = [];
  for (const line of text.replace(/^\s+/u, '').split('\n')) {
    const act = line.trim();
    if (act.length > LONGEST_LINE || !BEGINS.test(act) || !ACT.test(act) || /。./u.test(act)) break;
    acts.push(act);
  }
  return acts;
}

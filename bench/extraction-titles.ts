/**
 * Titles, counted strictly: of what each of the policy texts is called, whether we call it so.
 *
 * Right is a title that is equal to the known one once width, script, white space, brackets, quotation marks and the forms
 * of dashes are folded; or equal but for what ours has around it: the bodies before it (国务院 …, with or without 关于), or
 * 印发…的通知 (转发, 发布, 公布). Ours may say more, never less: of a notice, the plan that it carries is wrong. A year, a
 * word, a piece of the next line more or less is wrong.
 *
 * The denominator is the texts that print the title that is known (`titleInText`); told beside it are all whose title is
 * known. One half by the hash of the file's name is for tuning, the other is looked at in figures only.
 *
 * This file shares no code with `indexer/describe`: what reads a title must not say whether it was read right.
 */
import { createHash } from 'node:crypto';
import { convert } from '../core/text/convert.js';

export type TitleVerdict = 'equal' | 'around' | 'wrong';

/** What a name of a body ends in. */
const BODY_ENDS =
  '政府 国务院 中央 办公厅 办公室 办 委员会 委 部 厅 局 院 署 会 行 党组 中心 公司 总社 协 联 海关 集团 大学 学院'.split(
    ' ',
  );
const LONGEST_BODY = 32;
const OTHERS = /等[一二三四五六七八九十\d]{1,3}个?(?:部门|单位|部委)$/u;
const CARRYING =
  /^(.{0,240}?)(?:关于)?(?:联合)?(?:印发|转发|发布|公布|下发)(.{4,260}?)(?:的(?:通知|公告))?$/u;

export function judgeTitle(known: string, ours: string): TitleVerdict {
  const wanted = folded(known);
  const found = folded(ours);
  if (wanted === found) return 'equal';
  return [found, ...carried(found)].some((name) => name === wanted || isBefore(name, wanted))
    ? 'around'
    : 'wrong';
}

function folded(title: string): string {
  return convert(title.normalize('NFKC'))
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[‐-―−]+/gu, '-')
    .replace(/[\p{Ps}\p{Pe}\p{Pi}\p{Pf}<>"']/gu, '');
}

/** 省教育厅关于印发X的通知 → X, and 省教育厅X. */
function carried(title: string): string[] {
  const [, bodies = '', name] = CARRYING.exec(title) ?? [];
  if (name === undefined || !(bodies === '' || areBodies(bodies))) return [];
  return [name, `${bodies}${name}`];
}

/** Whether the longer one is the other with its bodies, or its bodies and 关于, before it. */
function isBefore(longer: string, name: string): boolean {
  if (!longer.endsWith(name) || longer === name) return false;
  const before = longer.slice(0, -name.length).replace(/关于$/u, '');
  return before === '' || areBodies(before);
}

/** Names of bodies and nothing else, one behind the other: each ends as bodies do, and is no longer than they are. */
function areBodies(words: string): boolean {
  const text = words.replace(OTHERS, '');
  if (!/^[\p{Script=Han}\d,、]{2,240}$/u.test(text)) return false;
  const ends = [0];
  for (let at = 1; at <= text.length; at += 1) {
    const own = text.slice(0, at).replace(/[,、和]$/u, '');
    const begins = ends.some((end) => at - end <= LONGEST_BODY && own.length > end + 1);
    if (begins && BODY_ENDS.some((end) => own.endsWith(end))) ends.push(at);
  }
  return ends.includes(text.length);
}

/** A title that we made and that is none: it begins as a sentence or a section does, or runs on into one. */
const NO_TITLE_BEGINS =
  /^(?:为(?!民)|为了|根据|按照|依据|近年|近日|近期|日前|当前|目前|现将|现就|经|随着|自\d|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十\d]+[章条节]|\d+[.．、]|各|今年|去年|我[国省市区县部]|在)/u;
const RUNS_ON = /[。；;]|现[将就]|[，,].*[，,]|〔\d{4}〕\d+号.|\d{4}年\d{1,2}月\d{1,2}日$|[,，：:、]$/u;

export function isNoTitle(title: string): boolean {
  // 在…大会上的报告 is what speeches are called; a heading may say 我省.
  const plain = title.replace(/^(?:在.{4,40}会上的|我省)/u, '');
  return NO_TITLE_BEGINS.test(plain) || RUNS_ON.test(plain);
}

export type Half = 'tuning' | 'kept apart';

export function halfOf(file: string): Half {
  return (createHash('sha256').update(file).digest()[0] ?? 0) % 2 === 0 ? 'tuning' : 'kept apart';
}

export interface JudgedTitle {
  readonly file: string;
  readonly known: string | null;
  readonly isPrinted: boolean;
  readonly ours: string;
  readonly derived: boolean;
}

/** What is wrong is listed of the tuning half alone. */
export function printTitles(titles: readonly JudgedTitle[]): void {
  console.log('\ntitles, strictly: equal, or our bodies or 印发…的通知 around it (97% asked)\n');
  console.log('half         printed  right  share  to the letter  known  right  share  derived  no title');
  for (const half of ['tuning', 'kept apart', 'all'] as const) {
    const own = titles.filter(({ file }) => half === 'all' || halfOf(file) === half);
    const known = own.flatMap(({ known: title, ours, isPrinted }) =>
      title === null ? [] : [{ isPrinted, verdict: judgeTitle(title, ours) }],
    );
    const printed = known.filter(({ isPrinted }) => isPrinted);
    const right = (list: typeof known): number => list.filter(({ verdict }) => verdict !== 'wrong').length;
    const derived = own.filter((title) => title.derived);
    console.log(
      [
        half.padEnd(12),
        `${printed.length}`.padStart(7),
        `${right(printed)}`.padStart(6),
        percent(right(printed), printed.length),
        percent(printed.filter(({ verdict }) => verdict === 'equal').length, printed.length).padStart(14),
        `${known.length}`.padStart(6),
        `${right(known)}`.padStart(6),
        percent(right(known), known.length),
        `${derived.length}`.padStart(8),
        `${derived.filter(({ ours }) => isNoTitle(ours)).length}`.padStart(9),
      ].join(' '),
    );
  }
  console.log('\ntitles: wrong, of the tuning half');
  for (const { file, known, ours, isPrinted, derived } of titles) {
    if (halfOf(file) !== 'tuning' || known === null || !isPrinted) continue;
    if (judgeTitle(known, ours) === 'wrong')
      console.log(`  ${file}  ${ours} (${derived ? 'derived' : 'printed'}) ≠ ${known}`);
  }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`.padStart(6);

/** Tells steps that are printed alike apart: by the heading above, by the annex, by the line that a run of numbers stands under. */
import { scriptOf } from '../../core/text/script.js';
import { namesDocument, signs } from './lines.js';
import { RANK } from './numbering.js';
import { chainOf, type Mark, NONE, type Step } from './steps.js';

const LONGEST_NAME = 40;
const SHORTEST_TITLE = 9;

/**
 * Headings without a number that stand above the one and not above the other are named.
 *
 * @param fresh  Those that were named in this round.
 * @returns      Whether that may be enough.
 */
export function nameScopes(group: readonly Step[], marks: Map<Step, Mark>, fresh: Set<Step>): boolean {
  const nearest = group.map(
    (step) => chainOf(step).findLast((one) => isScope(one) && (!marks.has(one) || fresh.has(one))) ?? null,
  );
  if (nearest.some((scope) => scope !== null && fresh.has(scope))) return true;
  if (new Set(nearest.map((scope) => scope?.name ?? '')).size < group.length) return false;
  for (const scope of nearest) {
    if (scope === null) continue;
    marks.set(scope, { before: shownName(scope.name), behind: '' });
    fresh.add(scope);
  }
  return true;
}

function isScope({ printed, rank, name }: Step): boolean {
  return printed === '' && rank === RANK.unnumbered && name !== '';
}

function shownName(name: string): string {
  // 某市人民政府2024年3月7日某市应急预案: what stands before the name was glued to it.
  const one = name
    .replace(/\s+/g, '')
    .replace(/[：:]$/, '')
    .replace(/^.{0,40}\d年\d{1,2}月\d{1,2}日/, '');
  return one.length >= SHORTEST_TITLE && namesDocument(one)
    ? `《${one.replace(/^《|》$/g, '')}》`
    : `${one.slice(0, LONGEST_NAME)} `;
}

/** Numbers that begin anew under the same parent: all of the second run are told from the first. */
export function markRuns(
  text: string,
  group: readonly Step[],
  numbered: readonly Step[],
  marks: Map<Step, Mark>,
  count: (nth: number) => Mark,
): void {
  const first = group[0] as Step;
  const families = new Set(group.map(({ above }) => above));
  const annexes = group.map((step) => chainOf(step).find(({ rank }) => rank === RANK.annex) ?? null);
  if (new Set(annexes).size === group.length) {
    for (const [index, annex] of annexes.entries()) {
      if (index > 0 && annex !== null) add(marks, annex, count(index + 1));
    }
    return;
  }
  if (families.size === group.length) {
    // Their parents differ, and say nothing that tells them apart.
    for (const [index, step] of group.entries()) if (index > 0) add(marks, step, count(index + 1));
    return;
  }
  const siblings = numbered.filter(({ above, level }) => families.has(above) && level === first.level);
  const colliding = new Set(group);
  const names = new Set<string>();
  let run = 0;
  let last = { ordinal: Number.POSITIVE_INFINITY, printed: '' };
  let anew = false; // a run that begins with one is told apart as a whole, a number out of order alone
  let mark: Mark = NONE;
  for (const step of siblings) {
    if (step.ordinal < last.ordinal || step.printed === last.printed) {
      run += 1;
      const name = run === 1 ? null : lineAbove(text, step.start);
      mark =
        run === 1
          ? NONE
          : name === null || names.has(name)
            ? count(run)
            : { before: shownName(name), behind: '' };
      if (name !== null) names.add(name);
      anew = step.ordinal === 1;
    }
    last = step;
    if (mark !== NONE && (anew || colliding.has(step))) add(marks, step, mark);
  }
}

function add(marks: Map<Step, Mark>, step: Step, mark: Mark): void {
  const { before, behind } = marks.get(step) ?? NONE;
  marks.set(step, { before: before || mark.before, behind: behind || mark.behind });
}

/** @returns  Counts as the text would print them: （第2处）, in Traditional （第2處）, in English (2). */
export function counter(text: string): (nth: number) => Mark {
  const head = text.slice(0, 2000);
  const place = scriptOf(head) === 'hant' ? '處' : '处';
  const isChinese = /\p{Script=Han}/u.test(head);
  return (nth) => ({ before: '', behind: isChinese ? `（第${nth}${place}）` : ` (${nth})` });
}

/** What a run stands under: the line above, or the end of it, where that names something: 办理程序：. */
function lineAbove(text: string, start: number): string | null {
  const before = text.slice(Math.max(0, start - 100), start).trimEnd();
  let from = before.length;
  while (from > 0 && !'\n。；！？;'.includes(before.charAt(from - 1))) from -= 1;
  const name = before
    .slice(from)
    .trim()
    .replace(/[：:]$/, '');
  if (name.length < 2 || name.length > LONGEST_NAME || !/\p{Script=Han}{2}/u.test(name)) return null;
  return /[，,：:]|[年月日号號]$|^[（(]|^[\d一二三四五六七八九十]{1,3}[、.．]/.test(name) || signs(name)
    ? null
    : name;
}

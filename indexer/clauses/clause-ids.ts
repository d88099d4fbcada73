/**
 * Ids of clauses, built of what is printed, so that a clause keeps its id when another one is added elsewhere:
 * 三、（一）2. → `<document>-3-1-2`, 第十七条之一 → `-art17-1`, its heading `-h`, its second part `-p2`, English `-en`.
 */
import { createHash } from 'node:crypto';
import { parseNumeral } from '../../core/text/numerals.js';
import type { SplitClause } from '../model.js';
import { articleKey } from './article-key.js';
import { ordinalOfSign } from './single-characters.js';

/** Of an id without the document's; with it an id stays under 200 characters. */
const LONGEST = 90;

/**
 * One id a clause, in order, unique. Clauses without a label are numbered under their heading (`-n1`), a heading
 * without a label is known by what it says (`-x` and a hash).
 */
export function clauseIds(documentId: string, clauses: readonly SplitClause[]): string[] {
  const bases: string[] = []; // without -h, -p, -en
  const counts = new Map<string, number>();
  const count = (name: string): number => {
    const next = (counts.get(name) ?? 0) + 1;
    counts.set(name, next);
    return next;
  };
  const used = new Set<string>();

  return clauses.map((clause, index) => {
    const base = (clause.part ?? 1) > 1 ? (bases[index - 1] ?? '') : baseOf(clause, clauses, bases, count);
    bases.push(base);
    const kind = clause.kind === 'heading' ? '-h' : '';
    const part = (clause.part ?? 1) > 1 ? `-p${clause.part}` : '';
    const wanted = `${documentId}-${base}${kind}${part}${clause.language === 'en' ? '-en' : ''}`;
    let id = wanted;
    while (used.has(id)) id = `${wanted}-d${count(wanted) + 1}`;
    used.add(id);
    return id;
  });
}

function baseOf(
  clause: SplitClause,
  clauses: readonly SplitClause[],
  bases: readonly string[],
  count: (name: string) => number,
): string {
  if (clause.kind === 'title') return 'title';
  if (clause.kind === 'note') return `note${count(`\n${clause.language}note`)}`;
  const parent = clause.headings.at(-1);
  const above = parent === undefined ? undefined : clauses[parent];
  const aboveBase = parent === undefined ? '' : (bases[parent] ?? '');
  const place = placeOf(clause);
  const abovePlace = above === undefined ? '' : placeOf(above);
  const labelled = place !== abovePlace;
  if (!labelled && clause.kind === 'heading') return join(aboveBase, `x${hash(clause.text).slice(0, 8)}`);
  if (!labelled) {
    const order = count(`\n${clause.language}${aboveBase}`);
    return order === 1 && abovePlace !== '' ? aboveBase : join(aboveBase, `n${order}`);
  }
  // 重点工作 and 保障措施 both have a （一）: the heading without a number tells them apart.
  const scope = clause.headings
    .map((heading) => bases[heading] ?? '')
    .findLast((base) => /(?:^|-)x[0-9a-f]{8}$/.test(base));
  const slug = join(scope ?? '', slugOf(place));
  return slug.endsWith('b') ? `${slug}${count(`\n${clause.language}${slug}${clause.kind}`)}` : slug;
}

/** What is printed above it, whatever tells its locator from another one. */
function placeOf({ place, locator }: SplitClause): string {
  return place ?? locator;
}

function join(above: string, own: string): string {
  const joined = above === '' ? own : `${above}-${own}`;
  return joined.length <= LONGEST ? joined : `${joined.slice(0, LONGEST - 9)}-${hash(joined).slice(0, 8)}`;
}

const UNITS: ReadonlyMap<string, string> = new Map([
  ['编', 'part'],
  ['編', 'part'],
  ['篇', 'part'],
  ['部分', 'part'],
  ['章', 'ch'],
  ['节', 'sec'],
  ['節', 'sec'],
  ['款', 'sub'],
  ['目', 'div'],
]);
const LABEL =
  /第([^第编編篇部章节節款目条條]{1,20})(编|編|篇|部分|章|节|節|款|目|[条條])(之[一二三四五六七八九十]{1,9})?|([一二三四五六七八九十百零〇]{1,9}|[0-9０-９]{1,9}|[壹贰叁肆伍陆柒捌玖拾貳參陸]{1,9})(?=[、.．)）是]|$)|([①-⑳])|(——|[◆◇●■□▲►★☆•])|([Ⅰ-Ⅻ])|([甲乙丙丁戊己庚辛壬癸])(?=、)|([A-Za-z])(?=[.．、）)])/g;
/** Other labels of one character, read as 1. is. */
const SIGNS = /[㈠-㈩⑴-⒇⒈-⒛㊀-㊉❶-➓⓫-⓾]/g;
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** `三、（一）2.` → `3-1-2`; `第一章第二节` → `ch1-sec2`; `Chapter II` → `Chapter-II`. */
function slugOf(locator: string): string {
  const article = articleKey(locator);
  if (article !== null) return `art${article}`;
  if (/^[A-Z][a-z]/i.test(locator)) return locator.replace(/[^A-Za-z0-9]+/g, '-');
  const plainly = locator.replace(SIGNS, (sign) => `${ordinalOfSign(sign) ?? ''}.`);
  const steps = [...plainly.matchAll(LABEL)].map(
    ([printed, number, unit, branch, plain, circled, bullet, roman, stem, letter]) => {
      if (roman !== undefined) return `r${ordinalOfSign(roman)}`;
      if (stem !== undefined) return `s${STEMS.indexOf(stem) + 1}`;
      if (letter !== undefined) return letter.toUpperCase();
      if (bullet !== undefined) return 'b';
      if (circled !== undefined) return `${circled.charCodeAt(0) - 0x245f}`; // ① is U+2460
      if (plain !== undefined) return `${parseNumeral(plain) ?? hash(printed).slice(0, 6)}`;
      if (unit !== undefined && /^[条條]/.test(unit)) return `art${articleKey(printed) ?? ''}`;
      const putIn = branch === undefined ? '' : `-${parseNumeral(branch.slice(1)) ?? ''}`;
      return `${UNITS.get(unit ?? '') ?? ''}${parseNumeral(number ?? '') ?? ''}${putIn}`;
    },
  );
  if (steps.length > 0) return steps.join('-');
  const safe = locator.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return safe === '' ? `l${hash(locator).slice(0, 8)}` : safe;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

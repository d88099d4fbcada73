/**
 * What a clause is cited by: the labels above it, as they are printed, and what tells two of them apart.
 *
 * ```
 * 三、（二）                          the text itself
 * 附件1 三、（二）                    in an annex
 * 《某某管理办法》第三条              in a text that the notice carries, whose numbers begin anew
 * 保障措施 （一）                     where 重点工作 has a （一） too
 * 办理程序 1.                         numbers that begin anew under a line of prose
 * 一、1.（第2处）                     … where no line says what they are of
 * ```
 */
import { RANK } from './numbering.js';
import { isNumbered, locatorOf, type Mark, numberedAbove, type Step } from './steps.js';
import { counter, markRuns, nameScopes } from './tell-apart.js';

/** Rounds in which collisions are looked for, from the outermost inwards. */
const MOST_ROUNDS = 8;

/**
 * A locator for each step with a number, no two alike of those that are cited.
 *
 * @param steps  In the order of the text.
 * @param cited  Those of them that bodies are cited by: a heading may be called as another is.
 */
export function locatorsOf(
  text: string,
  steps: readonly Step[],
  cited: ReadonlySet<Step>,
): ReadonlyMap<Step, string> {
  const all = steps.filter(isNumbered);
  const numbered = all.filter(({ rank }) => rank !== RANK.annex);
  const bodies = numbered.filter((step) => cited.has(step));
  const marks = new Map<Step, Mark>();
  let counted: ReturnType<typeof counter> | undefined; // few need it, and the script of a text takes its time
  const count = (nth: number): Mark => {
    counted ??= counter(text);
    return counted(nth);
  };
  let locators = new Map<Step, string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    locators = new Map(all.map((step) => [step, locatorOf(step, marks)]));
    const alike = collisions(bodies, locators);
    if (alike.length === 0) return locators;
    const named = new Set<Step>(); // in this round: it may be enough for other groups too
    for (const group of alike) {
      if (!nameScopes(group, marks, named)) markRuns(text, group, numbered, marks, count);
    }
  }
  return withCounts(bodies, locators, count);
}

/**
 * Steps of clauses with one locator; where those that they stand under are alike as well (一、 and 一、), these in their place:
 * what tells the parents apart tells all that they hold.
 */
function collisions(cited: readonly Step[], locators: ReadonlyMap<Step, string>): (readonly Step[])[] {
  const groups = new Map<string, Step[]>();
  for (const step of cited) {
    const locator = locators.get(step) ?? '';
    const group = groups.get(locator);
    if (group === undefined) groups.set(locator, [step]);
    else group.push(step);
  }
  const found = new Map<Step, readonly Step[]>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const outer = outermost(group, locators);
    const first = outer[0] as Step;
    if ((found.get(first)?.length ?? 0) < outer.length) found.set(first, outer);
  }
  return [...found.values()];
}

function outermost(group: readonly Step[], locators: ReadonlyMap<Step, string>): readonly Step[] {
  const parents = [...new Set(group.map(numberedAbove))];
  const [first] = parents;
  if (first == null || parents.length < 2) return group;
  const alike = parents.every((parent) => parent !== null && locators.get(parent) === locators.get(first));
  return alike ? outermost(parents as Step[], locators) : group;
}

/** Nothing else told them apart. */
function withCounts(
  cited: readonly Step[],
  locators: ReadonlyMap<Step, string>,
  count: (nth: number) => Mark,
): Map<Step, string> {
  const seen = new Map<string, number>();
  const counted = new Map(locators);
  for (const step of cited) {
    const locator = locators.get(step) ?? '';
    const nth = (seen.get(locator) ?? 0) + 1;
    seen.set(locator, nth);
    counted.set(step, nth === 1 ? locator : locator + count(nth).behind);
  }
  return counted;
}

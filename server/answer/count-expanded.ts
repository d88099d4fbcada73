/** What each addition brought: the total, less that of the same question without it. */
import { fold } from '../../core/text/fold.js';
import type { EngineQuery, SearchEngine } from '../../engine/engine.js';
import type { Expanded } from '../api.js';
import { type Question, questionOf } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import { countedAs, toEngineQuery } from './engine-query.js';

/** @param total  The answer's own. */
export type ToldExpanded = (total: number) => readonly Expanded[];

/**
 * One count for each addition, all at once: an engine that is a way off is waited for once, and beside the page.
 *
 * @param match  Of the answer.
 */
export async function countExpanded(
  engine: SearchEngine,
  question: Question,
  request: SearchRequest,
  match: EngineQuery['match'],
): Promise<ToldExpanded> {
  const { pieces = [] } = question;
  const added = question.widened.flat();
  const less = new Map<string, number>();
  const countWithout = async (to: string): Promise<void> => {
    const query = toEngineQuery(questionOf(pieces, to), request, countedAs(match));
    less.set(to, (await engine.search(query)).total);
  };
  const distinct = [...new Set(added.map(({ to }) => fold(to)))];
  const isAny = countedAs(match) === 'any' && request.scope === 'all';
  const asked = distinct.filter((to) => !isAny || !isHeldAnyway(to, question));
  await Promise.all(asked.map(countWithout));
  const told = new Map(added.map((one) => [`${one.word}\n${one.to}`, one]));
  return (total) =>
    [...told.values()].map(({ word, to, kind }) => ({
      word,
      to,
      kind,
      count: total - (less.get(fold(to)) ?? total), // not asked: it brings nothing
    }));
}

const HAN = /^\p{Script=Han}+$/u;

/**
 * Whether every clause that holds it holds a part of it that is looked for too: 金融机构 beside 金融. Of `any` it then brings
 * nothing, and need not be counted.
 */
function isHeldAnyway(to: string, { ofAny }: Question): boolean {
  return ofAny.some(
    ({ alternatives, isParticle }) =>
      !isParticle &&
      alternatives.some(({ folded }) => folded !== to && HAN.test(folded) && to.includes(folded)),
  );
}

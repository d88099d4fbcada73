/** What each addition brought: the total, less that of the same question without it. */
import { fold } from '../../core/text/fold.js';
import type { EngineQuery, SearchEngine } from '../../engine/engine.js';
import type { Expanded } from '../api.js';
import { type Question, questionOf } from '../query/question.js';
import { COUNTED } from './explain.js';

/** @param total  The answer's own. */
export type ToldExpanded = (total: number) => readonly Expanded[];

/**
 * One count for each addition, all at once: an engine that is a way off is waited for once, and beside the page.
 *
 * @param query  As it is answered: under its filters, with its `match`.
 */
export async function countExpanded(
  engine: SearchEngine,
  question: Question,
  query: EngineQuery,
): Promise<ToldExpanded> {
  const { pieces = [] } = question;
  const added = question.widened.flat();
  const less = new Map<string, number>();
  const countWithout = async (to: string): Promise<void> => {
    const { words, excluded } = questionOf(pieces, to);
    const match = query.match === 'all' ? 'all' : 'any';
    const { total } = await engine.search({ ...query, ...COUNTED, words, excluded, match });
    less.set(to, total);
  };
  await Promise.all([...new Set(added.map(({ to }) => fold(to)))].map(countWithout));
  const told = new Map(added.map((one) => [`${one.word}\n${one.to}`, one]));
  return (total) =>
    [...told.values()].map(({ word, to, kind }) => ({
      word,
      to,
      kind,
      count: total - (less.get(fold(to)) ?? 0),
    }));
}

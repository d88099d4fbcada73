/** What each addition brought: the total, less that of the same question without it. */
import { fold } from '../../core/text/fold.js';
import type { EngineAnswer, EngineQuery, OtherWords } from '../../engine/engine.js';
import type { Expanded } from '../api.js';
import { type Question, questionOf } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import { countedAs } from './engine-query.js';

export interface CountedExpanded {
  /** What the search is to count beside the question. */
  readonly others: readonly OtherWords[];
  told(answer: Pick<EngineAnswer, 'total' | 'otherTotals'>): readonly Expanded[];
}

/** @param match  Of the answer. */
export function countExpanded(
  question: Question,
  { scope }: Pick<SearchRequest, 'scope'>,
  match: EngineQuery['match'],
): CountedExpanded {
  const { pieces = [] } = question;
  const added = question.widened.flat().map((one) => ({ ...one, folded: fold(one.to) }));
  const distinct = [...new Set(added.map(({ folded }) => folded))];
  const isAny = countedAs(match) === 'any';
  const asked = distinct.filter((to) => !isAny || scope !== 'all' || !isHeldAnyway(to, question));
  const others = asked.map((to): OtherWords => {
    const { words, ofAny, excluded } = questionOf(pieces, to);
    return { words: match === 'any' ? ofAny : words, excluded };
  });
  return {
    others,
    told({ total, otherTotals }) {
      const less = new Map(asked.map((to, i) => [to, otherTotals[i] as number]));
      const told = new Map(added.map((one) => [`${one.word}\n${one.to}`, one]));
      return [...told.values()].map(({ word, to, kind, folded }) => ({
        ...{ word, to, kind },
        count: total - (less.get(folded) ?? total), // not asked: it brings nothing
      }));
    },
  };
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

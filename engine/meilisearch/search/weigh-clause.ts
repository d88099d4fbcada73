/**
 * A clause that was read → its score in step one, and what is proposed of it. Pure.
 */
import type { EngineQuery, Proposal } from '../../engine.js';
import { FIRST, NUMBERED, stepOneScore } from '../../step-one.js';
import { readStored } from '../records/facet-value.js';
import { placeOf } from '../records/records.js';
import { judge } from './judge.js';
import type { FoundClause } from './read-answer.js';

export interface Scored {
  readonly clause: FoundClause;
  readonly score: number;
  readonly context: readonly boolean[];
  /** Of `all+any`: whether it holds every word. */
  readonly isFirst: boolean;
  readonly isNumbered: boolean;
}

/**
 * @returns null where it is no hit.
 * @param rarities  By word.
 * @param untitled  Places of documents whose number was asked for and that print no title.
 */
export function weighClause(
  clause: FoundClause,
  query: EngineQuery,
  rarities: readonly number[],
  untitled: ReadonlySet<number>,
): Scored | null {
  const judged = judge(clause, query);
  if (!judged.isHit) return null;
  const held = { own: 0, context: 0 };
  for (const [i, rarity] of rarities.entries()) {
    if (judged.own[i]) held.own += rarity;
    else if (judged.context[i]) held.context += rarity;
  }
  const isFirst = query.match === 'all+any' && judged.holdsAll;
  const prefers = query.sort === 'relevance' && judged.isPreferred;
  const isNumbered = judged.isNumbered || untitled.has(placeOf(clause.order));
  const score =
    stepOneScore(held, clause.weight, prefers) + (isNumbered ? NUMBERED : 0) + (isFirst ? FIRST : 0);
  return { clause, score, context: judged.context, isFirst, isNumbered };
}

/** Found, counted, and no hit by its text: the index was swapped meanwhile, or we asked for the wrong thing. */
export class FoundNoHit extends Error {
  override readonly name = 'FoundNoHit';

  constructor({ id }: FoundClause) {
    super(`${id} was found, and is no hit.`);
  }
}

/** Of what the engine counts among the hits. @throws FoundNoHit; left out, it would be missing on a page and counted. */
export function asHit(clause: FoundClause, weigh: (clause: FoundClause) => Scored | null): Scored {
  const scored = weigh(clause);
  if (scored === null) throw new FoundNoHit(clause);
  return scored;
}

/** Best first; equals in the order of the documents. */
export function compareScored(a: Scored, b: Scored): number {
  return b.score - a.score || a.clause.order - b.clause.order;
}

export function toProposal(
  { clause, score, context, isFirst, isNumbered }: Scored,
  withText: boolean,
): Proposal {
  return {
    clauseId: clause.id.slice('c-'.length),
    documentId: readStored(clause.documentId),
    kind: clause.kind,
    score,
    folded: withText ? clause.folded : null,
    inContext: context,
    isFirst,
    isNumbered,
  };
}

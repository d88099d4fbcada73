/**
 * The question in other words, where only how many it finds is asked.
 */
import type { EngineQuery, OtherWords } from './engine.js';

/** As a query of its own: nothing of it is wanted but the total. */
export function queryOf(query: EngineQuery, { words, excluded }: OtherWords): EngineQuery {
  const match = query.match === 'all' ? 'all' : 'any';
  const counted = { take: 0, skip: 0, withText: false, facets: [], prefer: [] } as const;
  const { onProposals: _told, others: _others, ...asked } = query;
  return { ...asked, ...counted, group: 'none', onlyTotal: true, words, excluded, match };
}

/**
 * The hits that are proposed one by one, in their order. Of `all+any`, those that hold every word are few: they are read, and the
 * rest is asked for without them.
 */
import type { EngineQuery } from '../../engine.js';
import { ask } from './ask.js';
import { all, notAmong } from './filter.js';
import { isInEngineOrder, pageOf, sortOf } from './order.js';
import { type ProposalContext, READ_ALL } from './proposal-context.js';
import { bestHits, readAllHits } from './propose.js';
import { CLAUSE_FIELDS } from './read-answer.js';
import { asHit, compareScored, type Scored } from './weigh-clause.js';

/** @param total  All hits. @param first  Of `all+any`, what finds those that hold every word; else null. */
export async function proposeHits(
  context: ProposalContext,
  total: number,
  first: ProposalContext | null,
): Promise<readonly Scored[]> {
  const { query } = context;
  if (query.take === 0 || total === 0) return [];
  const leading = first === null ? [] : await readFirst(first);
  const others = leading.length === 0 ? context : without(context, leading);
  const before = leading.slice(query.skip, query.skip + query.take);
  const wanted = {
    skip: Math.max(0, query.skip - leading.length),
    take: query.take - before.length,
  };
  if (wanted.take === 0) return before;
  const behind = await propose({ ...others, query: { ...query, ...wanted } }, total - leading.length);
  return [...before, ...behind];
}

/** Those that hold every word, in the order asked for. */
async function readFirst(context: ProposalContext): Promise<readonly Scored[]> {
  const { query } = context;
  if (query.sort === 'relevance') {
    const found = (await readAllHits(context)).map((clause) => asHit(clause, context.weigh));
    return [...new Map(found.map((one) => [one.clause.id, one])).values()].sort(compareScored);
  }
  return page({ ...context, query: { ...query, skip: 0, take: READ_ALL } });
}

function without(context: ProposalContext, leading: readonly Scored[]): ProposalContext {
  return { ...context, select: all(context.select, notAmong(leading.map(({ clause }) => clause.order))) };
}

async function propose(context: ProposalContext, total: number): Promise<readonly Scored[]> {
  if (total <= 0) return [];
  return isInEngineOrder(context.query) ? page(context) : best(context, total);
}

async function page(context: ProposalContext): Promise<readonly Scored[]> {
  const { collection, asking, query, branches, select } = context;
  const { page, size, from, to } = pageOf(query);
  const hits = { sort: sortOf(query), page, size, fields: CLAUSE_FIELDS };
  const [found] = await ask(collection, asking, [{ branches, select, hits }]);
  return (found?.clauses ?? []).slice(from, to).map((clause) => asHit(clause, context.weigh));
}

async function best(context: ProposalContext, total: number): Promise<readonly Scored[]> {
  const { collection, asking, query, branches, select } = context;
  const first =
    total > READ_ALL && context.ahead ? rest(await context.ahead) : await bestHits(context, total);
  const wanted = first.slice(query.skip, query.skip + query.take);
  if (total <= READ_ALL || query.skip + query.take <= first.length) return wanted;
  // Behind those that were weighed, by weight alone.
  const skip = Math.max(0, query.skip - first.length);
  const size = query.skip + query.take - first.length;
  const [others] = await ask(collection, asking, [
    {
      branches,
      select: all(select, notAmong(first.map(({ clause }) => clause.order))),
      hits: { sort: ['weight:desc', 'order:asc'], page: 0, size, fields: CLAUSE_FIELDS },
    },
  ]);
  const behind = (others?.clauses ?? []).slice(skip).map((clause) => asHit(clause, context.weigh));
  return [...wanted, ...behind];
}

/** Those that hold every word are before them already. */
function rest(scored: readonly Scored[]): readonly Scored[] {
  return scored.filter(({ isFirst }) => !isFirst);
}

/** Whether what is wanted can be asked for before anything is counted. */
export function isAskedAtOnce(query: EngineQuery): boolean {
  return query.take > 0 && query.group === 'none' && query.match !== 'all+any' && isInEngineOrder(query);
}

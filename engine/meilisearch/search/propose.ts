/**
 * The clauses that are proposed, in the order of step one (step-one.ts): the same as the embedded engine's, where the
 * engine can give it.
 *
 * A single word gives every hit the same rarity, so the order is that of a stored number, the clause's weight. Of several
 * words the engine cannot add up rarities. Where the hits are few, all of them are read and weighed here; where they are
 * many, those that hold the most, by rarity: found by filters, read, weighed.
 */
import type { EngineQuery } from '../../engine.js';
import { readEach } from './ask.js';
import type { Branch } from './compile.js';
import { all, bears, type Filter, isIn, tokensIn } from './filter.js';
import { quoted } from './phrase-query.js';
import { BEST, HEAD, type ProposalContext, READ_ALL } from './proposal-context.js';
import type { FoundClause } from './read-answer.js';
import { readBands } from './read-bands.js';
import { MOST_CLASSES_OF, readClasses } from './read-classes.js';
import { asHit, compareScored, type Scored } from './weigh-clause.js';

/** The best so many hits, best first. */
export async function bestHits(context: ProposalContext, total: number): Promise<readonly Scored[]> {
  const isAll = total <= READ_ALL;
  const found = isAll ? await readAllHits(context) : await readBest(context);
  const clauses = [...new Map(found.map((clause) => [clause.id, clause])).values()];
  const scored = isAll
    ? clauses.map((clause) => asHit(clause, context.weigh))
    : clauses.flatMap((clause) => context.weigh(clause) ?? []); // found by filters: no hits among them
  return scored.sort(compareScored).slice(0, READ_ALL);
}

/**
 * The same, begun before it is known how many hits there are: for many words of which any will do, when there are few hits nearly
 * never. The engine has time for it while we read what it counted. null where that is not worth it: one document has few.
 */
export function lookAhead(context: ProposalContext): Promise<readonly Scored[]> | null {
  if (!isOfMany(context.query) || context.query.document !== null) return null;
  const looking = bestHits(context, Number.POSITIVE_INFINITY);
  looking.catch(() => undefined); // told where it is waited for, if anybody does
  return looking;
}

/** Whether hits are put in order that hold any of many words. */
export function isOfMany({ words, match, sort, take }: EngineQuery): boolean {
  return match !== 'all' && sort === 'relevance' && take > 0 && words.length > MOST_CLASSES_OF;
}

/** All hits, where they are no more than READ_ALL. */
export async function readAllHits({
  collection,
  asking,
  branches,
  select,
}: ProposalContext): Promise<FoundClause[]> {
  const parts = await Promise.all(
    branches.map((branch) => read({ collection, asking }, branch, select, READ_ALL)),
  );
  return parts.flat();
}

async function readBest(context: ProposalContext): Promise<FoundClause[]> {
  const { query, branches, select } = context;
  const count = query.words.length;
  const holding = isInClasses(query)
    ? [readClasses(context)]
    : count === 1
      ? branches.map((branch) => read(context, branch, select, HEAD))
      : [readBands(context)];
  return (await Promise.all([readAhead(context), ...holding])).flat();
}

/** Hits that are worth more than their words and weight say: titles whose number was asked for, and who holds a run. */
export async function readAhead(context: ProposalContext): Promise<FoundClause[]> {
  const { query, branches, select, untitled } = context;
  const numbered = [
    ...query.words.flatMap((word) => bears('own', word)),
    ...(untitled.size === 0 ? [] : [isIn('place', [...untitled].slice(0, HEAD).map(String))]),
  ].flatMap((filter) => branches.map((branch) => read(context, branch, all(select, filter), HEAD)));
  const preferred = (isInClasses(query) ? [] : query.prefer).flatMap((phrase) =>
    branches.map(({ q, filter }) => read(context, inAddition({ q, filter }, phrase), select, HEAD)),
  );
  return (await Promise.all([...preferred, ...numbered])).flat();
}

/** Which know who holds a run. */
function isInClasses({ words }: EngineQuery): boolean {
  return words.length > 1 && words.length <= MOST_CLASSES_OF;
}

function inAddition({ q, filter }: Branch, phrase: EngineQuery['prefer'][number]): Branch {
  return phrase.tokens.length === 1
    ? { q, filter: all(filter, tokensIn('own', phrase)) }
    : { q: `${quoted('own', phrase)} ${q}`.trim(), filter };
}

async function read(
  { collection, asking }: Pick<ProposalContext, 'collection' | 'asking'>,
  { q, filter }: Branch,
  select: Filter,
  most: number,
): Promise<readonly FoundClause[]> {
  const found = await readEach(collection, asking, { q, filter: all(filter, select) }, { ...BEST, most });
  return found.clauses;
}

/**
 * The clauses that are proposed, in the order of step one (step-one.ts): the same as the embedded engine's, where the
 * engine can give it.
 *
 * A single word gives every hit the same rarity, so the order is that of a stored number, the clause's weight. Of several
 * words the engine cannot add up rarities. Where the hits are few, all of them are read and weighed here; where they are
 * many, those that hold the most, by rarity: found by filters, read, weighed.
 */
import type { EngineQuery } from '../engine.js';
import { countEach, readEach } from './ask.js';
import type { Asking, Collection } from './collection.js';
import type { Branch } from './compile.js';
import { all, any, type Filter, held, inOwn, NOTHING, tokensIn } from './filter.js';
import { quoted } from './phrase-query.js';
import { CLAUSE_FIELDS, type FoundClause } from './read-answer.js';
import { compareScored, type Scored } from './weigh-clause.js';

/** So many hits are all read. */
export const READ_ALL = 1000;
/** And so many of more. */
const HEAD = 500;
/** Shares of the summed rarities that a clause must hold to be read, highest first. */
const LEVELS = [1, 0.85, 0.7, 0.55, 0.4, 0.25] as const;
/** Words that decide who is read: the rarest. Filters double with each. */
const DECIDING = 10;

export interface ProposalContext {
  readonly collection: Collection;
  readonly asking: Asking;
  readonly query: EngineQuery;
  /** The union that is the hits, before the reader's selection. */
  readonly branches: readonly Branch[];
  readonly select: Filter;
  /** By word. */
  readonly rarities: readonly number[];
  /** Judges and weighs; null: no hit. */
  readonly weigh: (clause: FoundClause) => Scored | null;
}

/** The best so many hits, best first. */
export async function head(context: ProposalContext, total: number): Promise<readonly Scored[]> {
  const found = total <= READ_ALL ? await readHits(context) : await readBest(context);
  const byId = new Map(found.map((clause) => [clause.id, clause]));
  return [...byId.values()]
    .flatMap((clause) => context.weigh(clause) ?? [])
    .sort(compareScored)
    .slice(0, total <= READ_ALL ? READ_ALL : HEAD);
}

async function readHits({ collection, asking, branches, select }: ProposalContext): Promise<FoundClause[]> {
  const parts = await Promise.all(
    branches.map((branch) => read({ collection, asking }, branch, select, READ_ALL)),
  );
  return parts.flat();
}

async function readBest(context: ProposalContext): Promise<FoundClause[]> {
  const { query, branches, select } = context;
  const preferred = query.prefer.flatMap((phrase) =>
    branches.map(({ q, filter }) => read(context, inAddition({ q, filter }, phrase), select, HEAD)),
  );
  const holding =
    query.words.length === 1
      ? branches.map((branch) => read(context, branch, select, HEAD))
      : [readHolding(context)];
  return (await Promise.all([...preferred, ...holding])).flat();
}

function inAddition({ q, filter }: Branch, phrase: EngineQuery['prefer'][number]): Branch {
  return phrase.tokens.length === 1
    ? { q, filter: all(filter, tokensIn('own', phrase)) }
    : { q: `${quoted('own', phrase)} ${q}`.trim(), filter };
}

/** The clauses that hold the most of the words in their own text. */
async function readHolding(context: ProposalContext): Promise<FoundClause[]> {
  const { query, select, rarities } = context;
  const words = query.words
    .map((word, i) => ({ filter: inOwn(word), rarity: rarities[i] ?? 0 }))
    .sort((a, b) => b.rarity - a.rarity)
    .slice(0, DECIDING);
  const whole = words.reduce((sum, { rarity }) => sum + rarity, 0);
  const somewhere = query.match === 'any' ? null : all(...query.words.map(held));
  const branches = LEVELS.map(
    (level): Branch => ({
      q: '',
      filter: all(atLeast(words, whole * level), somewhere, select),
    }),
  );
  const counts = await countEach(
    context.collection,
    context.asking,
    branches.map((branch) => ({ branches: [branch], select: null })),
  );
  const enough = counts.findIndex((count) => count >= HEAD);
  const last = enough < 0 ? LEVELS.length - 1 : enough;
  // What is above the level that is enough is read whole, of the level itself those of the highest weight.
  const chosen = branches.slice(Math.max(0, last - 1), last + 1);
  return (await Promise.all(chosen.map((branch) => read(context, branch, null, READ_ALL)))).flat();
}

/** Clauses that hold words of so much rarity together: with the first and enough of the rest, or enough of the rest. */
function atLeast(
  words: readonly { readonly filter: string; readonly rarity: number }[],
  needed: number,
): Filter {
  const rest = words.reduce((sum, { rarity }) => sum + rarity, 0);
  if (needed <= 1e-9) return null;
  const [first, ...others] = words;
  if (first === undefined || rest < needed - 1e-9) return NOTHING;
  const without = atLeast(others, needed);
  const withFirst = all(first.filter, atLeast(others, needed - first.rarity));
  if (without === NOTHING) return withFirst;
  return any([withFirst ?? '', without ?? '']);
}

async function read(
  { collection, asking }: Pick<ProposalContext, 'collection' | 'asking'>,
  { q, filter }: Branch,
  select: Filter,
  most: number,
): Promise<readonly FoundClause[]> {
  const found = await readEach(
    collection,
    asking,
    { q, filter: all(filter, select) },
    { sort: ['weight:desc'], most, fields: CLAUSE_FIELDS },
  );
  return found.clauses;
}

/**
 * The clauses that are proposed, in the order of step one (step-one.ts): the same as the embedded engine's, where the
 * engine can give it.
 *
 * A single word gives every hit the same rarity, so the order is that of a stored number, the clause's weight. Of several
 * words the engine cannot add up rarities. Where the hits are few, all of them are read and weighed here; where they are
 * many, those that hold the most, by rarity: found by filters, read, weighed.
 */
import type { EngineQuery } from '../engine.js';
import { MOST_WEIGHT } from '../step-one.js';
import { readEach, readSome } from './ask.js';
import type { Asking, Collection } from './collection.js';
import type { Branch } from './compile.js';
import { all, any, type Filter, held, inOwn, NOTHING, tokensIn } from './filter.js';
import { quoted } from './phrase-query.js';
import { CLAUSE_FIELDS, type FoundClause } from './read-answer.js';
import { compareScored, PREFERRED, type Scored } from './weigh-clause.js';

/** So many hits are all read. */
export const READ_ALL = 1000;
/** And so many of more. */
const HEAD = 500;
/** The rarest words: of so many, each few together are looked at; and so many are added up. */
const DECIDING = 6;
const WEIGHED = 10;
/** Clauses looked at, of a word and of a few together. */
const LOOK_SINGLE = 150;
const LOOK_TOGETHER = 50;
/** Of the summed rarity. */
const STEPS = 5;
/** Rarities are added up in more than one order. */
const SLACK = 1e-6;
const BEST = { sort: ['weight:desc'], fields: CLAUSE_FIELDS } as const;

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

/**
 * The clauses that are worth the most, in two steps: a look at those of the highest weight for each word and each few words
 * together; and, as these say what it takes to be among the first, every clause whose rarities and weight are enough.
 */
async function readHolding(context: ProposalContext): Promise<FoundClause[]> {
  const { collection, asking, query, select, rarities } = context;
  const words = query.words
    .map((word, i): Deciding => ({ filter: inOwn(word), rarity: rarities[i] ?? 0 }))
    .sort((a, b) => b.rarity - a.rarity);
  const narrowed = all(query.match === 'any' ? null : all(...query.words.map(held)), select);
  const readThese = async (filters: readonly Filter[], most: number): Promise<FoundClause[]> => {
    const branches = filters.map((filter): Branch => ({ q: '', filter: all(filter, narrowed) }));
    return (await readSome(collection, asking, branches, { ...BEST, most })).flat();
  };

  const single = words.map(({ filter }) => filter);
  const looked = (
    await Promise.all([
      readThese(single.slice(0, -1), LOOK_SINGLE),
      readThese(single.slice(-1), HEAD), // the commonest: so many at least are there
      readThese(groupsOf(words.slice(0, DECIDING)), LOOK_TOGETHER),
    ])
  ).flat();
  const needed = scoreNeeded(looked, context);
  if (needed === null) return looked;
  const filters = enough(words.slice(0, WEIGHED), needed);
  return [...looked, ...(await readThese(filters, READ_ALL))];
}

/** The score of the last that would be proposed of these; null where they are too few to say. */
function scoreNeeded(clauses: readonly FoundClause[], { weigh }: ProposalContext): number | null {
  const scores = new Map(clauses.map((clause) => [clause.id, weigh(clause)?.score ?? 0]));
  const sorted = [...scores.values()].filter((score) => score < PREFERRED).sort((a, b) => b - a);
  return (sorted[HEAD - 1] ?? 0) > 0 ? (sorted[HEAD - 1] as number) : null;
}

interface Deciding {
  readonly filter: string;
  readonly rarity: number;
}

/**
 * A score is rarity times weight: what holds less of the one needs more of the other. By steps of the summed rarity, the
 * clauses that hold at least so much and weigh enough to reach the score if they held no more than up to the next step. Those
 * that weigh enough for the step before were found there.
 */
function enough(words: readonly Deciding[], score: number): Filter[] {
  const whole = words.reduce((sum, { rarity }) => sum + rarity, 0);
  const least = Math.min(whole, score / MOST_WEIGHT);
  const step = (at: number): number => least * (whole / least) ** (at / STEPS);
  return Array.from({ length: STEPS }, (_, at) =>
    all(
      atLeast(words, step(at)),
      `weight >= ${score / step(at + 1)}`,
      at === 0 ? null : `weight < ${score / step(at)}`,
    ),
  );
}

/** Clauses that hold words of so much rarity together: with the first and enough of the rest, or enough of the rest. */
function atLeast(words: readonly Deciding[], needed: number): Filter {
  const rest = words.reduce((sum, { rarity }) => sum + rarity, 0);
  if (needed <= SLACK) return null;
  const [first, ...others] = words;
  if (first === undefined || rest < needed - SLACK) return NOTHING;
  const without = atLeast(others, needed);
  const withFirst = all(first.filter, atLeast(others, needed - first.rarity));
  return without === NOTHING || withFirst === null || without === null
    ? withFirst
    : any([withFirst, without]);
}

/** Two or three words together. */
function groupsOf(words: readonly Deciding[]): readonly Filter[] {
  let groups: readonly (readonly Deciding[])[] = [[]];
  for (const word of words) {
    groups = [...groups, ...groups.filter(({ length }) => length < 3).map((group) => [...group, word])];
  }
  return groups.filter(({ length }) => length > 1).map((group) => all(...group.map(({ filter }) => filter)));
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

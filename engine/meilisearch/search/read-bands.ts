/**
 * The best clauses for many words, nearly: too many for a list of each choice of them (read-classes.ts).
 */
import { wordsOfAny } from '../../engine.js';
import { MOST_WEIGHT } from '../../step-one.js';
import { all, any, type Filter, held, inOwn, NOTHING } from './filter.js';
import { HEAD, type ProposalContext, READ_ALL, readByFilter, scoreNeeded } from './proposal-context.js';
import type { FoundClause } from './read-answer.js';

/** The rarest words: of so many, each few together are looked at; and so many are added up. */
const DECIDING = 6;
const WEIGHED = 7;
/** Clauses looked at, of a word and of a few together. */
const LOOK_SINGLE = 150;
const LOOK_TOGETHER = 50;
/** Requests that filters are asked in: the engine answers each of one in turn, and has more than one core. */
const AT_ONCE = 2;
/** Of the summed rarity. */
const STEPS = 5;
/** Rarities are added up in more than one order. */
const SLACK = 1e-6;

/**
 * The clauses that are worth the most, in two steps: a look at those of the highest weight for each word and each few words
 * together; and, as these say what it takes to be among the first, every clause whose rarities and weight are enough.
 */
export async function readBands(context: ProposalContext): Promise<FoundClause[]> {
  const { query, rarities } = context;
  const telling = query.match === 'all' ? query.words : wordsOfAny(query.words);
  const words = query.words
    .map((word, i) => ({ word, filter: inOwn(word), rarity: rarities[i] ?? 0 }))
    .filter(({ word }) => telling.includes(word)) // of particles alone there is no hit
    .sort((a, b) => b.rarity - a.rarity);
  const narrowed = query.match === 'all' ? all(...query.words.map(held)) : null;
  const readOnce = async (filters: readonly Filter[], most: number): Promise<FoundClause[]> => {
    const asked = filters.map((filter) => all(filter, narrowed));
    const found = (await readByFilter(context, asked, most)).flat();
    for (const clause of found) context.weigh(clause); // while others are waited for
    return found;
  };
  const readThese = async (filters: readonly Filter[], most: number): Promise<FoundClause[]> => {
    const requests = Array.from({ length: AT_ONCE }, (_, i) => filters.filter((_, at) => at % AT_ONCE === i));
    const asked = requests.filter(({ length }) => length > 0);
    return (await Promise.all(asked.map((some) => readOnce(some, most)))).flat();
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
  if (needed === 0) return looked;
  const filters = enough(words.slice(0, WEIGHED), needed);
  return [...looked, ...(await readThese(filters, READ_ALL))];
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

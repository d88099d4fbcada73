/**
 * A query → the searches whose union is its hits: compiled, and what the engine cannot tell exactly read from its texts.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import { type EngineQuery, wordsOfAny } from '../../engine.js';
import type { Asking, Collection } from '../wire/collection.js';
import { MOST_PARTS } from './apart.js';
import { type Branch, compile, namedExclusions, unproven, wantedPhrases } from './compile.js';
import { compileMore, type More } from './compile-more.js';
import { among, any, inOwn, SIDES, type Side, together } from './filter.js';
import { judge } from './judge.js';
import { openLoader } from './keep.js';
import { isExact } from './phrase-query.js';
import { CLAUSE_FIELDS } from './read-answer.js';
import { MOST_STRAYS, readAll, readHolders, readStrays, readWrong } from './read-phrase.js';
import type { Serving } from './serving.js';

type Matching = Pick<EngineQuery, 'words' | 'excluded' | 'match'>;

/** Clauses named in place of a phrase, in what is asked a few times, and in what is asked for each addition. */
const STRAYS_ONCE = 100;
const STRAYS_OFTEN = 40;

type OfSide = readonly [Phrase, Side];
type Read = (phrase: Phrase, side: Side) => Promise<readonly number[]>;
type ReadEach = (asked: readonly OfSide[]) => Promise<readonly (readonly number[])[]>;

export interface BranchReader {
  (query: Matching): Promise<readonly Branch[]>;
  /** Of what `query` finds and `fewer` does not; null where that cannot be asked. */
  more(query: Matching, fewer: Matching): Promise<More | null>;
}

export function openBranches(collection: Collection, asking: Asking, serving: Serving): BranchReader {
  // What was read while a part was away is not kept: it is not true of the whole.
  const isWhole = (): boolean => asking.away.size === 0;
  const keep = (what: string, read: ReadEach): Read => {
    const load = openLoader<OfSide, readonly number[]>({
      held: serving.findings,
      keyOf: ([phrase, side]) => `${what} ${side} ${phrase.folded}`,
      read,
      isTrue: isWhole,
    });
    return (phrase, side) => load([phrase, side]);
  };
  const oneByOne =
    (read: Read): ReadEach =>
    (asked) =>
      Promise.all(asked.map(([phrase, side]) => read(phrase, side)));
  const readingWrong = keep(
    'wrong',
    oneByOne((phrase, side) => readWrong(collection, asking, phrase, side)),
  );
  const wrongOf: Read = async (phrase, side) => (isExact(phrase) ? [] : readingWrong(phrase, side));
  const holdersOf = keep(
    'holders',
    oneByOne(async (phrase, side) =>
      readHolders(collection, asking, phrase, side, await wrongOf(phrase, side)),
    ),
  );
  const missedOf = keep('missed', (asked) => readStrays(collection, asking, asked));
  const straysOf = async (phrase: Phrase, side: Side): Promise<readonly number[] | null> => {
    const [missed, wrong] = await Promise.all([missedOf(phrase, side), wrongOf(phrase, side)]);
    return missed.length + wrong.length > MOST_STRAYS ? null : [...missed, ...wrong];
  };

  const branchesOf = async (query: Matching): Promise<readonly Branch[]> => {
    const wrong = await findings(unproven(query), wrongOf);
    const named = namedExclusions(query, { wrong }).flatMap((phrase) =>
      SIDES.map((side) => [phrase, side] as const),
    );
    const holders = await findings(named, holdersOf);
    const plain = compile(query, { wrong, holders });
    if (plain?.length === 1) return plain;
    // A union of several searches costs each of them, and the joining: where filters can tell phrases, it is one.
    const strays = upTo(STRAYS_ONCE, await findings(wantedPhrases(query), straysOf));
    const filtered = compile(query, { wrong, holders, strays });
    if (filtered !== null && filtered.length < (plain?.length ?? Number.POSITIVE_INFINITY)) return filtered;
    return plain ?? [await readBranch(query)];
  };

  /** Too many combinations: whatever may be a hit is read, and the hits are named. */
  const readBranch = async (query: Matching): Promise<Branch> => {
    const { words, match } = query;
    const hits: number[] = [];
    const filter = match === 'all' ? together(words) : any(wordsOfAny(words).map(inOwn));
    for await (const clauses of readAll(collection, asking, { q: '', filter }, CLAUSE_FIELDS)) {
      for (const clause of clauses) {
        if (judge(clause, { ...query, prefer: [] }).isHit) hits.push(clause.order);
      }
    }
    return { q: '', filter: among(hits) };
  };

  const more = async (query: Matching, fewer: Matching): Promise<More | null> => {
    const wanted = wantedPhrases(query);
    const asked = new Set(wanted.map(phraseKey));
    if (!wantedPhrases(fewer).every((one) => asked.has(phraseKey(one)))) return null;
    const inexact = wanted.filter(([phrase]) => !isExact(phrase));
    const [wrong, strays] = await Promise.all([findings(inexact, wrongOf), findings(wanted, straysOf)]);
    // As many phrases must be filters as there is no room for as phrases: those with the fewest strays.
    const counts = wanted.map(([phrase, side]) => strays(phrase, side)?.length ?? Number.POSITIVE_INFINITY);
    const last = counts.sort((a, b) => a - b)[counts.length - MOST_PARTS] ?? 0;
    const few = upTo(Math.max(STRAYS_OFTEN, last), strays);
    return compileMore(query, fewer, { wrong, strays: few, holders: () => [] });
  };

  return Object.assign(branchesOf, { more });
}

function phraseKey([{ folded }, side]: OfSide): string {
  return `${side} ${folded}`;
}

type Strays = (phrase: Phrase, side: Side) => readonly number[] | null;

function upTo(most: number, strays: Strays): Strays {
  return (phrase, side) => {
    const clauses = strays(phrase, side);
    return clauses !== null && clauses.length <= most ? clauses : null;
  };
}

/** Reads each, and gives them back by phrase and side. */
async function findings<Found extends readonly number[] | null>(
  asked: readonly OfSide[],
  read: (phrase: Phrase, side: Side) => Promise<Found>,
): Promise<(phrase: Phrase, side: Side) => Found> {
  const found = new Map<string, Found>();
  await Promise.all(
    asked.map(async ([phrase, side]) => {
      found.set(phraseKey([phrase, side]), await read(phrase, side));
    }),
  );
  return (phrase, side) => {
    const clauses = found.get(phraseKey([phrase, side]));
    if (clauses === undefined) throw new TypeError(`${phrase.folded} was not read.`);
    return clauses;
  };
}

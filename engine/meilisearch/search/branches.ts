/**
 * A query → the searches whose union is its hits: compiled, and what the engine cannot tell exactly read from its texts.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import { type EngineQuery, wordsOfAny } from '../../engine.js';
import type { Asking, Collection } from '../wire/collection.js';
import { type Branch, compile, namedExclusions, unproven } from './compile.js';
import { among, any, inOwn, SIDES, type Side, together } from './filter.js';
import { judge } from './judge.js';
import { openLoader } from './keep.js';
import { isExact } from './phrase-query.js';
import { CLAUSE_FIELDS } from './read-answer.js';
import { readAll, readHolders, readWrong } from './read-phrase.js';
import type { Serving } from './serving.js';

type Matching = Pick<EngineQuery, 'words' | 'excluded' | 'match'>;

type OfSide = readonly [Phrase, Side];
type Read = (phrase: Phrase, side: Side) => Promise<readonly number[]>;

export type BranchReader = (query: Matching) => Promise<readonly Branch[]>;

export function openBranches(collection: Collection, asking: Asking, serving: Serving): BranchReader {
  // What was read while a part was away is not kept: it is not true of the whole.
  const isWhole = (): boolean => asking.away.size === 0;
  const keep = (what: string, read: Read): Read => {
    const load = openLoader<OfSide, readonly number[]>({
      held: serving.findings,
      keyOf: ([phrase, side]) => `${what} ${side} ${phrase.folded}`,
      read: (asked) => Promise.all(asked.map(([phrase, side]) => read(phrase, side))),
      isTrue: isWhole,
    });
    return (phrase, side) => load([phrase, side]);
  };
  const readingWrong = keep('wrong', (phrase, side) => readWrong(collection, asking, phrase, side));
  const wrongOf: Read = async (phrase, side) => (isExact(phrase) ? [] : readingWrong(phrase, side));
  const holdersOf = keep('holders', async (phrase, side) =>
    readHolders(collection, asking, phrase, side, await wrongOf(phrase, side)),
  );

  const branchesOf: BranchReader = async (query) => {
    const wrong = await findings(unproven(query), wrongOf);
    const named = namedExclusions(query, { wrong }).flatMap((phrase) =>
      SIDES.map((side) => [phrase, side] as const),
    );
    const holders = await findings(named, holdersOf);
    return compile(query, { wrong, holders }) ?? [await readBranch(query)];
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

  return branchesOf;
}

/** Reads each, and gives them back by phrase and side. */
async function findings(
  asked: readonly OfSide[],
  read: Read,
): Promise<(phrase: Phrase, side: Side) => readonly number[]> {
  const found = new Map<string, readonly number[]>();
  await Promise.all(
    asked.map(async ([phrase, side]) => {
      found.set(`${side} ${phrase.folded}`, await read(phrase, side));
    }),
  );
  return (phrase, side) => {
    const clauses = found.get(`${side} ${phrase.folded}`);
    if (clauses === undefined) throw new TypeError(`${phrase.folded} was not read.`);
    return clauses;
  };
}

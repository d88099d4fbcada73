/**
 * Phrases that the engine finds too much for: what it finds is read, and told apart.
 */
import { PolicyError } from '../../../core/errors.js';
import type { Phrase } from '../../../core/text/analyze.js';
import type { Asking, Collection } from '../wire/collection.js';
import { readEach, readSome } from './ask.js';
import type { Branch } from './compile.js';
import { notAmong, type Side, tokensIn } from './filter.js';
import { holds } from './judge.js';
import { mayBeWrong, quoted } from './phrase-query.js';
import type { FoundClause } from './read-answer.js';

const PAGE = 4000; // clauses; some megabyte of text
/** Clauses read for one question; past it no deadline would hold. */
const MOST_READ = 100_000;

/** The clauses that the engine finds for a phrase and that do not hold it. Only what may be wrong is read. */
export async function readWrong(
  collection: Collection,
  asking: Asking,
  phrase: Phrase,
  side: Side,
): Promise<readonly number[]> {
  const branch = { q: quoted(side, phrase), filter: mayBeWrong(side, phrase) };
  const wrong: number[] = [];
  for await (const clauses of readAll(collection, asking, branch, ['id', 'order', 'folded', 'above'])) {
    for (const { order, folded, above } of clauses) {
      if (!holds(side === 'own' ? [folded] : above, phrase)) wrong.push(order);
    }
  }
  return wrong;
}

/** All clauses that hold a phrase. @param wrong  What `readWrong` says. */
export async function readHolders(
  collection: Collection,
  asking: Asking,
  phrase: Phrase,
  side: Side,
  wrong: readonly number[],
): Promise<readonly number[]> {
  const branch = { q: quoted(side, phrase), filter: notAmong(wrong) };
  const holders: number[] = [];
  for await (const clauses of readAll(collection, asking, branch, ['id', 'order'])) {
    for (const { order } of clauses) holders.push(order);
  }
  return holders;
}

/** More of them are never named: in a filter a hundred cost a millisecond. */
export const MOST_STRAYS = 500;

/** Of each phrase the clauses that hold its tokens and that the engine does not find for it, up to one more than `MOST_STRAYS`. */
export function readStrays(
  collection: Collection,
  asking: Asking,
  asked: readonly (readonly [Phrase, Side])[],
): Promise<readonly (readonly number[])[]> {
  const branches = asked.map(([phrase, side]) => ({
    q: `-${quoted(side, phrase)}`,
    filter: tokensIn(side, phrase),
  }));
  const options = { sort: [], most: MOST_STRAYS + 1, fields: ['id', 'order'] };
  return readSome(collection, asking, branches, options).then((found) =>
    found.map((clauses) => clauses.map(({ order }) => order)),
  );
}

/** Everything a search finds, in pages. @throws PolicyError `engine_unavailable` where it is too much to be read. */
export async function* readAll(
  collection: Collection,
  asking: Asking,
  branch: Branch,
  fields: readonly string[],
): AsyncGenerator<readonly FoundClause[]> {
  for (let skip = 0; ; skip += PAGE) {
    if (skip >= MOST_READ) throw tooBroad();
    const { clauses } = await readEach(collection, asking, branch, {
      ...{ sort: [], skip, most: PAGE, fields },
    });
    yield clauses;
    if (clauses.length < PAGE) return;
  }
}

function tooBroad(): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    `More than ${MOST_READ.toLocaleString('en')} clauses would have to be read to answer this exactly.`,
    'Ask for less: a longer or rarer text, fewer excluded ones, or a filter.',
  );
}

/**
 * A query → the searches whose union it is. Pure.
 *
 * A word of one token is a filter, on the tokens of a clause's own text or on those of its context; so words and numbers of
 * one token go into any search. Longer phrases go into `q`, where all of them must be found. A word that may be held by the
 * own text or by the context, or in one of several ways, therefore makes several searches, one a way.
 *
 *   all:  ⋂ C(w) ∩ ⋃ O(w)        any:  ⋃ O(w)        see engine.ts
 */
import type { Phrase } from '../../../core/text/analyze.js';
import type { EngineQuery, EngineWord } from '../../engine.js';
import { comparedNumber } from '../../entry.js';
import { numberToken } from '../records/records.js';
import { filterToken } from '../records/token-code.js';
import { all, any, equals, type Filter, IS_CLAUSE, not, notAmong } from './filter.js';
import { isExact, isToken, quoted, SIDES, type Side } from './phrase-query.js';

/** One search: what must be found, and the filter. */
export interface Branch {
  readonly q: string;
  readonly filter: Filter;
}

/** What was read of a phrase that the engine may find too much for: clauses, by their place in the order. */
export interface PhraseFindings {
  /** Found, and not held. */
  wrong(phrase: Phrase, side: Side): readonly number[];
  /** All that hold it. */
  holders(phrase: Phrase, side: Side): readonly number[];
}

/**
 * Searches of one question; past it the clauses are read instead. The engine takes ten parts in one `q` and leaves out the
 * rest in silence: in sixteen combinations of two ways there are four phrases at most, and three excluded ones are six.
 */
const MOST_BRANCHES = 16;
const MOST_EXCLUDED = 3;

/** A way in which a word is held: a phrase to be found, or a filter. */
interface Way {
  readonly side: Side;
  readonly phrase: string | null;
  readonly filter: Filter;
}

/** @returns null where that would be more searches, or longer ones, than the engine can be asked. */
export function compile(
  query: Pick<EngineQuery, 'words' | 'excluded' | 'match'>,
  findings: PhraseFindings,
): readonly Branch[] | null {
  const named = new Set(namedExclusions(query, findings));
  const negatives = query.excluded
    .filter((phrase) => !isToken(phrase) && !named.has(phrase))
    .flatMap((phrase) => SIDES.map((side) => `-${quoted(side, phrase)}`));
  const rest = all(
    excludedTokens(query),
    ...[...named].flatMap((phrase) => SIDES.map((side) => notAmong(findings.holders(phrase, side)))),
  );
  const found = query.words.length === 0 ? [{ phrases: [], filter: IS_CLAUSE }] : positive(query, findings);
  if (found === null) return null;
  return found.map(({ phrases, filter }) => ({
    q: [...phrases, ...negatives].join(' '),
    filter: all(filter, rest),
  }));
}

/** Of the excluded, what is a single token and so a filter. */
export function excludedTokens({ excluded }: Pick<EngineQuery, 'excluded'>): Filter {
  return all(
    ...excluded.filter(isToken).flatMap((phrase) => SIDES.map((side) => not(tokenFilter(side, phrase)))),
  );
}

/** The phrases of a query that the engine may find too much for, and on which side that matters. */
export function unproven({
  words,
  excluded,
  match,
}: Pick<EngineQuery, 'words' | 'excluded' | 'match'>): readonly (readonly [Phrase, Side])[] {
  const sides = match === 'all' && words.length > 1 ? SIDES : (['own'] as const);
  const asked = words.flatMap(({ alternatives }) => alternatives);
  return [
    ...asked.flatMap((phrase) => sides.map((side) => [phrase, side] as const)),
    ...excluded.flatMap((phrase) => SIDES.map((side) => [phrase, side] as const)),
  ].filter(([phrase]) => !isExact(phrase));
}

/**
 * Excluded phrases that cannot be excluded as such, for the engine would hide clauses that do not hold them, or has no room
 * for more: those that hold them are named.
 */
export function namedExclusions(
  { excluded }: Pick<EngineQuery, 'excluded'>,
  { wrong }: Pick<PhraseFindings, 'wrong'>,
): readonly Phrase[] {
  const phrases = excluded.filter((phrase) => !isToken(phrase));
  const isTrue = (phrase: Phrase): boolean =>
    isExact(phrase) || SIDES.every((side) => wrong(phrase, side).length === 0);
  const negatives = phrases.filter(isTrue).slice(0, MOST_EXCLUDED);
  return phrases.filter((phrase) => !negatives.includes(phrase));
}

interface Positive {
  readonly phrases: readonly string[];
  readonly filter: Filter;
}

function positive(
  { words, match }: Pick<EngineQuery, 'words' | 'match'>,
  findings: PhraseFindings,
): readonly Positive[] | null {
  const ways = (sides: readonly Side[]): Way[][] =>
    words.map((word) => sides.flatMap((side) => waysOf(word, side, findings)));
  return match === 'any' || words.length === 1 ? union(ways(['own']).flat()) : combinations(ways(SIDES));
}

/** Each of the ways is enough: the filters make one search, each phrase one more. */
function union(ways: readonly Way[]): readonly Positive[] {
  const filters = filtersOf(ways.filter(({ phrase }) => phrase === null));
  return [
    ...(filters.length > 0 ? [{ phrases: [], filter: any(filters) }] : []),
    ...ways.flatMap(({ phrase, filter }) => (phrase === null ? [] : [{ phrases: [phrase], filter }])),
  ];
}

/** One way a word, in every combination, and at least one of them in the own text. */
function combinations(words: readonly (readonly Way[])[]): readonly Positive[] | null {
  // Words of filters alone need no combination of their own: "own or context" is a filter.
  const plain = words.filter((ways) => ways.every(({ phrase }) => phrase === null));
  const phrased = words.filter((ways) => ways.some(({ phrase }) => phrase !== null)).map(mergeFilters);
  const count = phrased.reduce((product, ways) => product * ways.length, 1);
  if (count > MOST_BRANCHES) return null;
  const held = plain.map((ways) => any(filtersOf(ways)));
  const inOwn = plain.flatMap((ways) => filtersOf(ways.filter(({ side }) => side === 'own')));
  let combined: readonly (readonly Way[])[] = [[]];
  for (const ways of phrased) combined = combined.flatMap((chosen) => ways.map((way) => [...chosen, way]));
  return combined.flatMap((chosen): Positive[] => {
    const owned = chosen.some(({ side }) => side === 'own');
    if (!owned && inOwn.length === 0) return [];
    return [
      {
        phrases: chosen.flatMap(({ phrase }) => (phrase === null ? [] : [phrase])),
        filter: all(...held, ...chosen.map(({ filter }) => filter), owned ? null : any(inOwn)),
      },
    ];
  });
}

function filtersOf(ways: readonly Way[]): string[] {
  return ways.flatMap(({ filter }) => (filter === null ? [] : [filter]));
}

/** The ways by filter alone, one a side. */
function mergeFilters(ways: readonly Way[]): readonly Way[] {
  const merged = SIDES.flatMap((side): Way[] => {
    const filters = filtersOf(ways.filter((way) => way.side === side && way.phrase === null));
    return filters.length === 0 ? [] : [{ side, phrase: null, filter: any(filters) }];
  });
  return [...ways.filter(({ phrase }) => phrase !== null), ...merged];
}

function waysOf(
  { alternatives, documentNumber }: EngineWord,
  side: Side,
  findings: PhraseFindings,
): readonly Way[] {
  const ways = alternatives.map((phrase): Way => {
    if (isToken(phrase)) return { side, phrase: null, filter: tokenFilter(side, phrase) };
    const filter = isExact(phrase) ? null : notAmong(findings.wrong(phrase, side));
    return { side, phrase: quoted(side, phrase), filter };
  });
  if (documentNumber === undefined) return ways;
  const attribute = side === 'own' ? 'ownNumber' : 'number';
  return [
    ...ways,
    { side, phrase: null, filter: equals(attribute, numberToken(comparedNumber(documentNumber))) },
  ];
}

function tokenFilter(side: Side, { tokens }: Phrase): string {
  return equals(side, filterToken(tokens[0] ?? ''));
}

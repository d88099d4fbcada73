/**
 * A query → the searches whose union it is. Pure.
 *
 * A word of one token is a filter, on the tokens of a clause's own text or on those of its context; so words and numbers of
 * one token go into any search. Longer phrases go into `q`, where all of them must be found. A word that may be held by the
 * own text or by the context, or in one of several ways, therefore makes several searches, one a way. A run that is one of
 * several ways of a word, and not of filters alone, makes a question of its own with it.
 *
 *   all:  ⋂ C(w) ∩ ⋃ O(w)        any:  ⋃ O(w)        see engine.ts
 */
import type { Phrase } from '../../../core/text/analyze.js';
import { type EngineQuery, type EngineWord, wordsOfAny } from '../../engine.js';
import { MOST_PARTS, type Positive, setApart } from './apart.js';
import { all, any, type Filter, IS_CLAUSE, not, notAmong, SIDES, type Side } from './filter.js';
import { isExact, isToken, quoted } from './phrase-query.js';
import { filtersOf, onSide, optionsOf, type PhraseFindings, tokenFilter, type Ways } from './ways.js';

/** One search: what must be found, and the filter. */
export interface Branch {
  readonly q: string;
  readonly filter: Filter;
  /** No clause is found by it and by another of its question: what they find adds up. */
  readonly isApart?: true;
}

/**
 * Searches of one question; past it the clauses are read instead. The engine takes ten parts in one `q` and leaves out the
 * rest in silence: in sixteen combinations of two ways there are four phrases at most, and three excluded ones are six.
 */
const MOST_BRANCHES = 16;
/** Of `any`, where each is short: the 32 words and 64 additions of a question by themselves, and some runs. */
const MOST_OF_ANY = 128;
const MOST_EXCLUDED = 3;

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
  const apart = found.length > 1 ? setApart(found, MOST_PARTS - negatives.length) : null;
  return (apart ?? found).map(({ phrases, filter }) => ({
    q: [...phrases, ...negatives].join(' '),
    filter: all(filter, rest),
    ...(apart === null ? {} : { isApart: true as const }),
  }));
}

/** Of the excluded, what is a single token and so a filter. */
export function excludedTokens({ excluded }: Pick<EngineQuery, 'excluded'>): Filter {
  return all(
    ...excluded.filter(isToken).flatMap((phrase) => SIDES.map((side) => not(tokenFilter(side, phrase)))),
  );
}

type OfSide = readonly [Phrase, Side];

/** The phrases of a query that the engine may find too much for, and on which side that matters. */
export function unproven(query: Pick<EngineQuery, 'words' | 'excluded' | 'match'>): readonly OfSide[] {
  const all = [...wantedPhrases(query), ...onSides(query.excluded, SIDES)];
  return all.filter(([phrase]) => !isExact(phrase));
}

/** What is looked for and is not a filter as it is, and on which side. */
export function wantedPhrases({ words, match }: Pick<EngineQuery, 'words' | 'match'>): readonly OfSide[] {
  const sides = sidesOf({ words, match });
  const askedFor = match === 'any' ? wordsOfAny(words) : words;
  return askedFor
    .flatMap(({ alternatives, runs = [] }) => [
      ...onSides(alternatives, sides),
      ...runs.flat().flatMap((term) => onSides(term.alternatives, SIDES)),
    ])
    .filter(([phrase]) => !isToken(phrase));
}

function onSides(phrases: readonly Phrase[], sides: readonly Side[]): readonly OfSide[] {
  return phrases.flatMap((phrase) => sides.map((side) => [phrase, side] as const));
}

/** Where a word may be held, besides its runs. */
function sidesOf({ words, match }: Pick<EngineQuery, 'words' | 'match'>): readonly Side[] {
  return match === 'all' && words.length > 1 ? SIDES : ['own'];
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

function positive(
  { words, match }: Pick<EngineQuery, 'words' | 'match'>,
  findings: PhraseFindings,
): readonly Positive[] | null {
  if (match === 'any') return anyOf(wordsOfAny(words), findings);
  let choices: readonly (readonly Ways[])[] = [[]];
  for (const word of words) {
    const options = optionsOf(word, sidesOf({ words, match }), findings);
    choices = choices.flatMap((chosen) => options.map((option) => [...chosen, ...option]));
    if (choices.length > MOST_BRANCHES) return null;
  }
  const found = joined(choices.map(allOf));
  return found !== null && found.length > MOST_BRANCHES ? null : found;
}

/** Each word by itself: as a question of one word. */
function anyOf(words: readonly EngineWord[], findings: PhraseFindings): readonly Positive[] | null {
  const plain = plainWays(words, findings);
  if (plain !== null) return union(plain);
  const options = words.flatMap((word) => optionsOf(word, ['own'], findings));
  const alone = options.flatMap((option) => (option.length === 1 ? onSide('own', option[0] ?? []) : []));
  const found = joined([union(alone), ...options.filter(({ length }) => length > 1).map(allOf)]);
  return found !== null && found.length > MOST_OF_ANY ? null : found;
}

/** Of words that are held by one term each: any of these is enough. null where there are others. */
export function plainWays(words: readonly EngineWord[], findings: PhraseFindings): Ways | null {
  const options = words.flatMap((word) => optionsOf(word, ['own'], findings));
  return options.every(({ length }) => length === 1)
    ? options.flatMap(([ways]) => onSide('own', ways ?? []))
    : null;
}

/** Of terms. */
function allOf(terms: readonly Ways[]): readonly Positive[] | null {
  const [only] = terms;
  return only && terms.length === 1 ? union(onSide('own', only)) : combinations(terms);
}

function joined(found: readonly (readonly Positive[] | null)[]): readonly Positive[] | null {
  return found.includes(null) ? null : found.flatMap((one) => one ?? []);
}

/** Each of the ways is enough: the filters make one search, each phrase one more. */
export function union(ways: Ways): readonly Positive[] {
  const filters = filtersOf(ways.filter(({ phrase }) => phrase === null));
  return [
    ...(filters.length > 0 ? [{ phrases: [], filter: any(filters) }] : []),
    ...ways.flatMap(({ phrase, filter }) => (phrase === null ? [] : [{ phrases: [phrase], filter }])),
  ];
}

/** One way a word, in every combination, and at least one of them in the own text. */
function combinations(words: readonly Ways[]): readonly Positive[] | null {
  // Words of filters alone need no combination of their own: "own or context" is a filter.
  const plain = words.filter((ways) => ways.every(({ phrase }) => phrase === null));
  const phrased = words.filter((ways) => ways.some(({ phrase }) => phrase !== null)).map(mergeFilters);
  const count = phrased.reduce((product, ways) => product * ways.length, 1);
  if (count > MOST_BRANCHES) return null;
  const held = plain.map((ways) => any(filtersOf(ways)));
  const inOwn = plain.flatMap((ways) => filtersOf(onSide('own', ways)));
  let combined: readonly Ways[] = [[]];
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

/** The ways by filter alone, one a side. */
function mergeFilters(ways: Ways): Ways {
  const merged = SIDES.flatMap((side): Ways => {
    const filters = filtersOf(ways.filter((way) => way.side === side && way.phrase === null));
    return filters.length === 0 ? [] : [{ side, phrase: null, filter: any(filters) }];
  });
  return [...ways.filter(({ phrase }) => phrase !== null), ...merged];
}

/**
 * A word → the ways in which a clause may hold it, each as the engine is asked for it. Pure.
 */
import type { Phrase } from '../../../core/text/analyze.js';
import type { EngineTerm, EngineWord } from '../../engine.js';
import { filterToken } from '../records/token-code.js';
import {
  all,
  any,
  anyToken,
  bears,
  equals,
  type Filter,
  isNamed,
  NOTHING,
  notAmong,
  SIDES,
  type Side,
  tokensIn,
} from './filter.js';
import { isExact, isToken, quoted } from './phrase-query.js';

/** What was read of a phrase that the engine may find too much for: clauses, by their place in the order. */
export interface PhraseFindings {
  /** Found, and not held. */
  wrong(phrase: Phrase, side: Side): readonly number[];
  /** All that hold it. */
  holders(phrase: Phrase, side: Side): readonly number[];
  /** All that hold its tokens and not it: with these left out, the tokens are the phrase. null where it is too many. */
  strays?(phrase: Phrase, side: Side): readonly number[] | null;
}

/** A way in which something is held: a phrase to be found, or a filter. */
interface Way {
  readonly side: Side;
  readonly phrase: string | null;
  readonly filter: Filter;
  /** That is all that the filter looks for. */
  readonly token?: string;
}

/** Any of them is enough. */
export type Ways = readonly Way[];

/**
 * The terms that hold a word together, by option: its plain ways, and the runs that filters can tell, are a single term; each
 * other run is an option of its own.
 *
 * @param sides  Of a word by itself the own text is enough; the terms of a run may lie on both, always.
 */
export function optionsOf(
  word: EngineWord,
  sides: readonly Side[],
  findings: PhraseFindings,
): readonly (readonly Ways[])[] {
  const runs = (word.runs ?? []).map((run) => run.map((term) => waysOf(term, SIDES, findings)));
  const isTold = (run: readonly Ways[]): boolean =>
    run.every((ways) => ways.every(({ phrase }) => phrase === null));
  const plain = [...waysOf(word, sides, findings), ...runs.filter(isTold).flatMap(runAsWays)];
  return [...(plain.length > 0 ? [[plain]] : []), ...runs.filter((run) => !isTold(run))];
}

export function onSide(side: Side, ways: Ways): Ways {
  return ways.filter((way) => way.side === side);
}

/** Of which any is enough. */
export function filtersOf(ways: Ways): string[] {
  const tokensOn = (side: Side): string[] =>
    ways.flatMap((way) => (way.side === side && way.token !== undefined ? [way.token] : []));
  return [
    ...SIDES.flatMap((side) => anyToken(side, tokensOn(side))),
    ...ways.flatMap(({ filter, token }) => (filter === null || token !== undefined ? [] : [filter])),
  ];
}

export function tokenFilter(side: Side, phrase: Phrase): string {
  return equals(side, tokenOf(phrase));
}

function tokenOf({ tokens }: Phrase): string {
  return filterToken(tokens[0] ?? '');
}

function waysOf(term: EngineTerm, sides: readonly Side[], findings: PhraseFindings): Ways {
  return sides.flatMap((side) => [
    ...term.alternatives.map((phrase): Way => {
      if (isToken(phrase)) {
        return { side, phrase: null, filter: tokenFilter(side, phrase), token: tokenOf(phrase) };
      }
      const strays = findings.strays?.(phrase, side) ?? null;
      if (strays !== null)
        return { side, phrase: null, filter: all(tokensIn(side, phrase), notAmong(strays)) };
      const filter = isExact(phrase) ? null : notAmong(findings.wrong(phrase, side));
      return { side, phrase: quoted(side, phrase), filter };
    }),
    ...[...bears(side, term), ...isNamed(side, term)].map((filter): Way => ({ side, phrase: null, filter })),
  ]);
}

/** ⋂ C ∩ ⋃ O in the own text, ⋂ X above it. */
function runAsWays(run: readonly Ways[]): Ways {
  const on = (side: Side): string[] => run.map((ways) => any(filtersOf(onSide(side, ways))));
  const own = all(...run.map((ways) => any(filtersOf(ways))), any(on('own'))) ?? NOTHING;
  return [
    { side: 'own', phrase: null, filter: own },
    { side: 'context', phrase: null, filter: all(...on('context')) ?? NOTHING },
  ];
}

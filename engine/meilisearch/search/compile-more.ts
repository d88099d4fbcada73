/**
 * What a question of `any` finds and the same question in fewer words does not: what an addition brought. Pure.
 */
import { type EngineQuery, wordsOfAny } from '../../engine.js';
import { isFilter, MOST_PARTS, setApart } from './apart.js';
import { type Branch, plainWays, union } from './compile.js';
import type { PhraseFindings, Ways } from './ways.js';

type Matching = Pick<EngineQuery, 'words' | 'excluded' | 'match'>;

export interface More {
  readonly branches: readonly Branch[];
  /** False: the question in fewer words may find some of it, by phrases that there was no room for. */
  readonly isExact: boolean;
}

/** @returns null where that cannot be asked. */
export function compileMore(query: Matching, fewer: Matching, findings: PhraseFindings): More | null {
  const [ways, kept] = [query, fewer].map(({ words }) => plainWays(wordsOfAny(words), findings));
  const isAny = query.match === 'any' && fewer.match === 'any';
  // Without any word everything is found.
  if (
    !isAny ||
    !ways ||
    !kept ||
    fewer.words.length === 0 ||
    query.excluded.length > 0 ||
    fewer.excluded.length > 0
  )
    return null;
  const [all, left] = [new Set(ways.map(keyOf)), new Set(kept.map(keyOf))];
  if ([...left].some((key) => !all.has(key))) return null;
  const more = union(ways.filter((way) => !left.has(keyOf(way))));
  const found = union(kept);
  const exact = setApart(more, MOST_PARTS, found);
  const rough = exact ?? setApart(more, MOST_PARTS, found.filter(isFilter));
  if (rough === null) return null;
  const branches = rough.map(({ phrases, filter }) => ({
    ...{ q: phrases.join(' '), filter, isApart: true as const },
  }));
  return { branches, isExact: exact !== null };
}

function keyOf({ phrase, filter }: Ways[number]): string {
  return JSON.stringify([phrase, filter]);
}

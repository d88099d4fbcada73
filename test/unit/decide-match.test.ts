import { describe, expect, it } from 'vitest';
import type { EngineQuery, SearchEngine } from '../../engine/engine.js';
import { decideMatch } from '../../server/answer/decide-match.js';
import { understandQuery } from '../../server/query/understand-query.js';
import { SearchRequest } from '../../server/request.js';

/** Of whom only what is counted is asked: so many hold all of the words, so many any, and each word so many. */
function engineOf({ all, any, words }: { all: number; any: number; words: number }) {
  const asked: EngineQuery['match'][] = [];
  const engine = {
    search: async ({ match }: EngineQuery) => {
      asked.push(match);
      return { total: match === 'all' ? all : any };
    },
    frequencies: async (phrases: readonly unknown[]) => phrases.map(() => words),
  } as unknown as SearchEngine;
  return { engine, asked };
}

describe('deciding what is matched', () => {
  it.each<[typed: string, found: Parameters<typeof engineOf>[0], decided: string, counted: string]>([
    ['養犬 算力', { all: 10, any: 90, words: 60 }, 'all', 'all'],
    ['養犬 算力', { all: 9, any: 90, words: 60 }, 'all+any', 'all'],
    ['養犬 算力', { all: 9, any: 12, words: 9 }, 'all+any', 'all any'],
    ['養犬 算力', { all: 9, any: 9, words: 9 }, 'all', 'all any'],
    ['養犬 算力', { all: 0, any: 0, words: 0 }, 'all', 'all any'],
    ['養犬 算力 -北京', { all: 9, any: 9, words: 60 }, 'all', 'all any'], // all 60 may be among those left out
    ['養犬', { all: 3, any: 3, words: 3 }, 'all', ''],
    ['"養犬" 算力', { all: 3, any: 60, words: 50 }, 'all', ''],
  ])('%s, %o: %s, and counted is %s', async (typed, found, decided, counted) => {
    const { engine, asked } = engineOf(found);
    const request = SearchRequest.parse({ q: typed });
    expect(await decideMatch(engine, understandQuery(typed, request), request)).toBe(decided);
    expect(asked.join(' ')).toBe(counted);
  });

  it('counts in titles, whatever the texts hold', async () => {
    const { engine, asked } = engineOf({ all: 1, any: 1, words: 60 });
    const request = SearchRequest.parse({ q: '養犬 算力', scope: 'title', group: 'document' });
    expect(await decideMatch(engine, understandQuery(request.q, request), request)).toBe('all');
    expect(asked).toEqual(['all', 'any']);
  });
});

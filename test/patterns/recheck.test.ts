import { checkSync } from 'recheck';
import { beforeAll, describe, expect, it } from 'vitest';
import { type HousePattern, housePatterns } from './house-patterns.js';
import { reviewOf } from './reviewed.js';

/** Milliseconds for one pattern: most take ten, and a few of a hundred alternatives no end. */
const PATIENCE = 800;

/**
 * By automata, which prove what they say. What has lookahead or hundreds of alternatives is beyond them; that is tried on
 * hostile strings only (stalls.test.ts).
 */
function judge({ source, flags }: Pick<HousePattern, 'source' | 'flags'>, timeout = PATIENCE): string {
  const found = checkSync(source, flags, { checker: 'automaton', timeout });
  if (found.status !== 'vulnerable') return found.status;
  return found.complexity.type === 'polynomial' ? `n^${found.complexity.degree}` : found.complexity.type;
}

describe('recheck', () => {
  let patterns: readonly HousePattern[] = [];
  beforeAll(async () => {
    patterns = await housePatterns();
  });

  it.each([
    ['^a+b$', 'safe'],
    ['\\s+$', 'n^2'],
    ['^x\\s*\\d*\\s*\\d*\\s*$', 'n^3'],
    ['^(?:a|a)*$', 'exponential'],
  ])('sees that %s is %s', (source, verdict) => {
    expect(judge({ source, flags: 'u' }, 20_000)).toBe(verdict);
  });

  it('finds nothing worse than n², and that only where it was reviewed', { timeout: 600_000 }, () => {
    const verdicts = patterns.map((pattern) => ({ ...pattern, verdict: judge(pattern) }));
    const bad = verdicts.filter(({ verdict, ...pattern }) => {
      if (verdict === 'safe' || verdict === 'unknown') return false;
      return !(verdict === 'n^2' && reviewOf(pattern) !== undefined);
    });
    expect(bad).toEqual([]);
    expect(verdicts.filter(({ verdict }) => verdict === 'safe').length).toBeGreaterThan(400);
  });
});

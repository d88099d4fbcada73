/** What Meilisearch finds for a phrase, simulated, against what holds it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { fold } from '../../core/text/fold.js';
import { grams } from '../../core/text/grams.js';
import { isExact, mayBeWrong } from '../../engine/meilisearch/search/phrase-query.js';

/**
 * Windows of three tokens: neighbours next to each other somewhere, and those two apart at most two apart somewhere. The
 * engine remembers the nearest that two words come.
 */
function finds(text: readonly string[], phrase: readonly string[]): boolean {
  const nearest = (one: string, other: string): number => {
    let best = Number.POSITIVE_INFINITY;
    for (const [i, token] of text.entries()) {
      if (token !== one) continue;
      const next = text.indexOf(other, i + 1);
      if (next > 0) best = Math.min(best, next - i);
    }
    return best;
  };
  if (!phrase.every((token) => text.includes(token))) return false;
  return phrase.every((token, i) => {
    const [second, third] = [phrase[i + 1], phrase[i + 2]];
    return (
      (second === undefined || nearest(token, second) === 1) &&
      (third === undefined || nearest(token, third) <= 2)
    );
  });
}

/** Of the filters that we write here: `a = "b"`, AND, OR, brackets. */
function passes(filter: string, repeated: ReadonlySet<string>): boolean {
  const tokens = filter.match(/\(|\)|AND|OR|order IN \[\]|\w+ = "(?:[^"\\]|\\.)*"/g) ?? [];
  let at = 0;
  const one = (): boolean => {
    const token = tokens[at] ?? '';
    at += 1;
    if (token !== '(') return repeated.has(JSON.parse(token.split(' = ')[1] ?? 'null') as string);
    const inside = several();
    at += 1;
    return inside;
  };
  const several = (): boolean => {
    let value = one();
    while (tokens[at] === 'AND' || tokens[at] === 'OR') {
      const isAnd = tokens[at] === 'AND';
      at += 1;
      const next = one();
      value = isAnd ? value && next : value || next;
    }
    return value;
  };
  return tokens.length === 0 || filter === 'order IN []' ? false : several();
}

const asked = fc
  .array(fc.constantFrom('算', '力', '人', '民', '𠮷', 'a', '5', '，'), { minLength: 3, maxLength: 7 })
  .map((characters) => characters.join(''));
/** Texts made of pieces of what is asked for: that is where the engine errs. */
const textAndPhrase = asked.chain((typed) => {
  const characters = [...typed];
  const piece = fc
    .tuple(fc.nat(characters.length - 1), fc.integer({ min: 2, max: 6 }))
    .map(([from, length]) => characters.slice(from, from + length).join(''));
  const pieces = fc.array(fc.oneof(piece, piece, fc.constantFrom('，', '中', 'b')), { maxLength: 7 });
  return fc.tuple(
    pieces.map((all) => all.join('')),
    fc.constant(typed),
  );
});

const phraseOf = (typed: string): Phrase | null => toPhrases(typed, 'hans')[0] ?? null;

describe('a phrase', () => {
  // biome-ignore format: a table
  it.each([
    ['算力',         true,  'one token'],
    ['算力中',       true,  'two'],
    ['算力中心',     true,  'three bigrams: what is two apart can stand in one place only'],
    ['人工人工',     true,  'also where characters come again'],
    ['算力力中',     false, 'a doubled character: 算力中 has both, next to each other'],
    ['以上人民政府', false, 'longer'],
    ['2023年',       true,  'two tokens of different kinds'],
    ['第14条',       false, 'three'],
    ['5G网络',       false, 'four'],
  ])('%s is exact: %s (%s)', (typed, expected) => {
    expect(isExact(phraseOf(typed) ?? { folded: '', tokens: [], index: 'grams' })).toBe(expected);
  });

  it('is found wherever it is held; and wrongly only where it is not exact, in clauses that are then read', () => {
    let wrong = 0;
    fc.assert(
      fc.property(textAndPhrase, ([published, typed]) => {
        const phrase = phraseOf(typed);
        if (phrase === null || phrase.tokens.length < 2) return;
        const folded = fold(published);
        const tokens = grams(folded);
        const [found, held] = [finds(tokens, phrase.tokens), folded.includes(phrase.folded)];
        if (held) expect(found).toBe(true);
        if (!found || held) return;
        wrong += 1;
        expect(isExact(phrase)).toBe(false);
        const repeated = new Set(tokens.filter((token, i) => tokens.indexOf(token) !== i));
        expect(passes(mayBeWrong('own', phrase), repeated)).toBe(true);
      }),
      { numRuns: 30_000 },
    );
    expect(wrong).toBeGreaterThan(50); // else nothing was tested
  });
});

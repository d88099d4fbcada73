import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snippet } from '../../server/answer/snippet.js';

const FILLER = '各级人民政府应当加强对这项工作的领导。';
const fragmentsOf = (text: string, asked: string) =>
  text
    .split(new RegExp(`(${asked})`))
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, match: piece === asked }));
const shown = (text: string, asked = '算力'): string =>
  snippet(fragmentsOf(text, asked))
    .map((fragment) => fragment.text)
    .join('');

describe('snippet', () => {
  it('is the whole of a short clause', () => {
    expect(shown('统筹算力布局。')).toBe('统筹算力布局。');
  });

  it('begins with the clause where nothing is marked', () => {
    const text = shown(FILLER.repeat(20));
    expect(text.startsWith(FILLER)).toBe(true);
    expect(text.endsWith('。…')).toBe(true);
    expect(text.length).toBeLessThanOrEqual(152);
  });

  it('begins at the sentence of the match, and says that something was before', () => {
    const text = shown(`${FILLER.repeat(15)}二是统筹算力布局。${FILLER.repeat(15)}`);
    expect(text.startsWith('…二是统筹算力布局。')).toBe(true);
    expect(text.endsWith('。…')).toBe(true);
  });

  it('is where the matches are densest', () => {
    const text = shown(`算力一。${FILLER.repeat(15)}算力二，算力三，算力四。${FILLER.repeat(15)}`);
    expect(text.startsWith('…算力二，算力三，算力四。')).toBe(true);
  });

  it('enters a sentence without end near its match', () => {
    const text = shown(`${'推进建设'.repeat(60)}，统筹算力${'推进建设'.repeat(60)}`);
    expect(text.startsWith('…统筹算力')).toBe(true);
    expect(text.endsWith('…')).toBe(true);
  });

  it('does not cut a clause that ends with its window', () => {
    const text = shown(`${FILLER.repeat(15)}统筹算力布局。`);
    expect(text.endsWith('统筹算力布局。')).toBe(true);
  });

  it('takes twice as many Latin letters', () => {
    const text = shown('The competent authority shall promote it. '.repeat(20), 'zzz');
    expect(text.length).toBeGreaterThan(180);
    expect(text.length).toBeLessThanOrEqual(302);
  });

  it('is cut out of the clause, whatever that is, and holds a match if it has one', () => {
    const piece = fc.oneof(
      fc.constantFrom('。', '，', '\n', ' ', '😀', '算力'),
      fc.string({ maxLength: 30 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const fragments = snippet(fragmentsOf(text, '算力'));
        const joined = fragments.map((fragment) => fragment.text).join('');
        const isWhole = joined === text;
        expect(isWhole || text.includes(joined.replace(/^…/, '').replace(/…$/, ''))).toBe(true);
        expect(joined.isWellFormed()).toBe(true);
        if (text.includes('算力')) expect(fragments.some(({ match }) => match)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

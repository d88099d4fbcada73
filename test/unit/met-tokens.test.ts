/** Which texts may have changed what a phrase counts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readingsOf, toPhrases } from '../../core/text/analyze.js';
import { storedTokens } from '../../engine/entry.js';
import { openMetTokens } from '../../engine/meilisearch/build/met-tokens.js';

const tokensOf = (text: string) => storedTokens(readingsOf(text, 'hant'));

const anyText = fc
  .array(
    fc.constantFrom(
      '算',
      '力',
      '計',
      '畫',
      '计',
      '划',
      '𠮷',
      'a',
      'B',
      '5',
      ' ',
      '，',
      '“',
      '\n',
      '隨',
      '著',
    ),
  )
  .map((characters) => characters.join(''));

it('says of everything that a text holds that it may be held', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), (text, from, length) => {
      const part = [...text]
        .slice(from % (text.length + 1))
        .slice(0, 1 + (length % 8))
        .join('');
      const met = openMetTokens();
      met.add(tokensOf(text));
      const { folded } = tokensOf(text);
      for (const phrase of toPhrases(part, 'hant')) {
        if (folded.includes(phrase.folded)) expect(met.mayHold(phrase)).toBe(true);
      }
    }),
  );
});

it.each([
  ['养犬', false],
  ['算力', true],
  ['算', true],
  ['犬', false],
  ['2023', false],
])('of 算力券 alone: %s %s', (text, expected) => {
  const met = openMetTokens();
  const [phrase] = toPhrases(text, 'hans');
  expect(phrase && met.mayHold(phrase)).toBe(false);
  met.add(tokensOf('算力券'));
  expect(phrase && met.mayHold(phrase)).toBe(expected);
  met.addAll();
  expect(phrase && met.mayHold(phrase)).toBe(true);
});

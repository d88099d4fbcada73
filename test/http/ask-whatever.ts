/** Drawn searches: words of a test's own, under drawn filters, in every way to match and to group. */
import fc from 'fast-check';

export type Parameters = Readonly<Record<string, string | readonly string[]>>;

const FILTER = fc.constantFrom<Parameters>(
  ...[{}, { city: '北京' }, { 'not.type': '新闻' }, { missing: 'source' }, { from: '2023-01-01' }],
  ...[{ year: ['2023', '2024'] }, { theme: '算力' }, { theme: ['算力', '人工智能'] }],
  ...[{ without: '人工智能' }, { expand: 'off' }, { sort: 'newest', script: 'hant' }],
);
const HOW = fc.constantFrom<Parameters>(...[{}, { match: 'any' }, { match: 'all' }, { group: 'document' }], {
  group: 'document',
  scope: 'title',
});

/** @param holds  Fails where what is promised of a search does not hold. */
export async function askWhatever(
  word: fc.Arbitrary<string>,
  holds: (parameters: Parameters) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(word, { minLength: 1, maxLength: 4 }),
      ...[FILTER, FILTER, HOW],
      (words, one, other, ways) => holds({ q: words.join(' '), ...one, ...other, ...ways }),
    ),
    { numRuns: 60 },
  );
}

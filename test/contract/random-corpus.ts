/** Corpora and queries at random. */
import fc from 'fast-check';
import { FACETS } from '../../core/model.js';
import type { EngineQuery } from '../../engine/engine.js';
import { phrase, type SmallDocument } from './small-documents.js';

// A small alphabet, so that phrases meet: Han, a Traditional form, a supplementary character, Latin, digits, breaks.
const anyText = fc
  .array(fc.constantFrom('算', '力', '数', '據', '据', '𠮷', 'a', 'B', '5', ' ', '，', '“', '\n'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((characters) => characters.join(''));
const anyClause = fc.record({
  text: anyText,
  kind: fc.constantFrom('body' as const, 'body' as const, 'heading' as const, 'note' as const),
  themes: fc.subarray(['数据', '算力']),
  headings: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
});
export const anyCorpus = fc.array(
  fc.record({
    title: anyText,
    printed: fc.boolean(),
    clauses: fc.array(anyClause, { maxLength: 6 }),
    cities: fc.subarray(['北京', '天津']),
    bodies: fc.subarray(['甲局', '乙部']),
    type: fc.constantFrom('通知', '方案', null),
    status: fc.constantFrom('现行', null),
    publishedOn: fc.constantFrom('2020-01-01', '2021-05-05', '2021-12-31', null),
  }),
  { minLength: 1, maxLength: 5 },
);
const anyPhrase = anyText
  .map((text) => `${text.slice(0, 4)}力`)
  .map((text) => phrase(text.replace(/力(?=力$)/, '')));
const anyWord = fc.array(fc.oneof(anyPhrase, fc.constantFrom(phrase('力'), phrase('数据'), phrase('5'))), {
  minLength: 1,
  maxLength: 2,
});
export const anyQuery: fc.Arbitrary<EngineQuery> = fc.record({
  words: fc.array(
    anyWord.map((alternatives) => ({ alternatives })),
    { maxLength: 3 },
  ),
  excluded: fc.array(anyPhrase, { maxLength: 1 }),
  match: fc.constantFrom('all', 'any'),
  filters: fc.record({
    city: fc.subarray(['北京', '武汉'], { maxLength: 1 }),
    year: fc.subarray(['2020', '2021'], { maxLength: 1 }),
    theme: fc.subarray(['数据'], { maxLength: 1 }),
    issuingBody: fc.constant([]),
    type: fc.subarray(['通知', '方案']),
    status: fc.constant([]),
  }),
  from: fc.constantFrom(null, null, '2021-01-01'),
  to: fc.constantFrom(null, null, '2021-05-05'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  prefer: fc.array(anyPhrase, { maxLength: 1 }),
  skip: fc.constant(0),
  take: fc.constant(1000),
  withText: fc.boolean(),
  facets: fc.constant(FACETS),
});

/** Headings that stand before their clauses and are headings. */
export function named(corpus: readonly Omit<SmallDocument, 'id'>[], prefix: string): SmallDocument[] {
  return corpus.map((document, place) => {
    const shift = document.printed === false ? 0 : 1;
    const clauses = document.clauses.map((clause, at) => {
      if (typeof clause === 'string') return clause;
      const isAbove = (heading: number): boolean => {
        const above = document.clauses[heading - shift];
        return (
          heading >= shift && heading - shift < at && typeof above === 'object' && above.kind === 'heading'
        );
      };
      return { ...clause, headings: (clause.headings ?? []).filter(isAbove) };
    });
    return { ...document, clauses, id: `${prefix}${place}` };
  });
}

/** Corpora and queries at random. */
import fc from 'fast-check';
import { DATES, FACETS, LACKABLE } from '../../core/model.js';
import type { EngineQuery, EngineTerm, EngineWord } from '../../engine/engine.js';
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
    number: fc.constantFrom('算发〔2021〕5号', '算发〔2020〕1号', '力发〔2021〕5号', undefined),
    cities: fc.subarray(['北京', '天津']),
    bodies: fc.subarray(['甲局', '乙部']),
    type: fc.constantFrom('通知', '方案', null),
    status: fc.constantFrom('现行', null),
    publishedOn: fc.constantFrom('2020-01-01', '2021-05-05', '2021-12-31', null),
    signedOn: fc.constantFrom('2021-01-01', null),
    url: fc.constantFrom('https://example.org/1', null),
  }),
  { minLength: 1, maxLength: 5 },
);
const anyPhrase = anyText
  .map((text) => `${text.slice(0, 4)}力`)
  .map((text) => phrase(text.replace(/力(?=力$)/, '')));
const someTimes = <Value>(key: string, value: fc.Arbitrary<Value>) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: value.map((one) => ({ [key]: one })) },
  );
const alternatives = (minLength: number) =>
  fc.array(fc.oneof(anyPhrase, fc.constantFrom(phrase('力'), phrase('数据'), phrase('5'))), {
    minLength,
    maxLength: 2,
  });
const anyNumbers = fc.subarray(['算发〔2021〕5号', '算发〔2021〕', '算发', '力发'], {
  minLength: 1,
  maxLength: 2,
});
const anyNames = fc.subarray(['北京', '京', '天津市', '甲局', '算力'], { minLength: 1, maxLength: 2 });
const anyTerm = fc
  .tuple(alternatives(1), someTimes('names', anyNames))
  .map(([phrases, rest]): EngineTerm => ({ alternatives: phrases, ...rest }));
const anyRuns = fc.array(fc.array(anyTerm, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 2 });
const anyWord = fc
  .tuple(
    alternatives(1),
    someTimes('numbers', anyNumbers),
    someTimes('names', anyNames),
    someTimes('runs', anyRuns),
    someTimes('isParticle', fc.constant(true as const)),
  )
  .map(([phrases, ...rest]): EngineWord => Object.assign({ alternatives: phrases }, ...rest));
/** Its words with some way to hold one of them left out. */
const anyLess = fc
  .record({ at: fc.nat(2), way: fc.nat(1), named: fc.boolean() })
  .map(({ at, way, named }) => (words: readonly EngineWord[]): EngineWord[] => {
    const less = <Term extends EngineTerm>(term: Term): Term => {
      const kept = term.alternatives.filter((_, i) => i !== way);
      const { names, ...unnamed } = term;
      return {
        ...(named ? term : (unnamed as Term)),
        alternatives: kept.length > 0 ? kept : term.alternatives,
      };
    };
    return words.map((word, i) => {
      if (i !== at % words.length) return word;
      const { runs } = word;
      return { ...less(word), ...(runs ? { runs: runs.map((run) => run.map(less)) } : {}) };
    });
  });
const anyOther = fc.oneof(
  { weight: 3, arbitrary: anyLess },
  { weight: 1, arbitrary: fc.array(anyWord, { maxLength: 2 }).map((words) => () => words) },
);
const anyOthers = fc.array(fc.record({ less: anyOther, excludesNone: fc.boolean() }), { maxLength: 4 });
const anyPlainQuery: fc.Arbitrary<EngineQuery> = fc.record({
  words: fc.array(anyWord, { maxLength: 3 }),
  excluded: fc.array(anyPhrase, { maxLength: 1 }),
  match: fc.constantFrom('all', 'any', 'all+any'),
  filters: fc.record({
    city: fc.subarray(['北京', '武汉'], { maxLength: 1 }),
    year: fc.subarray(['2020', '2021'], { maxLength: 1 }),
    theme: fc.subarray(['数据'], { maxLength: 1 }),
    issuingBody: fc.constant([]),
    type: fc.subarray(['通知', '方案']),
    status: fc.constant([]),
  }),
  excludedValues: fc.record({
    city: fc.subarray(['天津', '武汉'], { maxLength: 1 }),
    year: fc.subarray(['2020'], { maxLength: 1 }),
    theme: fc.subarray(['算力'], { maxLength: 1 }),
    issuingBody: fc.subarray(['甲局'], { maxLength: 1 }),
    type: fc.constant([]),
    status: fc.constant([]),
  }),
  scope: fc.constantFrom('all', 'all', 'title'),
  lacking: fc.subarray([...LACKABLE], { maxLength: 2 }),
  date: fc.constantFrom(...DATES),
  document: fc.constantFrom(null, null, null, 'a0', 'no such'),
  group: fc.constantFrom('none', 'document'),
  from: fc.constantFrom(null, null, '2021-01-01'),
  to: fc.constantFrom(null, null, '2021-05-05'),
  sort: fc.constantFrom('relevance', 'newest', 'oldest'),
  prefer: fc.array(anyPhrase, { maxLength: 1 }),
  skip: fc.constant(0),
  take: fc.constant(1000),
  withText: fc.boolean(),
  facets: fc.constant(FACETS),
  mostValues: fc.constant(100),
});
export const anyQuery: fc.Arbitrary<EngineQuery> = fc
  .tuple(anyPlainQuery, anyOthers)
  .map(([query, others]) => ({
    ...query,
    others: others.map(({ less, excludesNone }) => ({
      words: less(query.words),
      excluded: excludesNone ? [] : query.excluded,
    })),
  }));

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

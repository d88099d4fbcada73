/** A query → the searches that Meilisearch is asked; its letters are shown as the tokens that they stand for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineQuery, EngineWord } from '../../engine/engine.js';
import { compile, namedExclusions, unproven } from '../../engine/meilisearch/search/compile.js';
import { selection } from '../../engine/meilisearch/search/filter.js';
import type { PhraseFindings } from '../../engine/meilisearch/search/ways.js';
import { anyPlainQuery } from '../contract/random-corpus.js';
import { NO_FILTERS, phrase, query, word } from '../contract/small-documents.js';
import { readable } from './readable-searches.js';

const nothingRead = { wrong: () => [], holders: () => [] };

/** What was read for a query: all that it says has to be, and nothing else. */
function readOf(asked: EngineQuery): PhraseFindings {
  const read = new Set(unproven(asked).map(([{ folded }, side]) => `${side} ${folded}`));
  const named = new Set(namedExclusions(asked, nothingRead));
  return {
    wrong(phrase, side) {
      expect([...read]).toContain(`${side} ${phrase.folded}`);
      return [];
    },
    holders(phrase) {
      expect([...named]).toContain(phrase);
      return [];
    },
  };
}

function compiled(asked: EngineQuery): string[] | null {
  const branches = compile(asked, nothingRead);
  return branches?.map(({ q, filter }) => `${readable(asked)(q)} | ${filter ?? ''}`) ?? null;
}

describe('compile', () => {
  // biome-ignore format: a table
  it.each<[string, 'all' | 'any', string[], string]>([
    // typed            match   q | filter, a line a search                                             why
    ['',                'all', [' | order EXISTS'],                                                      'everything: clauses have a place, other records none'],
    ['算力',            'all', [' | own = "算力"'],                                                      'a bigram is a filter'],
    ['税',              'all', [' | own = "税"'],                                                        'and so is a character'],
    ['算力中',          'all', ['"算力 力中" | '],                                                       'a longer word is a phrase'],
    ['算力 数据',       'all', [' | ((own = "算力") OR (context = "算力")) AND ((own = "数据") OR (context = "数据")) AND ((own = "算力") OR (own = "数据"))'], 'each somewhere, one in the own text'],
    ['算力 数据',       'any', [' | own IN ["算力", "数据"]'],                                           'any: one of them in the own text'],
    ['算力中 数据中',   'any', ['"算力 力中" | ', '"数据 据中" -"算力 力中" | '],                        'a search a phrase, less what was found'],
    ['算力中 数据',     'any', [' | own = "数据"', '"算力 力中" | NOT (own = "数据")'],                    'and a filter'],
    ['算力中 以上人民政府', 'any', ['"算力 力中" | ', '"以上 上人 人民 民政 政府" -"算力 力中" | '],           'where nothing was found too much, any phrase has an opposite'],
    ['算力中 数据中 -农业部', 'any', ['"算力 力中" -"农业 业部" -"^农业 ^业部" | ', '"数据 据中" -"算力 力中" -"农业 业部" -"^农业 ^业部" | '], 'excluded from each'],
    ['算力中 数据',     'all', ['"算力 力中" | (own = "数据") OR (context = "数据")', '"^算力 ^力中" | ((own = "数据") OR (context = "数据")) AND (own = "数据")'], 'the phrase here or there'],
    ['算力中 数据中',   'all', ['"算力 力中" "数据 据中" | ', '"算力 力中" "^数据 ^据中" | ', '"^算力 ^力中" "数据 据中" | '], 'never both in the context'],
    ['算力 -农业',      'all', [' | (own = "算力") AND ((NOT (own = "农业")) AND (NOT (context = "农业")))'], 'excluded from both'],
    ['-农业部',         'all', ['-"农业 业部" -"^农业 ^业部" | order EXISTS'],                           'exclusions alone'],
  ])('%s (%s)', (typed, match, expected) => {
    expect(compiled(query(typed, { match }))).toEqual(expected);
  });

  it('asks for alternatives, and for the document that has a number', () => {
    const either = { ...query(''), words: [word('算力', '计算力')] };
    expect(compiled(either)).toEqual([' | own = "算力"', '"计算 算力" | NOT (own = "算力")']);
    const numbered = { ...query(''), words: [{ ...word('税'), numbers: ['京政发〔2023〕14号'] }] };
    expect(compiled(numbered)?.[0]).toContain('ownNumber IN ["京政发囗|2023|囗|14|号"]');
  });

  // biome-ignore format: a table
  it.each<[string, EngineWord[], 'all' | 'any', string[]]>([
    ['a run that filters tell is a way',       [either('贴息', '奖励', '资金')], 'all',
      [' | (own = "贴息") OR ((((own = "奖励") OR (context = "奖励")) AND ((own = "资金") OR (context = "资金")) AND ((own = "奖励") OR (own = "资金"))))']],
    ['any other run is a question of its own', [either('贴息', '行政处', '资金')], 'all',
      [' | own = "贴息"', '"行政 政处" | (own = "资金") OR (context = "资金")', '"^行政 ^政处" | ((own = "资金") OR (context = "资金")) AND (own = "资金")']],
    ['and of any',                             [either('贴息', '行政处', '资金'), word('税')], 'any',
      [' | own IN ["贴息", "税"]', '"行政 政处" | (own = "资金") OR (context = "资金")', '"^行政 ^政处" | ((own = "资金") OR (context = "资金")) AND (own = "资金")']],
    ['a name is above',                        [{ ...word('北京'), names: ['北京'] }, word('税')], 'all',
      [' | ((own = "北京") OR (context = "北京") OR (names IN ["北京"])) AND ((own = "税") OR (context = "税")) AND ((own = "北京") OR (own = "税"))']],
    ['a name alone is a text',                 [{ ...word('北京'), names: ['北京'] }], 'all', [' | own = "北京"']],
    ['particles count for nothing in any',     [word('税'), { ...word('的'), isParticle: true }], 'any', [' | own = "税"']],
  ])('%s', (_, words, match, expected) => {
    expect(compiled({ ...query(''), words, match })?.map(bare)).toEqual(expected.map(bare));
  });

  it('takes the tokens of a phrase for it where its strays are named, so that a union is one search', () => {
    const strays = ({ folded }: { readonly folded: string }) =>
      folded === '算力中' ? [7] : folded === '行政处' ? [] : null;
    const read = { ...nothingRead, strays };
    const [only, ...others] = compile(query('算力中 行政处 数据', { match: 'any' }), read) ?? [];
    expect(others).toEqual([]);
    expect(only?.filter).toBe(
      '(own = "数据") OR (((own = "算力") AND (own = "力中")) AND (NOT (order IN [7]))) OR ((own = "行政") AND (own = "政处"))',
    );
    expect(compile(query('算力中 数据中', { match: 'any' }), read)).toHaveLength(2);
  });

  it('joins what cannot be set apart', () => {
    const wrong = () => [7];
    const asked = query('以上人民政府 县级以上人民 数据', { match: 'any' });
    expect(compile(asked, { ...nothingRead, wrong })?.map(({ isApart }) => isApart)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const one = query('以上人民政府 数据', { match: 'any' }); // with a filter of its own it comes last
    expect(compile(one, { ...nothingRead, wrong })?.map(({ isApart }) => isApart)).toEqual([true, true]);
    const ten = query('甲乙丙 乙丙丁 丙丁戊 丁戊己 戊己庚 己庚辛 庚辛壬 辛壬癸 壬癸子 癸子丑', {
      match: 'any',
    });
    expect(compile(ten, nothingRead)?.every(({ isApart }) => isApart)).toBe(false);
  });

  it('leaves out what was read and does not hold a phrase, and names what holds an excluded one', () => {
    const wrong = () => [7, 9];
    const asked = query('以上人民政府');
    expect(compile(asked, { wrong, holders: () => [] })?.[0]?.filter).toBe('NOT (order IN [7, 9])');
    const less = query('-以上人民政府');
    expect(namedExclusions(less, { wrong })).toHaveLength(1);
    expect(compile(less, { wrong, holders: () => [3] })).toEqual([
      { q: '', filter: '(order EXISTS) AND ((NOT (order IN [3])) AND (NOT (order IN [3])))' },
    ]);
  });

  it('excludes three phrases as such, and names what holds the others', () => {
    const less = query('-农业部 -算力中 -数据中 -人工智 -税');
    expect(namedExclusions(less, nothingRead).map(({ folded }) => folded)).toEqual(['人工智']);
    const [only, ...more] = compile(less, { wrong: () => [], holders: () => [5] }) ?? [];
    expect(more).toEqual([]);
    expect(only?.q.match(/-"/g)).toHaveLength(6);
    expect(only?.filter).toContain('(NOT (order IN [5])) AND (NOT (order IN [5]))');
    expect(only?.filter).toContain('NOT (own = "税")');
  });

  it('says what has to be read, and only there', () => {
    expect(unproven(query('以上人民政府 算力'))).toHaveLength(2);
    expect(unproven(query('以上人民政府'))).toHaveLength(1);
    expect(unproven(query('人工智能 行政处罚'))).toEqual([]);
    expect(unproven(query('-以上人民政府'))).toHaveLength(2);
  });

  it('gives up where there would be more than sixteen searches', () => {
    const words = '算力中 数据中 人工智 行政处 揭榜挂';
    expect(compile(query(words), nothingRead)).toBeNull();
    expect(compile(query(words.slice(0, 15)), nothingRead)).toHaveLength(15);
  });

  it('asks for each word of any by itself, up to 128 searches; of runs there may be more', () => {
    const phrases = Array.from({ length: 96 }, (_, i) => word(`${[...'甲乙丙丁'][i % 4]}数据${i}号`));
    const run = { ...word('无此词'), runs: [[word('揭榜挂'), word('人工智')]] }; // four combinations but one, and itself
    const ofRuns = (runs: number): EngineQuery =>
      query('', { words: [...phrases, ...Array.from({ length: runs }, () => run)], match: 'any' });
    expect(compile(ofRuns(0), nothingRead)).toHaveLength(96);
    expect(compile(ofRuns(8), nothingRead)).toHaveLength(128);
    expect(compile(ofRuns(9), nothingRead)).toBeNull();
  });

  it('never asks for more parts than the engine takes, whatever the query', () => {
    const many = fc.array(
      fc.constantFrom('算力中', '-数据中', '人工智能', '-行政处', '-揭榜挂', '-农业部', '税', '-x y z'),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyPlainQuery,
          many.map((parts) => query(parts.join(' '))),
        ),
        (asked) => {
          for (const { q } of compile(asked, readOf(asked)) ?? []) {
            expect(q.match(/"[^"]*"/g)?.length ?? 0).toBeLessThanOrEqual(10);
            expect(q).toMatch(/^(-?"[a-z ]+"( |$))*$/);
          }
        },
      ),
    );
  });
});

/** Filters are bracketed as they are joined. */
function bare(filter: string): string {
  return filter.replace(/\(\(+/g, '(').replace(/\)\)+/g, ')');
}

function either(single: string, ...run: readonly string[]): EngineWord {
  return { ...word(single), runs: [run.map((one) => word(one))] };
}

describe('selection', () => {
  const filters = { ...NO_FILTERS, city: ['北京', 'x" OR 1=1 \\ \n'], year: ['2023'] };
  // biome-ignore format: a table
  it.each<[string, Partial<EngineQuery>, string | null]>([
    ['nothing ticked',     {},                                   null],
    ['values are quoted',  { filters: { ...NO_FILTERS, type: ['a"b\\'] } }, 'type IN ["a\\"b\\\\"]'],
    ['a range of dates',   { from: '2020-01-01', to: '2020-12-31' }, '(publishedOn >= 20200101) AND (publishedOn <= 20201231)'],
    ['of another date',    { from: '2020-01-01', date: 'signedOn' }, 'signedOn >= 20200101'],
    ['none of a value',    { excludedValues: { ...NO_FILTERS, year: ['2023'] } }, 'NOT (year IN ["2023"])'],
    ['a value, or none',   { filters: { ...NO_FILTERS, year: ['2023'] }, lacking: ['year'] }, '(year IN ["2023"]) OR (year IS EMPTY)'],
    ['no link',            { lacking: ['source'] },              'lacks = "source"'],
  ])('%s', (_, rest, expected) => {
    expect(selection(query('', rest))).toBe(expected);
  });

  it('keeps apart what the engine would take for the same', () => {
    const text = selection(query('', { filters }));
    expect(text).toContain('city IN ["北京", "~');
    expect(phrase('北京').tokens).toEqual(['北京']);
  });
});

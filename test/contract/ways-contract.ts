/** Words that may be held in several ways: by alternatives, by every word of a run, by a number, by what a document is called. */
import { describe, expect, it } from 'vitest';
import type { EngineQuery, EngineTerm, EngineWord } from '../../engine/engine.js';
import { CORPUS } from './corpus.js';
import { type EngineUnderTest, engineOver } from './engine-under-test.js';
import { scan } from './plain-scan.js';
import { analyzed, query, word } from './small-documents.js';

export function describeWays(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: words that are held in several ways`, () => {
    const engine = engineOver(start, CORPUS);
    const documents = CORPUS.map(analyzed);
    const idsOf = async (asked: EngineQuery): Promise<string[]> =>
      (await engine().search(asked)).proposals.map(({ clauseId }) => clauseId).sort();

    it('holds a word by any of its alternatives', async () => {
      const asked = { ...query(''), words: [word('无此词', '养犬')] };
      expect(await idsOf(asked)).toEqual(['law-0', 'law-1', 'law-2']);
    });

    // biome-ignore format: a table
    it.each<[string, Partial<EngineWord>[], 'all' | 'any', string[], string]>([
      ['one of two, or both words of a run',     [either('揭榜', ['登记', '个人'])],             'all', ['law-2', 'plan-5'],            ''],
      ['a run partly above',                     [either('无此词', ['北京', '共享'])],           'all', ['plan-2'],                     '北京 stands in the title'],
      ['a run all above',                        [either('无此词', ['北京', '任务'])],           'all', ['plan-1'],                           'and a hit only where one of them is printed'],
      ['a run all above, and another word',      [either('无此词', ['北京', '任务']), word('共享')], 'all', ['plan-2'],                 'but is held above'],
      ['a run that is not held',                 [either('无此词', ['保障', '共享'])],           'all', [],                             'one of its words is missing'],
      ['a run of longer words',                  [either('无此词', ['揭榜挂帅', '实施'])],       'all', ['plan-5'],                     ''],
      ['two of them',                            [either('养犬', ['算力', '数据']), either('登记', ['数据', '5g'])], 'all', ['law-2', 'plan-2'], 'each in its way: 算力 is in the title'],
      ['any: a run counts as one word',          [either('揭榜', ['算力', '共享']), word('龘')], 'any', ['plan-2', 'plan-5'],           ''],
      ['any: particles count for nothing',       [word('养犬'), { ...word('与'), isParticle: true }], 'any', ['law-0', 'law-1', 'law-2'], ''],
      ['all: particles are words',               [word('数据'), { ...word('与'), isParticle: true }], 'all', ['undated-1', 'undated-2'], ''],
      ['any: particles alone are words',         [{ ...word('与'), isParticle: true }],          'any', ['news-1', 'undated-1', 'undated-2'], ''],
      ['a series of numbers',                    [{ ...word('共享'), numbers: ['京政发〔2023〕'] }], 'all', ['plan-0', 'plan-2'],        'the title of each document of it'],
      ['another year of it',                     [{ ...word('共享'), numbers: ['京政发〔2022〕'] }], 'all', ['plan-2'],                  ''],
      ['a code alone',                           [{ ...word('无此词'), numbers: ['京政發'] }],   'all', ['plan-0'],                     'in either script'],
      ['a code that only begins another',        [{ ...word('无此词'), numbers: ['京政'] }],     'all', [],                             ''],
      ['a code and a word',                      [{ ...word('无此词'), numbers: ['京政发'] }, word('揭榜')], 'all', ['plan-5'],          'above, like its title'],
      ['a body of the document',                 [{ ...word('北京市经信局'), names: ['北京市经信局'] }, word('共享')], 'all', ['plan-2'], 'an abbreviation, not printed'],
      ['a place of the document',                [{ ...word('津'), names: ['津'] }, word('要素')], 'all', ['news-2'],                   ''],
      ['a name alone',                           [{ ...word('天津市'), names: ['天津市'] }],     'all', [],                             'finds only what prints it'],
      ['a name, and nothing in the own text',    [{ ...word('市政府'), names: ['市政府'] }, word('北京')], 'all', ['plan-0'],            'above is not in the text'],
      ['any: a name is above',                   [{ ...word('天津市'), names: ['天津市'] }, word('要素')], 'any', ['news-2'],           ''],
      ['quoted, a name is a text',               [word('天津市'), word('要素')],                 'all', [],                             ''],
      ['a name that ends in the place’s',        [{ ...word('发改委'), names: ['发改委'] }, word('要素')], 'all', ['news-2'],            '广州市 is the place, not 广州'],
      ['a piece of a place’s name',              [{ ...word('州市发改委'), names: ['州市发改委'] }, word('要素')], 'all', [],              ''],
      ['somebody else’s name',                   [{ ...word('上海'), names: ['上海'] }, word('要素')], 'all', [],                       ''],
      ['a name in a run',                        [either('无此词', [{ ...word('北京市经信局'), names: ['北京市经信局'] }, '揭榜'])], 'all', ['plan-5'], ''],
    ])('alternatives, numbers and names: %s', async (_, words, match, expected) => {
      const asked = { ...query(''), words: words as EngineWord[], match };
      expect(await idsOf(asked)).toEqual(expected);
      expect([...scan(documents, asked).ids].sort()).toEqual(expected); // what the corpus says, by reading it
    });

    it('excludes by text alone, whatever the document is called', async () => {
      expect(await idsOf(query('要素 -天津'))).toEqual(['news-2']);
    });

    it('puts the titles that bear a number first, before what is preferred', async () => {
      const words = [{ ...word('共享'), numbers: ['京政发'] }];
      const { proposals } = await engine().search({ ...query(''), words, take: 1 });
      expect(proposals.map(({ clauseId }) => clauseId)).toEqual(['plan-0']);
    });

    it('reads what it cannot be asked for at once: thirty-two words, runs among them', async () => {
      const many = Array.from({ length: 8 }, () => either('无此词语', ['揭榜挂帅', '北京市']));
      const rest = [...'北京市算力发展方案'].map((one) => word(one));
      const asked = { ...query(''), words: [...many, ...rest, word('揭榜'), word('挂帅'), word('实施')] };
      expect(await idsOf(asked)).toEqual(['plan-5']);
      expect(await idsOf({ ...asked, match: 'any' })).toEqual(
        [...scan(documents, { ...asked, match: 'any' }).ids].sort(),
      );
    });

    it('counts any of the words alone as with a page', async () => {
      const runs = [either('无此词语', ['揭榜挂帅', '北京市']), word('养犬')];
      const all = [
        query('养犬 揭榜 人工智能', { match: 'any' }),
        query('算力 数据 -农业', { match: 'any' }),
        query('算力 数据 -北京', { match: 'any' }),
        { ...query(''), words: runs, match: 'any' as const },
        {
          ...query(''),
          words: [{ ...word('共享'), numbers: ['京政发〔2023〕'] }, word('养犬')],
          match: 'any' as const,
        },
      ];
      for (const asked of all) {
        const { total } = await engine().search({ ...asked, take: 0 });
        expect(total).toBe((await idsOf(asked)).length);
        expect(total).toBeGreaterThan(1);
      }
    });
  });
}

/** A word, or every word of a run. */
function either(single: string, run: readonly (string | EngineTerm)[]): EngineWord {
  return { ...word(single), runs: [run.map((one) => (typeof one === 'string' ? word(one) : one))] };
}

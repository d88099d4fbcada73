import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../core/text/convert.js';
import { expansionRows } from '../../core/text/expansion/expansions.js';
import { BORDER } from '../../core/text/fold.js';
import { understandQuery } from '../../server/query/understand-query.js';

const readable = (folded: string): string => folded.replaceAll(BORDER, '|').replaceAll('囗', '¦');

function told(typed: string): string[] {
  return understandQuery(typed).understood.map(({ kind, text, ignored, alternatives = [] }) =>
    [
      kind,
      text,
      ...(ignored ? ['ignored'] : []),
      ...alternatives.map((one) => `/${one.kind} ${one.text}`),
    ].join(' '),
  );
}

describe('what the reader is told', () => {
  it.each([
    // what was typed          what we understood
    ['养犬', ['word 养犬']],
    ['養犬', ['word 養犬']],
    ['算力 -農業 "揭榜挂帅"', ['word 算力', 'excluded 農業', 'phrase 揭榜挂帅']],
    ['人工智能AI', ['word 人工智能', 'word AI']],
    ['5G網路建設', ['word 5G', 'word 網路', 'word 建設']],
    ['2023年预算', ['word 2023年', 'word 预算']],
    ['AI与5G', ['word AI', 'word 与', 'word 5G']],
    ['GB/T9704-2012', ['word GB/T9704-2012']],
    ['数字，经济', ['word 数字', 'word 经济']],
    ['京政发[2023]14号 算力', ['documentNumber 京政发[2023]14号', 'word 算力']],
    ['算力 算力', ['word 算力', 'word 算力']],
    ['，。 算力', ['word ，。 ignored', 'word 算力']],
    ['"……" -！', ['phrase …… ignored', 'excluded ！ ignored']],
    ['😀', ['word 😀 ignored']],
    ['补贴|奖励资金 算力', ['either 补贴|奖励资金 /word 补贴 /word 奖励资金', 'word 算力']],
    [
      '("专项资金"|京政发〔2023〕14号)',
      ['either 专项资金|京政发〔2023〕14号 /phrase 专项资金 /documentNumber 京政发〔2023〕14号'],
    ],
    ['补贴|，。', ['word 补贴', 'word ，。 ignored']],
    ['-(甲类|"乙类")', ['excluded 甲类', 'excluded 乙类']],
    ['补贴* |', ['word 补贴', 'word * ignored', 'word | ignored']],
    ['京政发〔2023〕', ['documentNumber 京政发〔2023〕']],
    ['', []],
  ])('%s', (typed, expected) => {
    expect(told(typed)).toEqual(expected);
  });

  it('gives a reason for what is ignored', () => {
    expect(understandQuery('。').understood[0]).toMatchObject({
      ignored: true,
      reason: expect.stringMatching(/\.$/),
    });
  });
});

describe('what the engine is asked', () => {
  it.each([
    // what was typed     words                     excluded    preferred
    ['養犬管理', ['养犬', '管理'], [], ['养犬管理']],
    ['算力 算力 算力', ['算力'], [], []],
    ['算力，', ['算力'], [], []],
    ['C++', ['|c|'], [], ['|c|¦']],
    ['人工智能+行动', ['人工智能', '行动'], [], ['人工智能¦行动']],
    ['補貼 -農業，', ['补贴'], ['农业'], []],
    ['-"农业，"', [], ['农业¦'], []],
    ['"数字 经济"', ['数字经济'], [], []],
    ['税', ['税'], [], []],
    ['，', [], [], []],
  ])('%s', (typed, words, excluded, prefer) => {
    const question = understandQuery(typed);
    expect(question.words.map(({ alternatives }) => readable(alternatives[0]?.folded ?? ''))).toEqual(words);
    expect(question.excluded.map(({ folded }) => readable(folded))).toEqual(excluded);
    expect(question.prefer.map(([first]) => readable(first?.folded ?? ''))).toEqual(prefer);
  });

  it.each(['京政发〔2023〕14号', '京政发[2023]14号', '京政發（２０２３）14號', '京政发【2023】 14 号'])(
    'the document number itself: %s',
    (typed) => {
      expect(understandQuery(typed).words).toMatchObject([{ numbers: ['京政发〔2023〕14号'] }]);
    },
  );

  it('is the same in Traditional', () => {
    for (const typed of ['人工智能产业发展', '无人机 -农业', '"揭榜挂帅" 算力', '谁可以成为个体工商户？']) {
      const [simplified, traditional] = [typed, toTraditional(typed)].map((text) => understandQuery(text));
      expect(traditional?.words).toEqual(simplified?.words);
      expect(traditional?.excluded).toEqual(simplified?.excluded);
      expect(traditional?.prefer).toEqual(simplified?.prefer);
    }
  });
});

describe('other words', () => {
  const widened = (typed: string, more: Partial<Parameters<typeof understandQuery>[1]> = {}): string[] => {
    const question = understandQuery(typed, { expand: 'on', without: [], ...more });
    return question.words.map(({ alternatives, runs = [] }) =>
      [alternatives, ...runs.flat().map((term) => term.alternatives)]
        .map((phrases) => phrases.map(({ folded }) => readable(folded)).join(' '))
        .join(' / '),
    );
  };

  // biome-ignore format: a table
  it.each([
    // typed                          each word: what was typed, then what widens it
    ['人工智慧',                       ['人工智慧 人工智能']],
    ['資訊系統建設',                   ['资讯系统 信息系统', '建设']],
    ['资讯系统建设',                   ['资讯系统 信息系统', '建设']],
    ['artificial intelligence 平台',   ['|artificial||intelligence| 人工智能', '平台']],
    ['养狗',                           ['养狗 养犬']],
    ['算法 (人工智慧|"人工智慧")',      ['算法', '人工智慧 人工智能']],
    ['(人工智慧产业|算法)',            ['算法 / 人工智慧 人工智能 / 产业']],
    ['"人工智慧" -人工智慧',           ['人工智慧']],
    ['artificial "intelligence"',      ['|artificial| 人工', '|intelligence|']],
    ['What is artificial intelligence used for?', ['|artificial||intelligence| 人工智能']],
  ])('%s', (typed, expected) => {
    expect(widened(typed)).toEqual(expected);
  });

  it('are left out as a whole, or singly, in either script', () => {
    expect(widened('資訊系統', { expand: 'off' })).toEqual(['资讯', '系统']);
    expect(widened('资讯系统', { expand: 'off' })).toEqual(['资讯', '系统']);
    for (const without of ['信息系统', '信息系統']) {
      expect(widened('資訊系統', { without: [without] })).toEqual(['资讯系统']);
    }
  });

  it('say whose they are, and are at most 64 a question; the rest is told', () => {
    const { widened: additions, words } = understandQuery('人工智慧 算法 工信部');
    expect(additions).toHaveLength(words.length);
    expect(additions[0]).toMatchObject([{ word: '人工智慧', to: '人工智能', kind: 'regional' }]);
    expect(additions[1]).toEqual([]);
    const rows = expansionRows()
      .filter(({ from }) => /^\p{Script=Han}+$/u.test(from))
      .sort((one, other) => other.to.length - one.to.length);
    const longest = rows.slice(0, 32).map(({ from }) => from);
    const many = understandQuery(longest.join(' '));
    expect(many.widened.flat()).toHaveLength(64);
    expect(many.understood.at(-1)).toMatchObject({ ignored: true, reason: expect.stringContaining('64') });
  });

  it('of an English question, words without content are told as such', () => {
    const { understood } = understandQuery('What is artificial intelligence used for?');
    expect(understood.map(({ text, ignored = false }) => `${text} ${ignored}`)).toEqual([
      ...['What true', 'is true', 'artificial intelligence false', 'used true', 'for true', '? true'],
    ]);
  });
});

describe('what is ignored', () => {
  const many = Array.from({ length: 33 }, (_, i) => `词${i}`).join(' ');
  // biome-ignore format: a table
  it.each([
    ['算力 ，',                                   'punctuation'],
    ['""',                                       'punctuation'],
    ['-。 算力',                                  'punctuation'],
    ['|算力',                                     'oneSided'],
    ['补贴*',                                     'wildcard'],
    ['What is artificial intelligence for',      'noContent'],
    [many,                                       'tooMany'],
  ])('%s: %s', (typed, code) => {
    const codes = understandQuery(typed).understood.flatMap((one) => one.code ?? []);
    expect(new Set(codes)).toEqual(new Set([code]));
  });
});

describe('the first 32 words', () => {
  const words = [...'abcdefghijklmnopqrstuvwxyzabcdefghijklmn'].map(
    (letter, i) => `${i < 26 ? 'x' : 'y'}${letter}z`,
  );
  const known = (typed: string) => understandQuery(typed);

  it('are looked for, the rest is told', () => {
    const { words: asked, understood } = known(words.join(' '));
    expect(asked).toHaveLength(32);
    expect(understood).toHaveLength(33);
    expect(understood.at(-1)).toMatchObject({ text: words.slice(32).join(' '), ignored: true });
  });

  it('are counted without particles and what is said twice', () => {
    const typed = words.slice(0, 32).flatMap((word) => [word, '的', word]);
    const { words: asked, understood } = known(typed.join(' '));
    expect(asked).toHaveLength(33);
    expect(asked.filter((word) => word.isParticle)).toHaveLength(1);
    expect(understood.some(({ ignored }) => ignored)).toBe(false);
  });

  it('are alternatives and exclusions too, one each', () => {
    const either = words.slice(0, 30).join('|');
    const { words: asked, excluded, understood } = known(`${either} -甲 -乙 -丙 丁`);
    expect(asked).toHaveLength(1);
    expect(excluded).toHaveLength(2);
    expect(understood.at(-1)).toMatchObject({ text: '丙 丁', ignored: true });
    const cut = known(words.join('|'));
    expect(cut.understood[0]?.alternatives).toHaveLength(32);
    expect(cut.understood[1]).toMatchObject({ text: words.slice(32).join(' '), ignored: true });
  });
});

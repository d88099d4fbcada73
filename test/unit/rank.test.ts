import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../engine/engine.js';
import { rank } from '../../server/answer/rank.js';
import { WEIGHTS } from '../../server/answer/rank-weights.js';
import type { RankedWord, RankQuestion } from '../../server/answer/score.js';

const AVERAGE = 20;
const FILLER = '各级人民政府应当加强领导并且给予支持囗';

function asked(words: readonly string[], more: Partial<RankQuestion> = {}): RankQuestion {
  return {
    words: words.map((folded, i) => wordOf([folded], { idf: 2 + i })),
    pieces: [],
    averageLength: AVERAGE,
    ...more,
  };
}

function wordOf(readings: readonly string[], more: Partial<RankedWord> = {}): RankedWord {
  return { forms: [{ folded: readings, weight: 1 }], idf: 2, isNumber: false, ...more };
}

function proposed(clauseId: string, folded: string, more: Partial<Proposal> = {}): Proposal {
  return {
    clauseId,
    documentId: clauseId,
    kind: 'body',
    score: 0,
    folded,
    inContext: [false, false],
    isFirst: false,
    isNumbered: false,
    ...more,
  };
}

const order = (proposals: readonly Proposal[], question: RankQuestion): string =>
  rank(proposals, question)
    .map(({ clauseId }) => clauseId)
    .join(' ');

describe('rank', () => {
  it('puts more occurrences first', () => {
    const found = [proposed('once', `算力${FILLER}`), proposed('twice', `算力算力${FILLER.slice(2)}`)];
    expect(order(found, asked(['算力']))).toBe('twice once');
  });

  it('counts in the reading that has more, and takes the length of one', () => {
    const [byCharacter, byPhrase] = [`计画计画${FILLER}`, `计划计划${FILLER}`];
    const found = [
      proposed('simplified', `计划计划计划${FILLER.slice(2)}`),
      proposed('traditional', `${byCharacter}\ue000${byPhrase}`),
      proposed('once', `计划${FILLER}`),
    ];
    const question = asked([], { words: [wordOf(['计划', '计画'])] });
    expect(order(found, question)).toBe('simplified traditional once');
    expect(order(found.slice(1), asked(['计划']))).toBe('traditional once');
  });

  it('puts the rarer word first', () => {
    const found = [proposed('common', `发展${FILLER}`), proposed('rare', `算力${FILLER}`)];
    expect(order(found, asked(['发展', '算力']))).toBe('rare common');
  });

  it('puts the shorter text first', () => {
    const found = [proposed('long', `算力${FILLER.repeat(9)}`), proposed('short', `算力${FILLER}`)];
    expect(order(found, asked(['算力']))).toBe('short long');
  });

  it('makes no tier of a run that stands there whole, and counts it for more than its words', () => {
    const whole = proposed('whole', `养犬管理${FILLER}`);
    const words = proposed('words', `管理囗养犬${FILLER.slice(1)}`);
    const often = proposed('often', `管理囗养犬囗管理养犬管理囗养犬${FILLER.slice(11)}`);
    const question = asked(['养犬', '管理'], { pieces: [{ folded: ['养犬管理'], idf: 3 }] });
    expect(order([words, whole], question)).toBe('whole words');
    expect(order([words, whole], asked(['养犬', '管理']))).toBe('words whole');
    const far = proposed('far', `养犬管理${FILLER.repeat(20)}`);
    expect(order([far, words, often], question)).toBe('often words far');
  });

  it('counts a word of the headings or the title for a little', () => {
    const found = [
      proposed('without', `算力${FILLER}`),
      proposed('with', `算力${FILLER}`, { inContext: [true, false] }),
    ];
    expect(order(found, asked(['算力']))).toBe('with without');
    const above = [
      proposed('own word alone', `算力${FILLER}`),
      proposed('other above', `算力${FILLER}`, { inContext: [false, true] }),
      proposed('both in the text', `算力发展${FILLER.slice(2)}`),
    ];
    expect(order(above, asked(['算力', '发展']))).toBe('both in the text other above own word alone');
  });

  it('counts how much of the question is held, by rarity', () => {
    const found = [
      proposed('often', `算力算力算力算力算力算力${FILLER}`),
      proposed('both', `算力发展${FILLER}`),
    ];
    const question = asked([], { words: [wordOf(['算力'], { idf: 4 }), wordOf(['发展'])] });
    expect(order(found, question)).toBe('both often');
    const without = rank(found, question, { ...WEIGHTS, coverage: 0 });
    expect(without.map(({ clauseId }) => clauseId).join(' ')).toBe('often both');
  });

  it('counts what widens a word for less than what was typed', () => {
    const forms = [
      { folded: ['年假'], weight: 1 },
      { folded: ['年休假'], weight: 1, isEveryday: true as const },
    ];
    const question = asked([], { words: [wordOf([], { forms })] });
    const found = [
      proposed('added', `年休假${FILLER}`),
      proposed('typed', `年假${FILLER}`),
      proposed('both', `年假囗年休假${FILLER.slice(4)}`),
    ];
    expect(order(found, question)).toBe('both typed added');
  });

  // biome-ignore format: a table
  it.each<[string, Partial<Proposal>]>([
    ['a heading',                { kind: 'heading' }],
    ['the name of an annex',     { folded: '附件囗算力项目申报书' }],
    ['a cell of a table',        { folded: '算力中心一览' }],
    ['a signature',              { folded: '北京市算力局' }],
    ['those it is addressed to', { folded: '各市算力局囗省直有关部门囗' }],
    ['where to call',            { folded: '联系电话囗 010 囗算力处囗' }],
    ['what a law is for',        { folded: `第一条为了算力发展囗根据有关规定囗制定本办法囗${FILLER}` }],
  ])('puts %s behind what says something', (_, of) => {
    const says = proposed('says', `算力${FILLER.repeat(3)}`);
    expect(order([proposed('names', '算力发展', of), says], asked(['算力']))).toBe('says names');
  });

  it('puts the title of a document before a clause that holds as much', () => {
    const found = [
      proposed('clause', `关于算力发展工作若干事项的通知囗`),
      proposed('title', '关于算力发展工作若干事项的通知书', { kind: 'title' }),
    ];
    expect(order(found, asked(['算力']))).toBe('title clause');
  });

  it('counts bigrams, which cross the cuts of the segmenter', () => {
    const found = [proposed('none', `算力${FILLER}`), proposed('some', `算力统筹${FILLER.slice(2)}`)];
    expect(order(found, asked(['算力'], { pieces: [{ folded: ['统筹'], idf: 1 }] }))).toBe('some none');
  });

  it('lends a clause a share of what its document is worth', () => {
    const alone = proposed('alone', `算力${FILLER}`);
    const among = proposed('among', `算力${FILLER}`, { documentId: 'd' });
    const best = proposed('best', '算力算力算力囗', { documentId: 'd' });
    expect(order([alone, among, best], asked(['算力']))).toBe('best among alone');
  });

  it.each<[string, string, Proposal]>([
    [
      'the title of the document',
      '京政发囗2023囗14号',
      proposed('bears', '关于算力的通知', { kind: 'title', isNumbered: true }),
    ],
    [
      'what bears it, where it prints the number itself too',
      '京政发囗2023囗',
      proposed('bears', `${FILLER}京政发囗2023囗14号${FILLER}${FILLER}`, { isNumbered: true }),
    ],
  ])('asked for by a number, puts before all %s', (_, text, bearing) => {
    const number: RankQuestion = { ...asked([]), words: [wordOf([text], { idf: 5, isNumber: true })] };
    expect(order([proposed('mention', '根据京政发囗2023囗14号文件'), bearing], number)).toBe('bears mention');
  });

  it('leaves equals in the order of the engine, and every proposal in the list', () => {
    const found = ['c', 'a', 'b'].map((id) => proposed(id, `算力${FILLER}`));
    expect(order(found, asked(['算力']))).toBe('c a b');
    expect(order([], asked(['算力']))).toBe('');
  });
});

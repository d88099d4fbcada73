import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../engine/engine.js';
import { type RankQuestion, rank } from '../../server/answer/rank.js';

const AVERAGE = 20;
const FILLER = '各级人民政府应当加强领导并且给予支持囗';

function asked(words: readonly string[], more: Partial<RankQuestion> = {}): RankQuestion {
  return {
    words: words.map((folded, i) => ({ folded: [folded], idf: 2 + i, isNumber: false })),
    bigrams: [],
    prefer: [],
    averageLength: AVERAGE,
    ...more,
  };
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
    const question = asked([], { words: [{ folded: ['计划', '计画'], idf: 2, isNumber: false }] });
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

  it('puts a run that stands there whole before its words, however often they stand there', () => {
    const found = [
      proposed('words', '养犬管理养犬登记管理养犬'.replaceAll('养犬管理', '管理养犬')),
      proposed('whole', `养犬管理${FILLER.repeat(20)}`),
    ];
    expect(order(found, asked(['养犬', '管理'], { prefer: [['养犬管理']] }))).toBe('whole words');
  });

  it('counts a word of the headings or the title for a little', () => {
    const found = [
      proposed('without', `算力${FILLER}`),
      proposed('with', `算力${FILLER}`, { inContext: [true, false] }),
    ];
    expect(order(found, asked(['算力']))).toBe('with without');
  });

  it('counts bigrams, which cross the cuts of the segmenter', () => {
    const found = [proposed('none', `算力${FILLER}`), proposed('some', `算力统筹${FILLER.slice(2)}`)];
    expect(order(found, asked(['算力'], { bigrams: [{ folded: '统筹', idf: 1 }] }))).toBe('some none');
  });

  it('lends a clause a share of what its document is worth', () => {
    const alone = proposed('alone', `算力${FILLER}`);
    const among = proposed('among', `算力${FILLER}`, { documentId: 'd' });
    const best = proposed('best', '算力算力算力', { documentId: 'd' });
    expect(order([alone, among, best], asked(['算力']))).toBe('best among alone');
  });

  it('puts the title of the document that was asked for by its number before all', () => {
    const number: RankQuestion = {
      ...asked([]),
      words: [{ folded: ['京政发囗2023囗14号'], idf: 5, isNumber: true }],
      prefer: [],
    };
    const found = [
      proposed('mention', '根据京政发囗2023囗14号文件'),
      proposed('title', '关于算力的通知', { kind: 'title' }),
    ];
    expect(order(found, number)).toBe('title mention');
  });

  it('leaves equals in the order of the engine, and every proposal in the list', () => {
    const found = ['c', 'a', 'b'].map((id) => proposed(id, `算力${FILLER}`));
    expect(order(found, asked(['算力']))).toBe('c a b');
    expect(order([], asked(['算力']))).toBe('');
  });
});

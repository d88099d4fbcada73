import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsWithoutContent } from '../../core/text/expansion/english-question.js';
import { englishStem } from '../../core/text/expansion/english-stem.js';
import { expansionRows, MOST_A_WORD, minedRows } from '../../core/text/expansion/expansions.js';
import { findExpansions, withinRoom } from '../../core/text/expansion/find-expansions.js';
import { fold } from '../../core/text/fold.js';
import { scriptOf, toSimplified } from '../../core/text/script.js';

const reviewed = expansionRows();
const rows = [...reviewed, ...minedRows()];
const said = (typed: string): string[] =>
  findExpansions(typed, 'hant').map(({ word, additions }) => `${word} → ${additions[0]?.to}`);

describe('the table', () => {
  it('has rows enough of each kind', () => {
    const count = (kind: string): number => reviewed.filter((row) => row.kind === kind).length;
    expect(reviewed.length).toBeGreaterThanOrEqual(1200);
    expect(count('everyday')).toBeGreaterThanOrEqual(400);
    for (const kind of ['regional', 'abbreviation', 'english']) expect(count(kind)).toBeGreaterThan(200);
  });

  it('says of each row where it is from, and one to four other words', () => {
    expect(rows.filter(({ origin }) => origin === '')).toEqual([]);
    expect(rows.filter(({ from, to }) => from === '' || to.length === 0 || to.length > MOST_A_WORD)).toEqual(
      [],
    );
    expect(rows.filter(({ to }) => to.some((word) => word === '') || new Set(to).size < to.length)).toEqual(
      [],
    );
  });

  it('adds nothing that what was typed finds already', () => {
    expect(rows.filter(({ from, to }) => to.some((word) => fold(word).includes(fold(from))))).toEqual([]);
  });

  it('is in Simplified', () => {
    const traditional = (text: string): boolean => scriptOf(text) === 'hant' || toSimplified(text) !== text;
    expect(rows.filter(({ from, to }) => [from, ...to].some(traditional))).toEqual([]);
  });

  it('widens a single character with care', () => {
    expect(
      rows
        .filter(({ from }) => [...from].length === 1)
        .map(({ from }) => from)
        .sort(),
    ).toEqual(['狗', '矽', '罚', '偷', '骗'].sort());
  });
});

describe('mined rows', () => {
  it('are of words of three letters and more, and say how likely each Chinese word is', () => {
    expect(minedRows().length).toBeGreaterThan(5000);
    expect(minedRows().filter(({ from }) => !/^[a-z]{3}|^[a-z]+-[a-z]/.test(from))).toEqual([]);
    expect(minedRows().filter(({ to }) => to.some((word) => !/^\p{Script=Han}{2,}$/u.test(word)))).toEqual(
      [],
    );
    expect(minedRows().filter(({ to, likely }) => likely?.length !== to.length)).toEqual([]);
    expect(minedRows().filter(({ likely = [] }) => likely.some((one) => one < 0.05 || one >= 1))).toEqual([]);
    expect(minedRows().filter(({ likely = [] }) => (likely[0] ?? 0) < 0.1)).toEqual([]);
  });

  it('lead from no word of grammar', () => {
    const grammar = 'the and shall which with without under any such its these hereby thereof'.split(' ');
    expect(minedRows().filter(({ from }) => grammar.includes(from))).toEqual([]);
  });

  it.each([
    // mined alone: the likeliest first
    ['violation', [['违反', 0.87]]],
    // of several words, stronger than its parts
    ['competent authority', [['主管机关', 0.98]]],
    // reviewed and mined: the reviewed first, and as likely as the likeliest
    [
      'data',
      [
        ['数据', 0.93],
        ['资料', 0.93],
      ],
    ],
    // reviewed alone: each as good as what was typed
    ['artificial intelligence', [['人工智能', 1]]],
  ])('%s', (typed, likely) => {
    const [{ additions = [] } = {}] = findExpansions(typed, 'hans');
    expect(additions.map(({ to, likely: share }) => [to, share])).toEqual(likely);
  });
});

describe('what is widened', () => {
  it.each([
    ['人工智慧', ['人工智慧 → 人工智能']],
    ['資訊系統', ['資訊系統 → 信息系统']],
    ['資訊安全', ['資訊安全 → 信息安全']],
    ['資訊', ['資訊 → 信息']],
    ['工信部', ['工信部 → 工业和信息化部']],
    ['发改委', ['发改委 → 发展和改革委员会']],
    ['人社厅', ['人社厅 → 人力资源和社会保障厅']],
    ['双碳目标', ['双碳 → 碳达峰']],
    ['养老金 上调', ['养老金 → 养老保险待遇', '上调 → 调整']],
    ['首台套', ['首台套 → 首台（套）']],
    ['年假没休完', ['年假 → 年休假']],
    ['罚学生站', ['罚 → 惩戒']],
    ['被高空抛物砸伤', ['高空抛物 → 抛掷物品', '砸伤 → 坠落']],
    ['乘客的机票', ['乘客 → 旅客', '机票 → 客票']],
    ['欠钱不还', ['欠钱不还 → 不履行到期债务']],
    ['artificial intelligence', ['artificial intelligence → 人工智能']],
    ['Artificial  Intelligence', ['Artificial  Intelligence → 人工智能']],
    ['ARTIFICIAL-INTELLIGENCE', ['ARTIFICIAL-INTELLIGENCE → 人工智能']],
    ['digital economies', ['digital economies → 数字经济']],
    ["the people's courts", ["people's courts → 人民法院"]],
    ['R&D', ['R&D → 研究与试验发展']],
    ['ＡＩ應用', ['ＡＩ → 人工智能']],
    ['ai 补贴', ['ai → 人工智能', '补贴 → 补助']],
    // nothing of it
    // the abbreviation in capitals, not the word
    ['those WHO data', ['WHO → 世界卫生组织', 'data → 数据']],
    ['those who need data', ['need → 需要', 'data → 数据']],
    ['said', []],
    ['以上调整', []],
    ['处罚', []],
    ['人工 智慧', []],
    ['artificial，intelligence', ['artificial → 人工', 'intelligence → 情报']],
    ['', []],
    ['，。', []],
    ['\ud800', []],
  ])('%s', (typed, widened) => {
    expect(said(typed)).toEqual(widened);
  });

  it('lies in what was typed, in order, apart, with one to four additions each, whatever was typed', () => {
    const piece = fc.oneof(
      fc.constantFrom(...rows.map(({ from }) => from), '資訊', '，', ' ', '以', '的', '𠮷', 'x', '5'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom('hans', 'hant'), (pieces, script) => {
        const typed = pieces.join('');
        let last = 0;
        for (const { start, end, word, additions } of findExpansions(typed, script as 'hans' | 'hant')) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(word).toBe(typed.slice(start, end));
          expect(additions.length).toBeGreaterThan(0);
          expect(additions.length).toBeLessThanOrEqual(MOST_A_WORD);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(typed.length);
      }),
    );
  });

  it('is each row that is typed alone, where the segmenter does not tear it', () => {
    const missed = rows.filter(({ from }) => findExpansions(from, 'hans').every(({ word }) => word !== from));
    expect(missed.map(({ from }) => from)).toEqual([]);
  });

  it('has no more additions than there is room for, and tells the rest', () => {
    const all = findExpansions('员工 工资', 'hans');
    const told = all.flatMap(({ additions }) => additions);
    expect(told.length).toBeGreaterThan(2);
    for (let room = 0; room <= told.length; room += 1) {
      const { kept, left } = withinRoom(all, room);
      expect(kept.flatMap(({ additions }) => additions)).toEqual(told.slice(0, room));
      expect(left).toEqual(told.slice(room));
    }
  });
});

describe('words of English', () => {
  it.each([
    ['policies', 'policy'],
    ['regulating', 'regulated'],
    ['submitted', 'submitting'],
    ['utilize', 'utilizing'],
    ['agencies', 'agency'],
    ['controlled', 'controlling'],
  ])('%s is %s', (one, other) => {
    expect(englishStem(one)).toBe(englishStem(other));
  });

  it.each([
    ['news', 'new'],
    ['process', 'proces'],
    ['used', 'us'],
    ['人工', '人'],
  ])('%s is not %s', (one, other) => {
    expect(englishStem(one)).not.toBe(englishStem(other));
  });
});

describe('what a whole English question leaves out', () => {
  it.each([
    ['What is the minimum wage in Beijing?', ['What', 'is', 'the', 'in']],
    // what an apostrophe leaves
    ['What are the committee’s duties', ['What', 'are', 'the', 's']],
    ['How are personal data protected by the government', ['How', 'are', 'by', 'the']],
    // no sentence: every word is meant
    ['data export automobile', []],
    ['rules of zorgle', []],
    ['the zorgle of the blorf', []],
    ['什么是 the minimum wage in Beijing', []],
    ['', []],
  ])('%s', (typed, dropped) => {
    const words = wordsWithoutContent(typed, findExpansions(typed, 'hans'));
    expect(words.map(({ word }) => word)).toEqual(dropped);
    for (const { word, start, end } of words) expect(typed.slice(start, end)).toBe(word);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';
import { characterOf, codeOf } from '../../indexer/clean/damage/gbk.js';

/** Damage is looked for only in a text that has five readings or more. */
const OPENS = '先導(dǎo)區(qū)應(yīng)用創(chuàng)新產(chǎn)業(yè),甲,乙,丙,丁\n';

describe('damage', () => {
  it.each([
    // as it came                                               repaired
    ['地域上已經涵蓋到四大戰略區域!辟R仁龍說。', '地域上已經涵蓋到四大戰略區域。”賀仁龍說。'],
    ['成都市經信局?jǐn)?shù)據顯示', '成都市經信局數據顯示'],
    ['從行業規(guī)?矗瑩(jù)IDC預測', '從行業規模看,據IDC預測'],
    ['中小學!⒂變簣@應當將家庭教育指導服務納入工作計劃', '中小學校、幼兒園應當將家庭教育指導服務納入工作計劃'],
    ['爲培養接班人奠?yú)ɑ\ue2a6A。', '爲培養接班人奠定基礎。'],
  ])('%s', (came, repaired) => {
    const { text, damage, toRaw } = clean(OPENS + came, { kind: 'text' });
    expect(text.split('\n')[1]).toBe(repaired);
    expect(damage.length).toBe(1);
    for (const { start, end, note } of damage) {
      const raw = toRaw({ start, end });
      const asItCame = (OPENS + came).slice(raw.start, raw.end).replace(/(?<=規)\(guī\)/u, '');
      expect(note).toContain(asItCame);
    }
  });

  it.each([
    // not certain, or not damaged: left as it came
    ['規模!但是', 0],
    ['甲乙?丙丁!', 0],
    ['總(cù)和', 1],
  ])('%s stays, flagged %i times', (came, flagged) => {
    const { text, damage } = clean(OPENS + came, { kind: 'text' });
    expect(text.split('\n')[1]).toBe(came);
    expect(damage.length).toBe(flagged);
  });

  it('is not looked for in a text without readings in brackets', () => {
    const came = '戰略區域!辟R仁龍說。';
    expect(clean(came, { kind: 'text' })).toMatchObject({ text: came, damage: [] });
  });

  it('takes characters to the bytes of GBK and back, private ones too', () => {
    expect(codeOf('\ue000')).toBe(0xaaa1);
    expect(characterOf(0xae, 0xcb)).toBe('\ue1a2');
    expect(codeOf('\u3000')).toBe(0xa1a1);
    expect(codeOf('a')).toBeUndefined();
  });
});

describe('seed 002', () => {
  const folder = new URL('../../seeds/', import.meta.url);
  const file = readdirSync(folder).find((name) => name.startsWith('002')) ?? '';
  const { text, damage } = clean(readFileSync(new URL(file, folder), 'utf8'), { kind: 'text' });

  it('has four damaged places, and no pinyin is left', () => {
    expect(damage.map(({ start, end }) => text.slice(start, end))).toEqual([
      '。”賀',
      '。“十四五”規',
      '模看,據',
      '數',
    ]);
    expect(text).not.toMatch(/[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u);
  });
});

interface Case {
  readonly kind: 'damaged' | 'pinyin-only' | 'clean';
  readonly half: boolean;
  readonly input: string;
  readonly truth: string;
  readonly reference_exact: boolean;
}

const casesFile = new URL('../../../shared/data/damage/cases.jsonl', import.meta.url);

describe.skipIf(!existsSync(casesFile))('the damage cases (skipped where ../shared/data is absent)', () => {
  const cases = existsSync(casesFile)
    ? readFileSync(casesFile, 'utf8')
        .trim()
        .split('\n')
        .map((line): Case => JSON.parse(line))
    : [];
  // A mirror halves full-width forms in a whole text or not at all: two texts, a case a line.
  const results = [true, false].flatMap((half) => {
    const own = cases.filter((one) => one.half === half);
    const { text, damage } = clean(own.map(({ input }) => input).join('\n'), { kind: 'jsonl' });
    let start = 0;
    return text.split('\n').map((line, at) => {
      const [from, to] = [start, start + line.length];
      start = to + 1;
      const marks = damage.filter((mark) => mark.start >= from && mark.end <= to + 1);
      const repairs = marks.filter(({ note }) => note.startsWith('Repaired'));
      const truth = own[at]?.truth.trim() ?? '';
      const wrong = repairs.filter((mark) => !truth.includes(text.slice(mark.start, mark.end)));
      return {
        ...own[at],
        right: line === truth,
        marks: marks.length,
        repairs: repairs.length,
        wrong: wrong.length,
      };
    });
  });
  const count = (test: (result: (typeof results)[number]) => boolean): number => results.filter(test).length;

  it('repairs what a careful method repairs, nothing wrongly, and leaves sound lines alone', () => {
    const repairs = results.reduce((sum, result) => sum + result.repairs, 0);
    const wrong = results.reduce((sum, result) => sum + result.wrong, 0);
    const exact = count((result) => result.reference_exact === true && result.right);
    const figures = {
      repairs,
      wrong,
      exact: `${exact} of ${count((result) => result.reference_exact === true)}`,
      flagged: count((result) => result.kind === 'damaged' && result.marks > 0),
      brokenUnflagged: count((result) => result.kind === 'damaged' && result.marks === 0),
      soundFlagged: count((result) => result.kind !== 'damaged' && result.marks > 0),
    };
    console.info(figures);
    expect(wrong).toBeLessThanOrEqual(repairs / 100);
    expect(exact).toBeGreaterThanOrEqual(128);
    expect(figures.soundFlagged).toBe(0);
  });
});

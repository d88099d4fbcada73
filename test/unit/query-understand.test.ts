import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../core/text/convert.js';
import { BORDER } from '../../core/text/fold.js';
import { understandQuery } from '../../server/query/understand-query.js';

const readable = (folded: string): string => folded.replaceAll(BORDER, '|').replaceAll('囗', '¦');

function told(typed: string): string[] {
  return understandQuery(typed).understood.map(
    ({ kind, text, ignored }) => `${kind} ${text}${ignored ? ' ignored' : ''}`,
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
      expect(understandQuery(typed).words).toMatchObject([{ documentNumber: '京政发〔2023〕14号' }]);
    },
  );

  it('is the same in Traditional', () => {
    for (const typed of ['人工智能产业发展', '无人机 -农业', '"揭榜挂帅" 算力', '谁可以成为个体工商户？']) {
      const [simplified, traditional] = [typed, toTraditional(typed)].map(understandQuery);
      expect(traditional?.words).toEqual(simplified?.words);
      expect(traditional?.excluded).toEqual(simplified?.excluded);
      expect(traditional?.prefer).toEqual(simplified?.prefer);
    }
  });
});

describe('any string', () => {
  it('is understood, and every letter, digit and Han character of it is told', () => {
    const letters = (text: string): string => [...text.matchAll(/[\p{Script=Han}\p{Nd}A-Za-z]/gu)].join('');
    fc.assert(
      fc.property(anyQuery, (typed) => {
        const { understood, typed: labels, words } = understandQuery(typed);
        expect(letters(understood.map(({ text }) => text).join(' '))).toBe(letters(typed));
        expect(labels.length).toBe(words.length);
      }),
      { numRuns: 1500 },
    );
  });
});

const anyQuery = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'算力农业的与年第条养犬人工智能應用',
        '5G',
        'AI',
        '2023',
        '2.0',
        'C++',
        '京政发〔2023〕14号',
      ),
      fc.constantFrom(
        ' ',
        '　',
        '"',
        '“',
        '”',
        '「',
        '」',
        '-',
        '－',
        '，',
        '。',
        '（',
        '😀',
        '\u200b',
        '\ud800',
        '𠀀',
      ),
      fc.string({ unit: 'binary', maxLength: 2 }),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

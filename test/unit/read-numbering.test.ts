import { describe, expect, it } from 'vitest';
import { type List, type ListLevel, labelled, listCounters } from '../../indexer/read/list-numbering.js';
import { formatOfCode, writeNumber } from '../../indexer/read/number-formats.js';
import { joinSoftBreaks } from '../../indexer/read/soft-breaks.js';
import { bulletOf, symbolOf } from '../../indexer/read/symbol-characters.js';

describe('the number of a list item', () => {
  it.each<[string, readonly (readonly [number, string])[]]>([
    // format                         numbers as they are printed
    [
      'decimal',
      [
        [1, '1'],
        [120, '120'],
      ],
    ],
    [
      'decimalZero',
      [
        [1, '01'],
        [12, '12'],
      ],
    ],
    ['decimalFullWidth', [[10, '１０']]],
    [
      'upperRoman',
      [
        [4, 'IV'],
        [1994, 'MCMXCIV'],
        [4000, '4000'],
        [0, '0'],
      ],
    ],
    ['lowerRoman', [[9, 'ix']]],
    [
      'upperLetter',
      [
        [1, 'A'],
        [26, 'Z'],
        [27, 'AA'],
        [53, 'AAA'],
      ],
    ],
    [
      'lowerLetter',
      [
        [28, 'bb'],
        [0, '0'],
      ],
    ],
    [
      'chineseCountingThousand',
      [
        [1, '一'],
        [10, '十'],
        [11, '十一'],
        [101, '一百零一'],
        [1000, '1000'],
      ],
    ],
    ['chineseCounting', [[20, '二十']]],
    ['japaneseCounting', [[12, '十二']]],
    ['taiwaneseCountingThousand', [[110, '一百一十']]],
    [
      'ideographDigital',
      [
        [10, '一〇'],
        [2024, '二〇二四'],
      ],
    ],
    [
      'chineseLegalSimplified',
      [
        [3, '叁'],
        [12, '拾贰'],
      ],
    ],
    ['ideographLegalTraditional', [[2, '貳']]],
    [
      'ideographTraditional',
      [
        [1, '甲'],
        [10, '癸'],
        [11, '11'],
      ],
    ],
    ['ideographZodiac', [[12, '亥']]],
    [
      'decimalEnclosedCircle',
      [
        [1, '①'],
        [20, '⑳'],
        [21, '㉑'],
        [36, '㊱'],
        [50, '㊿'],
        [51, '51'],
      ],
    ],
    ['decimalEnclosedCircleChinese', [[3, '③']]],
    ['decimalEnclosedParen', [[2, '⑵']]],
    ['decimalEnclosedFullstop', [[2, '⒉']]],
    [
      'ideographEnclosedCircle',
      [
        [2, '㊁'],
        [11, '11'],
      ],
    ],
    ['numberInDash', [[1, '- 1 -']]],
    ['none', [[7, '']]],
    ['of another program', [[7, '7']]],
  ])('%s', (format, numbers) => {
    expect(numbers.map(([value]) => writeNumber(value, format))).toEqual(
      numbers.map(([, printed]) => printed),
    );
  });

  it.each([
    [0, 'decimal'],
    [11, 'japaneseCounting'],
    [18, 'decimalEnclosedCircle'],
    [39, 'chineseCountingThousand'],
    [255, 'none'],
    [199, 'decimal'],
  ])('the code %i is %s', (code, format) => {
    expect(formatOfCode(code)).toBe(format);
  });
});

describe('counters of lists', () => {
  const level = (text: string, more: Partial<ListLevel> = {}): ListLevel => ({
    start: 1,
    format: 'decimal',
    text,
    gap: 'nothing',
    isLegal: false,
    restartAfter: null,
    ...more,
  });
  const list = (levels: readonly ListLevel[]): List => ({
    id: 'a',
    definition: 'a',
    levels,
    startsAnew: new Map(),
  });

  it.each<[string, readonly ListLevel[], readonly number[], readonly (string | null)[]]>([
    // what it shows                 levels                                             items, by level   labels
    ['a level above none yet', [level('%1'), level('%1.%2')], [1, 1, 0, 1], ['1.1', '1.2', '1', '1.1']],
    [
      'begins anew below its own',
      [level('%1'), level('%2'), level('%3')],
      [0, 1, 2, 2, 1, 2],
      ['1', '1', '1', '2', '2', '1'],
    ],
    [
      'begins anew below the first alone',
      [level('%1'), level('%2'), level('%3', { restartAfter: 1 })],
      [0, 1, 2, 1, 2, 0, 2],
      ['1', '1', '1', '2', '2', '2', '1'],
    ],
    ['goes on for ever', [level('%1'), level('%2', { restartAfter: 0 })], [0, 1, 0, 1], ['1', '1', '2', '2']],
    ['begins with another number', [level('第%1条', { start: 5 })], [0, 0], ['第5条', '第6条']],
    ['has no such level', [level('%1')], [3, 0], [null, '1']],
    ['names a level that is not there', [level('%1%9')], [0], ['1']],
  ])('a list that %s', (_, levels, items, labels) => {
    const counters = listCounters();
    expect(items.map((at) => counters.next(list(levels), at)?.text ?? null)).toEqual(labels);
  });

  it.each([
    // label, gap, text                what is printed
    ['一、', 'tab', '总体要求', '一、总体要求'],
    ['（一）', 'space', '甲', '（一）甲'],
    ['1.', 'tab', '甲', '1.甲'],
    ['1.', 'tab', 'Scope', '1. Scope'],
    ['1.1', 'tab', '甲', '1.1 甲'],
    ['第一条', 'space', '为了', '第一条 为了'],
    ['第一条', 'nothing', '为了', '第一条为了'],
    ['1', 'tab', '', '1'],
  ] as const)('%s with a gap (%s) before %s', (text, gap, behind, printed) => {
    expect(labelled({ text, gap }, behind)).toBe(printed);
  });
});

describe('a break inside of a title', () => {
  it.each([
    [['关于开展', '治理工作的通知'], '关于开展治理工作的通知'],
    [['Notice on', 'the Plan'], 'Notice on the Plan'],
    [['关于治理的通知', '（试行）'], '关于治理的通知\n（试行）'],
    [['关于治理的通知', '京政发〔2024〕1号'], '关于治理的通知\n京政发〔2024〕1号'],
    [['某市人民政府', '2024年1月9日'], '某市人民政府\n2024年1月9日'],
    [['一、甲', '二、乙'], '一、甲\n二、乙'],
    [['甲'.repeat(80), '乙'.repeat(80)], `${'甲'.repeat(80)}\n${'乙'.repeat(80)}`],
  ])('%j', (lines, printed) => {
    expect(joinSoftBreaks(lines, true)).toBe(printed);
    expect(joinSoftBreaks(lines, false)).toBe(lines.join('\n'));
  });
});

describe('signs of a font', () => {
  it.each([
    ['Wingdings', 0xf0fe, '☑'],
    ['Wingdings', 0x6e, '■'],
    ['Wingdings 2', 0xf052, '☑'],
    ['Symbol', 0xf0b3, '≥'],
    ['Wingdings', 0xf0ff, ''],
    ['SimSun', 0xf06e, ''],
  ])('%s %i is %s', (font, code, sign) => {
    expect(symbolOf(font, code)).toBe(sign);
  });

  it.each([
    ['\uf0b7', 'Symbol', '●'],
    ['\uf06e', '', '■'],
    ['\uf001', 'SimSun', '●'],
    ['◆', 'SimSun', '◆'],
    ['u', 'Wingdings', '◆'],
  ])('the sign %j in %s is %s', (text, font, sign) => {
    expect(bulletOf(text, font)).toBe(sign);
  });
});

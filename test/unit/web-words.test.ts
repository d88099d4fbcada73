import { describe, expect, it } from 'vitest';
import type { Understood } from '../../server/api.js';
import { partsOf, withoutPart } from '../../web/search/words.js';

const word = (text: string): Understood => ({ kind: 'word', text });
const phrase = (text: string): Understood => ({ kind: 'phrase', text });
const excluded = (text: string): Understood => ({ kind: 'excluded', text });
const either = (...alternatives: { kind: 'word' | 'phrase'; text: string }[]): Understood => ({
  kind: 'either',
  text: alternatives.map(({ text }) => text).join('|'),
  alternatives,
});

describe('a query without one of its words', () => {
  it.each<[string, readonly Understood[], number, string]>([
    // query                 understood                                          without  is
    ['算力', [word('算力')], 0, ''],
    ['算力 北京', [word('算力'), word('北京')], 0, '北京'],
    // a run stays one, unless it was cut in the middle
    ['数据要素 北京', [word('数据'), word('要素'), word('北京')], 2, '数据要素'],
    ['数据要素市场', [word('数据'), word('要素'), word('市场')], 0, '要素市场'],
    ['数据要素市场', [word('数据'), word('要素'), word('市场')], 1, '数据 市场'],
    ['算力 -农业', [word('算力'), excluded('农业')], 0, '-农业'],
    ['算力 -"农 业"', [word('算力'), excluded('农 业')], 0, '-"农 业"'],
    ['算力 “揭榜挂帅”', [word('算力'), phrase('揭榜挂帅')], 0, '"揭榜挂帅"'],
    ['算力 「"a" b」', [word('算力'), phrase('"a" b')], 0, '“"a" b”'],
    [
      '(补贴|"奖励 金") 算力',
      [either(word('补贴') as never, phrase('奖励 金') as never), word('算力')],
      1,
      '补贴|"奖励 金"',
    ],
    // what was too much is looked for once there is room for it
    [
      '算力 北京 乙 丙',
      [
        word('算力'),
        word('北京'),
        { ...word('乙 丙'), ignored: true, reason: 'Only the first 32 words of a query are looked for.' },
      ],
      0,
      '北京 乙 丙',
    ],
    // what does nothing is not written again
    ['算力 ！！ 北京', [word('算力'), { ...word('！！'), ignored: true }, word('北京')], 0, '北京'],
  ])('%s', (q, understood, index, rest) => {
    expect(withoutPart(partsOf(q, understood), index)).toBe(rest);
  });
});

/** What is typed, and the names that it is taken for. */
import { describe, expect, it } from 'vitest';
import { holdsTyped, initialsOf, readTyped, spell } from '../../server/names/spell.js';

describe('a name', () => {
  // biome-ignore format: a table
  it.each([
    // name                          as syllables                               by initials
    ['重庆市人民政府',                'chong qing shi ren min zheng fu',         'cqsrmzf'],
    ['長沙市',                        'chang sha shi',                           'css'],
    ['厦门市',                        'xia men shi',                             'xms'],
    ['六安市',                        'lu an shi',                               'las'],
    ['陕西省',                        'shan xi sheng',                           'sxs'],
    ['绿色发展',                      'lv se fa zhan',                           'lsfz'],
    ['国务院“人工智能+”行动',          'guo wu yuan ren gong zhi neng xing dong', 'gwyrgznxd'],
    ['京政发〔2023〕14号',            'jing zheng fa 2023 14 hao',               'jzf202314h'],
    ['5G應用',                        '5 g ying yong',                           '5gyy'],
    ['Personal Data Act',            'personal data act',                       'personaldataact'],
    ['（）',                          '',                                        ''],
  ])('%s is spelled %s', (name, syllables, initials) => {
    const words = spell(name);
    expect(words.flatMap((word) => word.syllables).join(' ')).toBe(syllables);
    expect(words.map(initialsOf).join('')).toBe(initials);
  });

  it('is spelled alike however many words were spelled since', () => {
    const first = spell('重慶市人民政府');
    for (let code = 0x4e00; code < 0x5fff; code += 1) spell(String.fromCodePoint(code, 0x884c)); // more than are kept
    expect(spell('重庆市人民政府')).toEqual(first);
    expect(spell('银行')).toEqual([{ text: '银行', syllables: ['yin', 'hang'] }]);
  });
});

describe('a value of a facet', () => {
  // biome-ignore format: a table
  it.each([
    // value              typed              holds it
    ['工业和信息化部',      '信息',             true],
    ['工业和信息化部',      '信息化部',          true],
    ['工业和信息化部',      '工業和信息化部',     true],
    ['工业和信息化部',      '訊息',             false],
    ['工业和信息化部',      'gongye',           true],
    ['工业和信息化部',      'xinxihua',         true],
    ['工业和信息化部',      'xin xi',           true],
    ['工业和信息化部',      'GongYe',           true],
    ['工业和信息化部',      'gyhxxhb',          true],
    ['工业和信息化部',      'xxh',              true],
    ['工业和信息化部',      'ongye',            false],
    ['工业和信息化部',      'gb',               false],
    ['重庆',               'cq',               true],
    ['重庆',               'zhongqing',        false],
    ['西安',               "xi'an",            true],
    ['西安',               'xī’ān',            true],
    ['陕西',               'shaanxi',          true],
    ['绿化委员会',          'lühua',            true],
    ['绿化委员会',          'lvhua',            true],
    ['2023',              '02',               true],
    ['AI办公室',           'ai',               true],
    ['<img onerror>',     'onerror',          true],
    ['部',                '.*',               false],
  ])('%s, %s: %s', (value, typed, holds) => {
    expect(holdsTyped(value, readTyped(typed))).toBe(holds);
  });
});

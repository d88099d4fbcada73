/** Bodies of counties and districts by their whole names, in texts with their lines and in texts that lost them. */
import { describe, expect, it } from 'vitest';
import { countyAt, placeOfCounty } from '../../indexer/describe/counties.js';
import { placeOf } from '../../indexer/describe/places.js';
import { COUNTIES, FORMER_COUNTIES } from '../../indexer/describe/tables/counties.js';
import { describeText } from './describe-text.js';

const unitsOf = (table: typeof COUNTIES): string[] =>
  table.flatMap(([, rows]) => rows.split(';').flatMap((row) => (row.split(':')[1] ?? '').split(' ')));

const OFFICES = [
  '人民政府',
  '人民政府办公室',
  '教育局',
  '市场监督管理局',
  '人民代表大会常务委员会',
  '审计局',
];

const TEXTS: readonly ((body: string) => string)[] = [
  (body) =>
    `${body}关于加强档案管理工作的通知\n各单位：\n一、加强领导。提高认识。\n二、落实责任。明确人员。\n${body}\n2023年5月30日\n`,
  (body) =>
    `${body}关于加强档案管理工作的通知各单位：一、加强领导。提高认识。二、落实责任。明确人员，认真贯彻执行。${body}2023年5月30日`,
  (body) =>
    `关于加强档案管理工作的通知\n\n各乡镇人民政府，各有关部门：\n　　现就有关事项通知如下：\n一、加强领导。\n二、落实责任。\n\n　　　　${body}\n　　　　2023年5月30日\n`,
];

describe('a notice of a county', () => {
  const names = [...new Set([...unitsOf(COUNTIES), ...unitsOf(FORMER_COUNTIES)])];

  it('the tables hold every unit once, by a name of its kind', () => {
    expect(unitsOf(COUNTIES).length).toBeGreaterThan(2840);
    expect(names.filter((name) => !/^[\u3400-\u9fff]{1,20}[县区市旗]$/u.test(name))).toEqual([]);
  });

  it('names its body whole', () => {
    const wrong = names.flatMap((name, index) => {
      const body = `${name}${OFFICES[index % OFFICES.length]}`;
      const text = (TEXTS[index % TEXTS.length] as (body: string) => string)(body);
      const found = describeText(text).issuingBodies;
      return found.length === 1 && found[0] === body ? [] : [`${body}: ${found}`];
    });
    // 城区, 郊区 and their like are words, and no names outside of their cities.
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(3);
  });

  it.each([
    ['昆山市人民政府', ['昆山市人民政府'], ['苏州']],
    ['江苏省昆山市人民政府', ['江苏省昆山市人民政府'], ['江苏']],
    ['西湖区人民政府', ['西湖区人民政府'], []],
    ['杭州市西湖区人民政府', ['杭州市西湖区人民政府'], ['杭州']],
    ['市南区人民政府', ['市南区人民政府'], ['青岛']],
    ['会同县教育局', ['会同县教育局'], ['怀化']],
    ['阿拉善左旗人民政府', ['阿拉善左旗人民政府'], ['阿拉善']],
    ['密云县人民政府', ['密云县人民政府'], ['北京']],
    ['中共昆山市委办公室', ['中共昆山市委办公室'], ['苏州']],
    ['国家税务总局昆山市税务局', ['国家税务总局昆山市税务局'], ['苏州']],
    ['昆山市人民政府 昆山市教育局', ['昆山市人民政府', '昆山市教育局'], ['苏州']],
    ['花莲县政府', ['花莲县政府'], ['花莲']],
    ['台北市议会', ['台北市议会'], ['台北']],
    ['台湾省政府', ['台湾省政府'], ['台湾']],
    ['政协昆山市委员会', ['政协昆山市委员会'], ['苏州']],
    ['昆山市公安局交通警察大队', ['昆山市公安局交通警察大队'], ['苏州']],
    ['新北市政府环境保护局', ['新北市政府环境保护局'], ['新北']],
  ])('%s', (row, bodies, cities) => {
    const found = describeText((TEXTS[2] as (body: string) => string)(row));
    expect([found.issuingBodies, found.cities]).toEqual([bodies, cities]);
  });

  it.each([
    [
      'a bureau that names no county is that of the title',
      '正定县教育局关于招生的通知\n各学校：\n一、招生。\n二、收费。\n县教育局\n2023年5月30日',
      ['正定县教育局'],
    ],
    [
      '… of what the page says',
      '正定县人民政府　政务公开\n关于招生的通知\n各学校：\n一、招生。\n二、收费。\n县教育局\n2023年5月30日',
      ['正定县教育局'],
    ],
    [
      '… or stays as it is printed',
      '关于招生的通知\n各学校：\n一、招生。\n二、收费。\n县教育局\n2023年5月30日',
      ['县教育局'],
    ],
  ])('%s', (_, text, bodies) => {
    expect(describeText(text).issuingBodies).toEqual(bodies);
  });
});

describe('countyAt', () => {
  it('is the longest name that begins there', () => {
    expect(countyAt('在浦东新区内', 1)).toBe('浦东新区');
    expect(countyAt('双江拉祜族佤族布朗族傣族自治县', 0)).toBe('双江拉祜族佤族布朗族傣族自治县');
    expect(countyAt('城区建设', 0)).toBeNull();
    expect(countyAt('constructor', 0)).toBeNull();
  });

  it('places those that are the only ones of their name', () => {
    expect(placeOfCounty('昆山市')).toEqual({ prefecture: '苏州市', province: '江苏' });
    expect(placeOfCounty('朝阳区')).toBeNull();
    expect([placeOf('昆山市教育局'), placeOf('朝阳区教育局'), placeOf('神农架林区')]).toEqual([
      '苏州',
      null,
      '湖北',
    ]);
  });
});

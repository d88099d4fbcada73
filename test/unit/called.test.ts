/** What bodies and places are called: the names that a reader may type for them. */
import { describe, expect, it } from 'vitest';
import { bodyNames, placeNames } from '../../core/called.js';

describe('what a body is called', () => {
  // biome-ignore format: a table
  it.each([
    // body                          among its names                                   none of its names
    ['工业和信息化部',               ['工信部', '工业信息化部'],                        ['部', '工业']],
    ['工业和信息化部办公厅',         ['工信部办公厅'],                                  ['工信部', '办公厅']],
    ['国务院办公厅',                 ['国办'],                                          ['国务院', '办公厅']],
    ['国家发展和改革委员会',         ['国家发展改革委', '发改委'],                      ['委员会']],
    ['北京市发展和改革委员会',       ['北京市发改委', '北京发改委', '市发改委', '发改委', '北京市发展改革委'], ['北京市', '发改委员会']],
    ['河北省科学技术厅',             ['河北省科技厅', '河北科技厅', '省科技厅', '科技厅'], ['科厅', '厅']],
    ['河北省人民政府',               ['河北省政府', '省政府', '省人民政府'],            ['人民政府', '政府', '河北省']],
    ['河北省人民政府办公厅',         ['省政府办公厅', '河北省政府办公厅'],              ['办公厅', '人民政府办公厅']],
    ['河北省人民政府国有资产监督管理委员会', ['省国资委', '河北省国资委'],               ['委']],
    ['中共河北省委办公厅',           ['省委办公厅', '河北省委办公厅'],                  ['委办公厅']],
    ['国家税务总局河北省税务局',     ['河北省税务局', '省税务局'],                      ['国家税务总局']],
    ['北京市海淀区人民政府',         ['海淀区政府', '海淀区人民政府', '区政府'],        ['北京市人民政府', '海淀区']],
    ['广西壮族自治区教育厅',         ['广西教育厅', '自治区教育厅', '教育厅'],          ['区教育厅']],
    ['香港特别行政区政府',           ['香港政府', '特区政府'],                          ['区政府', '政府']],
    ['中国企业联合会',               [],                                                ['联合会']],
  ])('%s', (body, names, none) => {
    const called = bodyNames(body);
    expect(called[0]).toBe(body);
    expect(called).toEqual(expect.arrayContaining([...names]));
    expect(called.filter((name) => (none as string[]).includes(name))).toEqual([]);
    expect(new Set(called).size).toBe(called.length);
  });
});

describe('what a place is called', () => {
  // biome-ignore format: a table
  it.each([
    ['北京',   ['北京', '北京市', '京']],
    ['河北',   ['河北', '河北省', '冀']],
    ['吉林',   ['吉林', '吉林省', '吉']],
    ['吉林市', ['吉林市', '吉林']],
    ['石家庄', ['石家庄', '石家庄市']],
    ['台北',   ['台北', '台北市']],
    ['全国',   ['全国']],
    ['__proto__', ['__proto__']],
  ])('%s', (place, names) => {
    expect(placeNames(place)).toEqual(names);
  });
});

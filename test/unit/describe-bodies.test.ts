// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { atHome, bodiesAtEnd, fullBodyName, readBodies } from '../../indexer/describe/bodies/body-names.js';
import { canonicalPlace, placeOf, placesIn } from '../../indexer/describe/places.js';

describe('fullBodyName', () => {
  it.each([
    ['工信部',                 '工业和信息化部'],
    ['工信部科技司',            '工业和信息化部科技司'],
    ['北京市经信局',            '北京市经济和信息化局'],
    ['北京市科委',              '北京市科学技术委员会'],
    ['国家发展改革委',          '国家发展和改革委员会'],
    ['中华人民共和国财政部',     '财政部'],
    ['中华人民共和国国务院',     '国务院'],
    ['北京市政府',              '北京市人民政府'],
    ['北京市第九届人大常委会',   '北京市第九届人民代表大会常务委员会'],
    ['內政部',                  '内政部'],
    ['某某学会',                '某某学会'],
  ])('%s → %s', (name, full) => {
    expect(fullBodyName(name)).toBe(full);
  });

  it('takes 省, 市 for the place the text is of', () => {
    expect(atHome('省科技厅', '河北省')).toBe('河北省科学技术厅');
    expect(atHome('市财政局', '河北省')).toBe('市财政局');
    expect(atHome('财政部', '河北省')).toBe('财政部');
  });
});

describe('readBodies', () => {
  it.each([
    ['科技部、财政部和国资委',                        ['科学技术部', '财政部', '国务院国有资产监督管理委员会']],
    ['科技部办公厅财政部办公厅教育部办公厅',            ['科学技术部办公厅', '财政部办公厅', '教育部办公厅']],
    ['财政部国家税务总局',                            ['财政部', '国家税务总局']],
    ['河北省科学技术厅国家税务总局河北省税务局',        ['河北省科学技术厅', '国家税务总局河北省税务局']],
    ['河北省教育厅河北省总工会河北省企业联合会',        ['河北省教育厅', '河北省总工会', '河北省企业联合会']],
    ['中共河北省委办公厅河北省人民政府办公厅',          ['中共河北省委办公厅', '河北省人民政府办公厅']],
    ['中央网络安全和信息化 委员会办公室',              ['中央网络安全和信息化委员会办公室']],
    ['关于印发的通知',                                null],
    ['',                                             null],
  ])('%s', (row, bodies) => {
    expect(readBodies(row)).toEqual(bodies);
  });

  it.each([
    ['请认真贯彻执行。河北省人民政府办公厅',            ['河北省人民政府办公厅']],
    ['附件目录河北省财政厅',                          ['河北省财政厅']],
    ['电子邮箱：a@163.com河北省教育厅河北省财政厅',     ['河北省教育厅', '河北省财政厅']],
    ['分级诊疗试点工作考核标准河北省人民政府办公厅',     ['河北省人民政府办公厅']],
  ])('at the end of %s', (text, bodies) => {
    expect(bodiesAtEnd(text)?.bodies).toEqual(bodies);
  });
});

describe('places', () => {
  it.each([
    ['河北省石家庄市财政局',   '石家庄'],
    ['北京市海淀区人民政府',   '北京'],
    ['海淀区人民政府',        '北京'],
    ['河北省财政厅',          '河北'],
    ['延边朝鲜族自治州',      '延边'],
    ['财政部',               null],
  ])('%s is of %s', (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  it('names cities without the provinces they lie in', () => {
    expect(placesIn('支持北京、天津(滨海新区)、浙江杭州、廣州和成都市建设')).toEqual(['北京', '天津', '杭州', '广州', '成都']);
  });

  it.each([
    ['臺灣', '台湾'], ['北京市', '北京'], ['廣東省', '广东'], ['香港特别行政区', '香港'], ['国家', '全国'], ['深圳市', '深圳'], ['某地', '某地'],
  ])('given %s is %s', (given, place) => {
    expect(canonicalPlace(given)).toBe(place);
  });
});

// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { PROVINCES } from '../../core/tables/places.js';
import { bodiesAtEnd, readBodies } from '../../indexer/describe/bodies/body-names.js';
import { atHome, fullBodyName } from '../../indexer/describe/bodies/full-name.js';
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
    ['北京市⼈⺠政府',          '北京市人民政府'],
    ['ＡＢＣ委员会',            'ABC委员会'],
    ['衞生署',                  '卫生署'],
    ['乾县人民政府办公室',      '乾县人民政府办公室'],
    ['乾縣人民政府',            '乾县人民政府'],
    ['於潜镇人民政府',          '於潜镇人民政府'],
    ['北京市 人民政府',         '北京市人民政府'],
    ['北京市\u200b人民政府',     '北京市人民政府'],
    ['某委员会(筹)',            '某委员会（筹）'],
    ['constructor',             'constructor'],
    ['__proto__',               '__proto__'],
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
    ['财政部和国家税务总局',                          ['财政部', '国家税务总局']],
    ['河北省乡村振兴局中国人民银行石家庄中心支行河北银保监局', ['河北省乡村振兴局', '中国人民银行石家庄中心支行', '河北银保监局']],
    ['河北省总工会共青团河北省委河北省妇女联合会',      ['河北省总工会', '共青团河北省委', '河北省妇女联合会']],
    ['昆山市教育局昆山市财政局',                      ['昆山市教育局', '昆山市财政局']],
    ['中国铁路北京局集团有限公司',                    ['中国铁路北京局集团有限公司']],
    ['中央网络安全和信息化 委员会办公室',              ['中央网络安全和信息化委员会办公室']],
    ['关于印发的通知',                                null],
    ['',                                             null],
  ])('%s', (row, bodies) => {
    expect(readBodies(row)?.map(({ name }) => name) ?? null).toEqual(bodies);
  });

  it.each([
    ['请认真贯彻执行。河北省人民政府办公厅',            ['河北省人民政府办公厅']],
    ['附件目录河北省财政厅',                          ['河北省财政厅']],
    ['电子邮箱：a@163.com河北省教育厅河北省财政厅',     ['河北省教育厅', '河北省财政厅']],
    ['分级诊疗试点工作考核标准河北省人民政府办公厅',     ['河北省人民政府办公厅']],
  ])('at the end of %s', (text, bodies) => {
    expect(bodiesAtEnd(text)?.bodies.map(({ name }) => name)).toEqual(bodies);
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
    // one value a place
    ['臺北市', '台北'], ['台北市', '台北'], ['台北', '台北'], ['高雄', '高雄'], ['台湾省', '台湾'], ['中国香港', '香港'], ['澳門特區', '澳门'],
    ['北京市⼈', '北京市人'], ['⽯家庄市', '石家庄'], ['河北省石家庄市', '石家庄'], ['河北石家庄', '石家庄'], ['廣西自治區', '广西'], ['甯夏', '宁夏'],
    ['延边州', '延边'], ['哈密地区', '哈密'], ['喀什', '喀什'], ['臺灣省臺北市', '台北'], ['武 汉 市', '武汉'],
    // and another for another place
    ['吉林市', '吉林市'], ['吉林省', '吉林'], ['吉林', '吉林'], ['吉林省吉林市', '吉林市'],
    ['海南藏族自治州', '海南藏族自治州'], ['海南州', '海南藏族自治州'], ['青海省海南', '海南藏族自治州'], ['海南省', '海南'], ['海南', '海南'],
    ['临夏州', '临夏'], ['临夏市', '临夏市'], ['昌吉市', '昌吉市'], ['朝阳市', '朝阳'], ['朝阳区', '朝阳区'], ['北京市朝阳区', '北京市朝阳区'],
    ['新竹市', '新竹市'], ['新竹县', '新竹县'], ['新竹', '新竹'], ['连江县', '连江县'],
    ['constructor', 'constructor'], ['__proto__', '__proto__'], ['toString', 'toString'],
  ])('given %s is %s', (given, place) => {
    expect(canonicalPlace(given)).toBe(place);
  });

  it('has one value for each place of the tables, by its short and its full name, alone and behind its province', () => {
    const values = new Map<string, string>();
    for (const { name, fullName, prefectures } of PROVINCES) {
      expect([canonicalPlace(name), canonicalPlace(fullName)]).toEqual([name, name]);
      for (const pair of prefectures.split(' ').filter(Boolean)) {
        const [short = '', full = ''] = pair.split(':');
        const value = canonicalPlace(full);
        expect([canonicalPlace(`${fullName}${full}`), canonicalPlace(`${name}${short}`), canonicalPlace(value), placeOf(`${full}人民政府`)]).toEqual([value, value, value, value]);
        expect([full, values.get(value)]).toEqual([full, undefined]);
        values.set(value, full);
      }
    }
    for (const { name } of PROVINCES) expect([name, values.get(name)]).toEqual([name, undefined]);
  });

  it.each([
    ['吉林市人民政府',       '吉林市'],
    ['吉林省吉林市财政局',   '吉林市'],
    ['吉林市场监督管理厅',   '吉林'],
    ['海南藏族自治州人民政府', '海南藏族自治州'],
    ['海南州财政局',         '海南藏族自治州'],
    ['海南省财政厅',         '海南'],
    ['河北区人民政府',       '天津'],
    ['臺北市政府',           null],
    ['台北市政府',           '台北'],
    ['constructor',          null],
  ])('%s is of %s, and of no other', (name, place) => {
    expect(placeOf(name)).toBe(place);
  });
});

// biome-ignore-all format: tables are read by their columns.

import { describe, expect, it } from 'vitest';
import { rawDocument } from '../../bench/raw-document.js';
import { canonicalTheme, themeLabels } from '../../core/themes.js';
import { describe as describeRaw } from '../../indexer/describe/describe.js';
import { describeText } from './describe-text.js';

const TEXT = '北京市人民政府关于做好有关工作的通知\n京政发〔2021〕5号\n各区人民政府：\n按照《国务院关于加强管理的通知》（国发〔2020〕3号）要求，做好有关工作。\n北京市人民政府\n2021年5月10日';

describe('what is printed', () => {
  it('is extracted, and what follows from it is derived', () => {
    expect(describeText(TEXT)).toMatchObject({
      title: '北京市人民政府关于做好有关工作的通知',
      issuingBodies: ['北京市人民政府'],
      documentNumber: { text: '京政发〔2021〕5号', issuerCode: '京政发', year: 2021, serial: '5' },
      type: '通知', status: null, publishedOn: '2021-05-10', signedOn: '2021-05-10', effectiveOn: null,
      cities: ['北京'], source: null, script: 'hans',
      provenance: { title: 'extracted', issuingBodies: 'extracted', documentNumber: 'extracted', publishedOn: 'derived', signedOn: 'extracted', cities: 'derived' },
    });
  });

  it.each([
    // a number of another text is none of this one
    ['关于做好工作的通知\n各区：\n按照《通知》（国发〔2020〕3号）要求，做好工作。',                         { documentNumber: null }],
    ['最高人民法院行政判决书\n（2018）京行终445号\n上诉人不服，提起上诉，本院依法组成合议庭审理。',           { documentNumber: null }],
    // a body that forwards
    ['国务院办公厅转发教育部等部门关于加强工作意见的通知\n国办发〔2021〕5号\n各省人民政府：\n现转发给你们。', { issuingBodies: ['国务院办公厅'] }],
    // joint notices, by their signature
    ['工业和信息化部等三部门关于印发《指引》的通知\n各单位：\n现印发给你们。\n工业和信息化部 公安部\n财政部\n2026年1月30日', { issuingBodies: ['工业和信息化部', '公安部', '财政部'], cities: ['全国'] }],
    ['省科技厅 省财政厅关于做好工作的通知\n冀科政〔2018〕3号\n各市：\n请认真做好有关工作。',                 { issuingBodies: ['河北省科学技术厅', '河北省财政厅'], cities: ['河北'] }],
    ['标题: 某新闻\n链接: https://news.cctv.com/2023/05/30/A.shtml\n近日，北京市人民政府发布《北京市数据条例实施方案》。北京市数据条例实施方案\n一、总体要求。', { publishedOn: '2023-05-30', source: { name: '央视网', url: 'https://news.cctv.com/2023/05/30/A.shtml' } }],
    ['数据安全管理办法（征求意见稿）\n第一条 为了规范数据处理活动，制定本办法。',                          { status: '征求意见' }],
  ])('%#', (text, fields) => {
    expect(describeText(text)).toMatchObject(fields);
  });
});

describe('what is given', () => {
  it('wins, and is made canonical', () => {
    const given = { title: '另一個題目', cities: ['臺灣', '北京市'], issuingBodies: ['內政部', '工信部'], type: '憲法', status: '廢止', documentNumber: '京政发[2020]1号', publishedOn: '2020-01-01', color: 'red' };
    const found = describeText(TEXT, given);
    expect(found).toMatchObject({
      title: '另一個題目', cities: ['台湾', '北京'], issuingBodies: ['内政部', '工业和信息化部'], type: '宪法', status: '废止',
      documentNumber: { text: '京政发〔2020〕1号' }, publishedOn: '2020-01-01', extra: { color: 'red' },
    });
    expect(found.provenance).toMatchObject({ title: 'given', cities: 'given', documentNumber: 'given', signedOn: 'extracted' });
  });

  it.each([
    ['https://user:secret@www.gov.cn/a', 'https://www.gov.cn/a', ['link_userinfo']],
    ['https://www.gov.cn@elsewhere.example/', 'https://elsewhere.example/', ['link_userinfo']],
    ['https://www.gov.cn/a@b?c=d@e', 'https://www.gov.cn/a@b?c=d@e', []],
  ])('a link has no name or password in it, and that is said: %s', (url, kept, codes) => {
    const found = describeText(TEXT, { title: '题目', source: { name: '政府网', url } });
    expect(found.source).toEqual({ name: '政府网', url: kept });
    expect(found.warnings.map(({ code }) => code).filter((code) => code.startsWith('link'))).toEqual(codes);
    expect(JSON.stringify(found)).not.toContain('secret');
    const printed = describeText(`标题: 某新闻\n链接: ${url}\n近日，北京市人民政府发布方案。\n一、总体要求。`);
    expect(printed.source?.url).toBe(kept);
  });

  it('is absent where it is null', () => {
    expect(describeText(TEXT, { title: '题目', cities: null, publishedOn: null })).toMatchObject({ cities: ['北京'], publishedOn: '2021-05-10' });
  });

  it.each([
    [['2011年11月17日 上海市第十三届人民代表大会常务委员会第三十次会议通过', '2012年3月1日 施行'],
      { issuingBodies: ['上海市人民代表大会常务委员会'], signedOn: '2011-11-17', effectiveOn: '2012-03-01', type: '规定' }],
    [['2006年11月11日 中华人民共和国国务院令第478号公布'],
      { issuingBodies: ['国务院'], documentNumber: { text: '国务院令第478号', issuerCode: '国务院令', year: null, serial: '478' }, publishedOn: '2006-11-11' }],
    [['1990年12月31日 国务院批准', '1991年2月22日 国家文物局令第1号发布'],
      { issuingBodies: ['国家文物局'] }],
    [['2021年12月24日 第十三届全国人民代表大会常务委员会第三十二次会议通过'],
      { issuingBodies: ['全国人民代表大会常务委员会'] }],
    [['1.中華民國一百零一年七月十六日內政部台內社字第 10102447\n  55 號令訂定發布全文 8  條；並自發布日施行'],
      { issuingBodies: ['内政部'], documentNumber: { text: '台内社字第1010244755号', issuerCode: '台内社字', year: null, serial: '1010244755' }, publishedOn: '2012-07-16', effectiveOn: '2012-07-16' }],
  ])('history %#', (history, fields) => {
    expect(describeText('第一条 为了规范管理，制定本规定。', { title: '某规定', category: '地方法规', history })).toMatchObject(fields);
  });
});

describe('fields that are not ours', () => {
  it('decide nothing, and are kept', () => {
    const text = '第一条 为了规范管理，制定本办法。';
    const { extra, ...plain } = describeText(text, { title: '某办法' });
    for (const others of [{ category: '司法解释' }, { category: '行政法规', kind: '法律' }, { author: '国务院', date: '2020-01-01' }]) {
      const { extra: kept, ...found } = describeText(text, { title: '某办法', ...others });
      expect([found, kept]).toEqual([plain, others]);
    }
    expect([plain.type, plain.issuingBodies, extra]).toEqual(['办法', [], {}]);
  });

  it.each([
    ['城市供水条例',                   ['国务院']],
    ['城市供水条例（2020修订）',       ['国务院']],
    ['上海市供水条例',                 ['上海市']],
    ['景宁畲族自治县城市管理条例',     []],
    ['中国共产党问责条例',             []],
    ['城市供水办法',                   []],
    ['城市供水条例（征求意见稿）',     []],
  ])('so that the name of a regulation says whose it is: %s', (title, bodies) => {
    const found = describeText('第一条 为了规范管理，制定本条例。', { title }).issuingBodies;
    expect(found).toEqual(bodies[0] === '上海市' ? [] : bodies);
  });
});

describe('names from outside', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];
  it.each(names)('%s is a name like any other in every field', (name) => {
    const given = { title: name, titleEn: name, issuingBodies: [name], documentNumber: name, cities: [name], themes: [name], type: name, source: { name, url: `https://${name.replace(/_/g, '')}.example/${name}` } };
    const found = describeText(`${name}\n${name}关于${name}的通知\n第${name}条 ${name}`, given);
    expect(found).toMatchObject({ title: name, titleEn: name, issuingBodies: [name], documentNumber: { text: name }, cities: [name], type: name, source: { name } });
    expect(canonicalTheme(name)).toBe(name);
    expect(themeLabels.get(name)).toBeUndefined();
    const unknown = describeText('正文', { title: name, status: name });
    expect(unknown.status).toBeNull();
    expect(unknown.warnings).toContainEqual({ code: 'invalid_field', message: expect.stringMatching(/^status is left out/) });
    expect(() => describeText(`标题：${name}\n链接：https://${name.replace(/_/g, '')}.cn/\n来源：${name}\n${name}\n一、${name}`)).not.toThrow();
  });
});

describe('a given value', () => {
  it.each([
    ['documentNumber', '无',                   { documentNumber: null }],
    ['documentNumber', '無文號',               { documentNumber: null }],
    ['documentNumber', '乾政发［2023］5号',    { documentNumber: { text: '乾政发〔2023〕5号' } }],
    ['type',           '通　知',               { type: '通知' }],
    ['type',           'constructor',          { type: 'constructor' }],
    ['status',         '現行有效',             { status: '现行' }],
    ['status',         '已被修改',             { status: '已修改' }],
    ['status',         '部分废止',             { status: '已修改' }],
    ['status',         '廢止',                 { status: '废止' }],
    ['status',         '尚未施行',             { status: null }],
    ['cities',         ['吉林市', '吉林', '吉林省'], { cities: ['吉林市', '吉林'] }],
    ['cities',         ['臺北市', '台北', '全國'],   { cities: ['台北', '全国'] }],
    ['issuingBodies',  ['衞生署', '卫生署', '\u200b'], { issuingBodies: ['卫生署'] }],
    ['publishedOn',    '2023年5月30日',        { publishedOn: '2023-05-30' }],
  ])('%s %j', (field, value, described) => {
    expect(describeText('正文一段。', { title: '题目', [field]: value })).toMatchObject(described);
  });

  it('is extracted as it is printed, in a Simplified text', () => {
    const text = '乾县人民政府关于做好有关工作的通知\n乾政发〔2023〕5号\n各镇人民政府：\n请做好有关工作。\n乾县人民政府\n2023年5月10日';
    expect(describeText(text)).toMatchObject({ title: '乾县人民政府关于做好有关工作的通知', issuingBodies: ['乾县人民政府'], documentNumber: { text: '乾政发〔2023〕5号' } });
  });
});

describe('rude texts', () => {
  it.each([
    ['a line of 10 million characters', '算力'.repeat(5_000_000)],
    ['white space',                     ' \u3000'.repeat(500_000)],
    ['places without end',              `${'河北省'.repeat(3000)}2021年1月1日`],
    ['dates without end',               '2021年1月1日'.repeat(20_000)],
    ['brackets that never close',       '《'.repeat(1_000_000)],
    ['half a number',                   '〔2020〕'.repeat(100_000)],
    ['nothing',                         ''],
  ])('%s costs no more than its ends', (_, text) => {
    const raw = rawDocument(text);
    const started = performance.now();
    const found = describeRaw({ raw, cleaned: { text: text.trim(), toRaw: (span) => span, cuts: [], damage: [], warnings: [] } });
    expect(performance.now() - started).toBeLessThan(3000);
    expect(found.title).not.toBe('');
    expect(found.provenance.title).toBe('derived');
  });
});

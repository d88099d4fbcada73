// biome-ignore-all format: tables are read by their columns.
/** What a text prints of itself, in its own script: the note under a law's title, names and numbers, bylines, years. */
import { describe, expect, it } from 'vitest';
import { describeText } from './describe-text.js';

const law = (note: string): string => `某某管理条例\n${note}\n第一条　为了规范管理，制定本条例。\n第二条　违反规定的，处以罚款。\n`;

describe('the note under a law’s title', () => {
  it.each([
    ['（1979年7月1日第五届全国人民代表大会第二次会议通过　根据1999年12月25日第九届全国人民代表大会常务委员会第十三次会议《中华人民共和国某某法修正案》修正）',
      { issuingBodies: ['全国人民代表大会'], signedOn: '1979-07-01', publishedOn: '1979-07-01', documentNumber: null }],
    ['（2020年2月14日中华人民共和国国务院令第723号公布　自2020年5月1日起施行）',
      { issuingBodies: ['国务院'], signedOn: null, publishedOn: '2020-02-14', effectiveOn: '2020-05-01', documentNumber: { text: '国务院令第723号' } }],
    ['（2022年9月29日四川省第十三届人民代表大会常务委员会第三十七次会议通过）',
      { issuingBodies: ['四川省人民代表大会常务委员会'], signedOn: '2022-09-29' }],
    ['（2023年7月10日国家网信办、工业和信息化部令第15号公布）',
      { issuingBodies: ['国家互联网信息办公室', '工业和信息化部'], issuingBodiesPublished: ['国家网信办', '工业和信息化部'],
        documentNumber: { text: '国家互联网信息办公室令第15号' }, documentNumberPublished: '国家互联网信息办公室令第15号' }],
    ['（1997年8月1日国务院批准\n1997年8月3日公安部令第32号发布）',
      { issuingBodies: ['公安部'], publishedOn: '1997-08-03' }],
    ['1994年7月5日第八届全国人民代表大会常务委员会第八次会议通过',
      { issuingBodies: ['全国人民代表大会常务委员会'], signedOn: '1994-07-05' }],
    ['（2021年3月1日省政府第10次常务会议通过　2021年3月5日河北省人民政府令〔2021〕第2号公布）',
      { issuingBodies: ['河北省人民政府'], signedOn: '2021-03-01', publishedOn: '2021-03-05', documentNumber: { text: '河北省人民政府令〔2021〕第2号' } }],
    ['法释〔2020〕17号\n（2020年12月29日最高人民法院审判委员会第1823次会议通过，自2021年1月1日起施行）',
      { issuingBodies: ['最高人民法院'], signedOn: '2020-12-29', effectiveOn: '2021-01-01', documentNumber: { text: '法释〔2020〕17号' } }],
    ['中華民國 97 年 12 月 31 日總統華總一義字第 09700288111 號令公布全文 10 條；並自公布日施行',
      { issuingBodies: ['总统'], publishedOn: '2008-12-31', effectiveOn: '2008-12-31' }],
    ['中華民國 112 年 5 月 30 日 總統華總一義字第11200045451號令制定公布',
      { issuingBodies: ['总统'], publishedOn: '2023-05-30', documentNumber: { text: '华总一义字第11200045451号' } }],
  ])('%s', (note, fields) => {
    expect(describeText(law(note))).toMatchObject(fields);
  });

  it('an amendment is in the history only', () => {
    const { history, publishedOn } = describeText(law('（2005年8月28日某市人民代表大会常务委员会第十七次会议通过　根据2019年4月23日《关于修改的决定》修正）'));
    expect(publishedOn).toBe('2005-08-28');
    expect(history.map(({ event, on }) => [event, on])).toEqual([['通过', '2005-08-28'], ['修正', '2019-04-23']]);
  });

  it.each(['（试行）', '（2023年）', '2023年5月1日，本市召开会议。', '第一条　自2023年1月1日起施行。'])('%s is none', (note) => {
    expect(describeText(law(note)).history).toEqual([]);
  });
});

describe('a short name', () => {
  it.each([
    ['公司法\n（2023年12月29日第十四届全国人民代表大会常务委员会第七次会议修订）\n第一条　为了规范公司，制定本法。', '公司法'],
    ['信访条例\n第一章　总则\n第一条　为了规范信访，制定本条例。', '信访条例'],
    ['個人資料保護法\n第 1 條\n為規範個人資料之蒐集，特制定本法。\n第 2 條\n本法用詞，定義如下。', '個人資料保護法'],
  ])('%#', (text, title) => {
    expect(describeText(text)).toMatchObject({ title, provenance: { title: 'extracted' } });
  });

  it('is none where no law follows', () => {
    expect(describeText('好办法\n我们找到了一个好办法。大家都来学习。\n谢谢各位，谢谢大家，再见。').provenance.title).not.toBe('extracted');
  });
});

describe('names and numbers', () => {
  const TAIWAN = '農業部關於加強檔案管理之公告\n農授糧字第1121234567號\n各機關：\n一、加強領導。\n二、落實責任。\n農業部\n中華民國112年5月30日';

  it('are kept as they are printed beside their canonical form', () => {
    expect(describeText(TAIWAN)).toMatchObject({
      issuingBodies: ['农业部'], issuingBodiesPublished: ['農業部'],
      documentNumber: { text: '农授粮字第1121234567号' }, documentNumberPublished: '農授糧字第1121234567號',
    });
  });

  it.each([
    ['abbreviations',            '工信部关于做好工作的通知\n各单位：\n请做好工作。\n工信部\n2023年5月30日', ['工业和信息化部'],     ['工信部']],
    ['broken over lines',        '關於加強檔案管理之公告\n各機關：\n一、加強領導。\n二、落實責任。\n行政院農業\n委員會\n中華民國112年5月30日', ['行政院农业委员会'], ['行政院農業委員會']],
    ['whose place we completed', '北京市人民政府关于做好工作的通知\n各区：\n请做好工作。\n市人民政府办公厅\n2023年5月30日', ['北京市人民政府办公厅'], ['北京市人民政府办公厅']],
  ])('%s', (_, text, bodies, published) => {
    const found = describeText(text);
    expect([found.issuingBodies, found.issuingBodiesPublished]).toEqual([bodies, published]);
  });

  it('given ones are as they were given', () => {
    const found = describeText('一、甲乙丙丁。', { title: '通知', issuingBodies: ['臺北市政府', '中共中央'], documentNumber: '府授產業字第1123012345號' });
    expect(found).toMatchObject({
      issuingBodies: ['台北市政府', '中国共产党中央委员会'], issuingBodiesPublished: ['臺北市政府', '中共中央'],
      documentNumberPublished: '府授產業字第1123012345號',
    });
  });
});

describe('a year where no day is known', () => {
  it.each([
    ['二零零九至一零年施政報告\n主席：\n一、我們面對挑戰，香港特別行政區政府會努力。', 2009],
    ['政府工作报告\n各位代表：\n现在，我代表国务院，向大会作政府工作报告。\n一、2019年工作回顾\n过去一年成绩很大。', 2020],
    ['第十三届全国人民代表大会第四次会议关于政府工作报告的决议\n会议听取和审议了报告。会议决定批准这个报告。', 2021],
    ['关于做好工作的通知\n冀科政〔2018〕3号\n各市：\n请认真做好有关工作。', 2018],
    ['关于做好工作的通知\n各市：\n请认真做好有关工作。', null],
  ])('%s', (text, year) => {
    const { publishedYear, publishedOn } = describeText(text);
    expect([publishedYear, publishedOn]).toEqual([year, null]);
  });

  it('is that of the day where one is', () => {
    expect(describeText('一、甲乙丙丁。', { title: '通知', publishedOn: '2020-01-01' })).toMatchObject({ publishedYear: 2020, provenance: { publishedYear: 'derived' } });
  });
});

describe('a byline', () => {
  it.each([
    ['（记者 王雷 李小明）', ['王雷', '李小明']],
    ['(记者王雷、李小明)',   ['王雷', '李小明']],
    ['作者：欧阳震华',       ['欧阳震华']],
    ['（本报记者　王　雷）', ['王雷']],
    ['文/王雷',              ['王雷']],
    ['记者从市政府获悉',     []],
  ])('%s', (byline, authors) => {
    const text = `数据发展提速\n2023年8月26日 08:30 来源：新华社\n近日，北京市人民政府发布《北京市数据条例》。条例提出加快发展。\n${byline}\n`;
    expect(describeText(text)).toMatchObject({ type: '新闻', authors });
  });
});

describe('news', () => {
  it('of a city’s own paper: headline, paper, day and who wrote it', () => {
    const text = '我市新建十所学校\n昆山日报 2023年08月26日\n本报讯 记者李明报道：近日，昆山市教育局发布《学校建设方案》。';
    expect(describeText(text)).toMatchObject({
      title: '我市新建十所学校', type: '新闻', publishedOn: '2023-08-26', authors: ['李明'], source: { name: '昆山日报', url: null }, issuingBodies: ['昆山市教育局'],
    });
  });

  it.each([
    ['an act that a paper prints whole is that act', '河北省数据条例实施办法\n新华社石家庄8月26日电（记者 王雷）河北省数据条例实施办法全文如下：\n第一条　甲乙丙丁。\n第二条　戊己庚辛。', '办法'],
    ['a 公示 is no news', '关于2023年度高新技术企业认定的公示\n现将名单予以公示。\n江苏省科学技术厅\n2023年8月26日', '公示'],
  ])('%s', (_, text, type) => {
    expect(describeText(text).type).toBe(type);
  });
});

describe('who acted', () => {
  it.each([
    ['four that act together', '四部门联合印发方案\n2023年8月26日 10:30 来源：新华社\n国家能源局、国家发展改革委、财政部、自然资源部近日联合印发《关于某某的实施方案》。方案提出加快发展。',
      ['国家能源局', '国家发展和改革委员会', '财政部', '自然资源部'], ['全国']],
    ['an agency writes from Beijing', '国家能源局日前印发通知部署工作\n新华社北京8月26日电（记者 王雷）记者26日从国家能源局获悉，国家能源局印发《方案》。',
      ['国家能源局'], ['全国']],
    ['names spread to one width', '关于做好工作的通知\n各单位：\n请认真做好有关工作。\n国家发展改革委　　财政部\n教　育　部　　人力资源社会保障部\n2021年5月30日',
      ['国家发展和改革委员会', '财政部', '教育部', '人力资源和社会保障部'], ['全国']],
    ['a report for the State Council', '关于第一个五年计划的报告\n各位代表：\n我代表国务院向大会作报告。一、任务。二、措施。',
      ['国务院'], ['全国']],
    ['the Republic’s years', '教育部函\n主旨：檢送要點一份，請查照。\n發文日期：中華民國112年5月30日\n發文字號：臺教高字第1120045678號\n說明：\n一、依規定辦理。',
      ['教育部'], ['台湾']],
  ])('%s', (_, text, bodies, cities) => {
    expect(describeText(text)).toMatchObject({ issuingBodies: bodies, cities });
  });

  it('a body that says no place, in a text that says none, is told', () => {
    const found = describeText('关于做好工作的通知\n各单位：\n请认真做好有关工作。\n县教育局\n2021年5月30日');
    expect([found.issuingBodies, found.warnings.map(({ code }) => code)]).toEqual([['县教育局'], ['body_without_place']]);
  });
});

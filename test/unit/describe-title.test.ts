// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { typeOfTitle } from '../../indexer/describe/type.js';
import { describeText } from './describe-text.js';

const BODY = '为贯彻落实有关要求，进一步做好工作，提高水平，现就有关事项通知如下。各单位要高度重视，认真组织实施，确保取得实效。';

describe('the title', () => {
  it.each([
    // text                                                                                       title, where from
    [`国务院关于做好有关工作的通知\n国发〔2021〕5号\n各省人民政府：\n${BODY}`,                          '国务院关于做好有关工作的通知', 'extracted'],
    // broken over two lines
    [`市工业和信息化局关于组织做好2021年\n国家技术创新示范企业申报工作的通知\n各区：\n${BODY}`,           '市工业和信息化局关于组织做好2021年国家技术创新示范企业申报工作的通知', 'extracted'],
    [`国务院印发关于深化财政科技计划\n（专项、基金等）管理改革方案的通知\n国发〔2014〕64号\n${BODY}`,      '国务院印发关于深化财政科技计划（专项、基金等）管理改革方案的通知', 'extracted'],
    // line breaks lost
    [`冀科政〔2018〕23号河北省科学技术厅关于修订《鉴定办法》的通知各市（含定州、辛集市）科技局：${BODY}`,   '河北省科学技术厅关于修订《鉴定办法》的通知', 'extracted'],
    [`财政部科技部关于印发《后补助管理规定》的通知财教[2013]433号国务院各部委：${BODY}`,                 '财政部科技部关于印发《后补助管理规定》的通知', 'extracted'],
    [`河北省自然科学基金管理办法河北省人民政府令〔2009〕第5号(《办法》已经会议通过，现予公布。)第一章总则第一条${BODY}`, '河北省自然科学基金管理办法', 'extracted'],
    // the plan that a notice without title carries
    [`各市人民政府：\n《关于支持产业发展的若干政策》已经省政府同意，现印发给你们。\n河北省人民政府\n2019年11月25日\n关于支持产业发展的若干政策\n${BODY}`, '关于支持产业发展的若干政策', 'extracted'],
    // two indents are what a lost break leaves, and （一） behind them is a label
    [`2023年河北省科学技术厅规范性文件　　清理结果目录　　（一）保留规范性文件目录序号文件名称文号1《管理办法》冀科人规〔2021〕1号`, '2023年河北省科学技术厅规范性文件清理结果目录', 'extracted'],
    [`涉及市场主体的规范性文件清理结果　　（2019年12月31日前制定）序号文件名称1《认定办法》保留2《奖励办法》保留`, '涉及市场主体的规范性文件清理结果', 'extracted'],
    // nothing behind 》, and the text at once
    [`关于转发《人力资源社会保障部关于完善登记管理办法的通知》现将《人力资源社会保障部关于完善登记管理办法的通知》转发给你们。${BODY}`, '关于转发《人力资源社会保障部关于完善登记管理办法的通知》', 'extracted'],
    // the plan's name is known: its first line is not all of it
    [`各市教育局：\n我厅形成了《河北省营养改善计划课间加餐操作流程》，现印发给你们。\n河北省教育厅\n2019年9月25日\n河北省营养改善计划\n课间加餐操作流程\n1.验收环节：要求学校检查验收。${BODY}`, '河北省营养改善计划课间加餐操作流程', 'extracted'],
    // a site names the text under its readings
    [`《河北省政务服务评价办法》已经省政府同意，现印发给你们，请贯彻执行。河北省人民政府办公厅2020年5月10日河北省政务服务评价办法第一章总则第一条${BODY}\n相关解读《河北省人民政府办公厅关于印发河北省政务服务评价办法的通知》解读`, '河北省人民政府办公厅关于印发河北省政务服务评价办法的通知', 'extracted'],
    // none is printed
    [`各有关单位：\n现将《示范基地管理办法》印发给你们，请认真执行。\n河北省科学技术厅\n2020年1月5日`,        '河北省科学技术厅关于印发《示范基地管理办法》的通知', 'derived'],
    [`为贯彻《国务院关于加强政务诚信建设的指导意见》（国发〔2016〕76号）精神，结合我省实际，提出如下实施意见：一、总体要求。`, '关于加强政务诚信建设的实施意见', 'derived'],
    ['6月9日，北京先导区启动活动举办。活动由北京市科委主办。记者到场。',                               '北京先导区启动活动举办', 'derived'],
  ])('%#', (text, title, provenance) => {
    const found = describeText(text);
    expect([found.title, found.provenance.title]).toEqual([title, provenance]);
  });

  it.each([
    ['a law that an article names',       '第二条 中华人民共和国刑法的任务，是用刑罚同一切犯罪行为作斗争。', '中华人民共和国刑法', null],
    ['a name with what it is called',     '第 1 條\n監察院處務規程（以下簡稱本規程）依監察院組織法第十四條訂定。', '監察院處務規程', null],
    ['a table that is named',             '第 2 條\n體位區分標準表，如附件。', '體位區分標準', null],
    ['a law in an item',                  '一、中央主管機關：\n（一）工廠管理輔導法令及設廠標準之擬訂。', '工廠管理輔導法', null],
    ['a line of its own',                 '## 中华人民共和国刑法\n\n第一条 为了惩罚犯罪，制定本法。', '中华人民共和国刑法', '中华人民共和国刑法'],
    ['with its note',                     '中华人民共和国刑法（2020年修正）\n第一条 为了惩罚犯罪，制定本法。', '中华人民共和国刑法', '中华人民共和国刑法'],
    ['over two lines',                    '中华人民共和国\n刑事诉讼法\n第一条 为了保证刑法的正确实施。', '中华人民共和国刑事诉讼法', '中华人民共和国\n刑事诉讼法'],
    ['in a text that lost its breaks',    '中华人民共和国刑法第一章总则第一条为了惩罚犯罪，制定本法。', '中华人民共和国刑法', '中华人民共和国刑法'],
    ['named before, printed below',       '根据宪法制定中华人民共和国刑法的说明\n中华人民共和国刑法\n第一条 为了惩罚犯罪。', '中华人民共和国刑法', '中华人民共和国刑法'],
  ])('a given title is a line of its own, never a piece of an article: %s', (_, text, title, printed) => {
    const { titleSpan } = describeText(text, { title, text });
    expect(titleSpan && text.replace(/\n(?=\n)/gu, '').slice(titleSpan.start, titleSpan.end)).toBe(printed);
  });

  it('is no piece of a sentence', () => {
    // broken off by its line; the number alone; a notice that is cited at the head
    for (const text of [
      '第十二届全国人民代表大会第五次会议听取和审议了国务院总理所作的\n政府工作报告。会议充分肯定过去一年的工作，决定批准这个报告。',
      `（冀科财字〔2001〕1号）\n摘要：为加强管理，制定本办法。\n第一章总则\n第一条${BODY}`,
      `人社厅发〔2018〕32号《人力资源社会保障部关于印发职业年金基金管理暂行办法的通知》（人社部发〔2016〕92号）下发后，各地推进。${BODY}`,
      `各市人民政府：\n最近发布的《国务院关于加强安全生产工作的决定》（国发〔2004〕2号），是纲领性文件。${BODY}`,
      `为贯彻落实《中华人民共和国政府信息公开条例》，制定本方案。\n一、工作机构\n（一）负责制定中华人民共和国政府信息公开条例的实施方案。`,
    ])
      expect([text.slice(0, 20), describeText(text).provenance.title]).toEqual([text.slice(0, 20), 'derived']);
  });

  it('says where in the cleaned text it stands, broken lines and all', () => {
    const text = `国务院关于激发群体活力\n带动居民增收的实施意见\n国发〔2016〕56号\n${BODY}`;
    expect(describeText(text).titleSpan).toEqual({ start: 0, end: 23 });
    expect(describeText(`没有题目的一段话。${BODY}`).titleSpan).toBeNull();
  });
});

describe('the type', () => {
  it.each([
    ['关于做好有关工作的通知',                        '通知'],
    ['实施方案（2023-2025年）',                      '方案'],
    ['管理办法（试行）（2020年修订）',                 '办法'],
    ['工业和信息化部公告（2021年第6号）',              '公告'],
    ['中华人民共和国公司法',                          '法律'],
    ['第十四个五年规划和2035年远景目标纲要',           '纲要'],
    ['關於加強管理的決定',                            '决定'],
    ['工信部宣布新增5个先导区',                       null],
  ])('%s → %s', (title, type) => {
    expect(typeOfTitle(title)).toBe(type);
  });
});

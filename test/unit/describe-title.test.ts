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
    // none is printed
    [`各有关单位：\n现将《示范基地管理办法》印发给你们，请认真执行。\n河北省科学技术厅\n2020年1月5日`,        '河北省科学技术厅关于印发《示范基地管理办法》的通知', 'derived'],
    [`为贯彻《国务院关于加强政务诚信建设的指导意见》（国发〔2016〕76号）精神，结合我省实际，提出如下实施意见：一、总体要求。`, '关于加强政务诚信建设的实施意见', 'derived'],
    ['6月9日，北京先导区启动活动举办。活动由北京市科委主办。记者到场。',                               '北京先导区启动活动举办', 'derived'],
  ])('%#', (text, title, provenance) => {
    const found = describeText(text);
    expect([found.title, found.provenance.title]).toEqual([title, provenance]);
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

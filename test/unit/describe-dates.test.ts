// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { dateOfAddress, findDates, readDate } from '../../indexer/describe/dates/calendar.js';
import { describeText } from './describe-text.js';

describe('findDates', () => {
  it.each([
    ['2021年7月1日',                     '2021-07-01'],
    ['２０２１年７月１日',                '2021-07-01'],
    ['二○二一年五月十日',                '2021-05-10'],
    ['二〇〇八年十二月三十一日',          '2008-12-31'],
    ['二ОО六年六月八日',                 '2006-06-08'],
    ['201\n9\n年\n7\n月\n19\n日',       '2019-07-19'],
    ['2021-02-20 06:19',                '2021-02-20'],
    ['2021/2/20',                       '2021-02-20'],
    ['2008.08.08',                      '2008-08-08'],
    ['民國101年7月16日',                 '2012-07-16'],
    ['中華民國一百零一年七月十六日',      '2012-07-16'],
    ['中華民國八十八年六月二十九日',      '1999-06-29'],
    ['中华民国十七年七月二十八日',        '1928-07-28'],
    // there is no such day
    ['2021年2月30日',                    null],
    ['2021年13月1日',                    null],
    ['2023-2025年',                      null],
    ['12345-01-02',                      null],
    ['3021年1月1日',                     null],
  ])('%s', (text, iso) => {
    expect(readDate(text)).toBe(iso);
  });

  it('says where a date stands', () => {
    expect(findDates('自2021年7月1日起')).toEqual([{ iso: '2021-07-01', start: 1, end: 10 }]);
  });
});

describe('dateOfAddress', () => {
  it.each([
    ['https://news.cctv.com/2023/05/30/ARTIAT3VP7.shtml',            '2023-05-30'],
    ['https://www.gov.cn/zhengce/content/202305/t20230530_1.htm',    '2023-05-30'],
    ['https://www.cac.gov.cn/2025-09/15/c_1759583017717009.htm',     '2025-09-15'],
    ['https://example.cn/20231345/a.htm',                            null],
    ['https://example.cn/art/12345678.html',                         null],
  ])('%s', (address, day) => {
    expect(dateOfAddress(address)).toBe(day);
  });
});

describe('the three dates of a text', () => {
  const notice = (end: string): string => `某市人民政府关于做好有关工作的通知\n各区人民政府：\n现将有关事项通知如下：\n一、做好工作。\n${end}`;

  it.each([
    // what the text ends in                                          published      signed         in force
    [notice('某某市人民政府\n2021年5月10日'),                            '2021-05-10', '2021-05-10', null],
    [notice('本通知自2021年7月1日起施行。\n北京市人民政府\n2021年5月10日'), '2021-05-10', '2021-05-10', '2021-07-01'],
    [notice('本办法自发布之日起施行。\n北京市人民政府\n二○二一年五月十日'), '2021-05-10', '2021-05-10', '2021-05-10'],
    [notice('北京市人民政府2021年5月10日（此件主动公开）'),               '2021-05-10', '2021-05-10', null],
    [notice('北京市人民政府\n2021年5月10日\n发布日期：2021-05-12'),       '2021-05-12', '2021-05-10', null],
    // a period, a mention and a deadline are no dates of the text
    [notice('规划期为2023年1月1日至2025年12月31日。'),                    null,         null,         null],
    [notice('根据国务院2016年7月1日印发的文件办理。'),                    null,         null,         null],
    [notice('请于2021年6月1日前报送北京市财政局。'),                      null,         null,         null],
  ])('%#', (text, publishedOn, signedOn, effectiveOn) => {
    expect(describeText(text)).toMatchObject({ publishedOn, signedOn, effectiveOn });
  });
});

describe('the day of a notice, however it is written', () => {
  const signed = (day: string): string =>
    `昆山市教育局关于加强档案管理工作的通知\n各单位：\n一、加强领导。提高认识。\n二、落实责任。明确人员。\n昆山市教育局\n${day}\n`;

  it.each([
    '2023.5.30', '2023.05.30', '2023. 5. 30', '2023-05-30', '2023/5/30', '２０２３．５．３０', '2023 年 5 月 30 日', '2023年05月30',
    '二〇二三年 五 月 三 十 日', '二 ○ 二 三 年 五 月 三 十 日', '二◯二三年五月三十日', '2023年5 月30日印发', '2023年五月三十日', '中華民國一百十二年五月三十日',
  ])('signed: %s', (day) => {
    expect(describeText(signed(day))).toMatchObject({ signedOn: '2023-05-30', issuingBodies: ['昆山市教育局'] });
  });

  it.each(['1.5.30', '2023.13.30', '2023.5', '2023.5.30.1', '第2023.5.30号'])('not signed: %s', (day) => {
    expect(describeText(signed(day)).signedOn).toBeNull();
  });

  const under = (line: string): string =>
    `昆山市教育局关于加强档案管理工作的通知\n${line}\n各单位：\n一、加强领导。提高认识。\n二、落实责任。明确人员。\n`;

  it.each([
    ['2023年8月26日 来源：新华社', '2023-08-26', null],
    ['2023-08-26', '2023-08-26', null],
    ['2023.08.26', '2023-08-26', null],
    ['昆山日报 2023年08月26日', '2023-08-26', null],
    ['2023-08-26 来源：昆山日报 作者：张三', '2023-08-26', null],
    ['2023年8月26日10时30分', '2023-08-26', null],
    ['2023年08月26日 星期六', '2023-08-26', null],
    ['发布时间 2023-08-26', '2023-08-26', null],
    ['【2023-08-26】', '2023-08-26', null],
    ['2023年8月26日上午10时', '2023-08-26', null],
    ['【發布日期】112.08.26', '2023-08-26', null],
    ['發文日期：112/08/26', '2023-08-26', '2023-08-26'],
    ['發文日期：112年8月26日', '2023-08-26', '2023-08-26'],
    ['發文日期：一一二年八月二十六日', '2023-08-26', '2023-08-26'],
    ['發文日期：中華民國一百年元月一日', '2011-01-01', '2011-01-01'],
    ['（2023年8月26日）', '2023-08-26', '2023-08-26'],
    ['第3.5.30号', null, null],
  ])('under the title: %s', (line, publishedOn, signedOn) => {
    expect(describeText(under(line))).toMatchObject({ publishedOn, signedOn });
  });
});

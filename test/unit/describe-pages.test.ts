/** One notice, printed by sites of different habits, says the same of itself. */
import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../core/text/convert.js';
import { clean } from '../../indexer/clean/clean.js';
import { describeText } from './describe-text.js';

const TITLE = '湖南省财政厅 湖南省水利厅关于做好水库管护工作的通知';
const BODY = `${TITLE}\n各市州财政局、水利局：\n为加强水库管护，现就有关事项通知如下：\n一、落实责任。各地要明确管护主体。\n二、保障经费。各地要列入预算。`;
const ROWS = [
  ['索引号', '006/2021-03'],
  ['成文日期', '2021年3月5日'],
  ['发文机关', '湖南省财政厅 湖南省水利厅'],
  ['公开日期', '2021-03-09'],
  ['文　　号', '湘财农〔2021〕8号'],
] as const;
const table = (colon: string, between: string): string =>
  ROWS.map(([label, value]) => `${label}${colon}${value}`).join(between);
const wide = (text: string): string =>
  text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

describe('the table above a text', () => {
  it.each([
    ['with colons', `${table('：', '\n')}\n${BODY}`],
    ['label over value', `${table('\n', '\n')}\n${BODY}`],
    ['in columns', `${table('\t', '\n')}\n${BODY}`],
    ['in one row', `${table(': ', ' | ')}\n${BODY}`],
    ['without breaks', `${table('：', '')}\n${BODY}`],
    ['full-width', wide(`${table('：', '\n')}\n${BODY}`)],
    ['in Traditional', toTraditional(`${table('：', '\n')}\n${BODY}`)],
  ])('%s', (_, page) => {
    const { issuingBodies, documentNumber, signedOn, publishedOn, title } = describeText(page);
    expect({ issuingBodies, number: documentNumber?.text, signedOn, publishedOn }).toEqual({
      issuingBodies: ['湖南省财政厅', '湖南省水利厅'],
      number: '湘财农〔2021〕8号',
      signedOn: '2021-03-05',
      publishedOn: '2021-03-09',
    });
    expect([TITLE, toTraditional(TITLE)]).toContain(title);
  });
});

describe('what stands around a text', () => {
  it.each([
    '微信扫一扫',
    '【打印此页】',
    '返回列表页',
    '阅读人次：35',
    '上一条：没有了',
    '终审：李四',
    '网站标识码：4300000001',
  ])('%s goes', (line) => {
    expect(clean(`${BODY}\n${line}\n版权所有：湖南省财政厅`, { kind: 'text' }).text).toBe(BODY);
  });

  it.each(['危险废物经营许可证审批 省级', '118 出版物经营许可证 A类', '版权所有者应当登记'])(
    '%s stays',
    (line) => {
      expect(clean(`${BODY}\n${line}`, { kind: 'text' }).text).toContain(line);
    },
  );
});

describe('who made a law of Taiwan', () => {
  it.each([
    [
      '總統',
      '1.中華民國三十七年四月十五日國民政府令制定公布全文 5  條\n2.中華民國九十二年六月二十五日總統華總一義字第 09200114850  號令\n  修正公布全文 16 條',
    ],
    ['國史館', '1.中華民國一百零七年五月四日國史館國采字第 1071000620 號令訂定發\n  布全文 7  條'],
    ['國民大會', '1.中華民國八十五年七月九日第三屆國民大會第一次會議第三次大會修正\n  通過全文 10 條'],
    ['司法院', '1.中華民國八十四年四月二十八日司法院（84）院台參字第 08144  號函\n  訂定發布全文 8  條'],
  ])('%s', (body, history) => {
    const text = '第 1 條\n本法依憲法制定之。';
    const found = describeText(text, { title: '某組織法', history: history.split('\n'), text });
    expect(toTraditional(found.issuingBodies.join(' '))).toBe(body);
  });
});

describe('the record of a register of laws', () => {
  const articles =
    '第 1 條\n本辦法依水利法第七十八條之二規定訂定之。\n第 2 條\n本辦法所稱主管機關，在中央為經濟部。';

  it.each([
    ['修正日期', '民國 108 年 03 月 05 日', '2019-03-05'],
    ['公發布日', '民國 098 年 05 月 04 日', '2009-05-04'],
    ['訂定日期', '民國 112 年 12 月 01 日', '2023-12-01'],
  ])('has its title as printed and its day: %s', (label, printed, day) => {
    const page = `法規名稱：臺北市河川管理辦法 EN\n${label}：${printed}\n法規類別：行政\n${articles}`;
    expect(describeText(page)).toMatchObject({
      title: '臺北市河川管理辦法',
      publishedOn: day,
      cities: ['台北'],
    });
  });
});

describe('who carried a text', () => {
  it.each([
    ['来源：甲日报小字号', '甲日报'],
    ['来源：乙通讯社字体大中小', '乙通讯社'],
    ['来源：丙报打印分享', '丙报'],
    ['来源：大众日报', '大众日报'],
  ])('%s', (line, name) => {
    expect(describeText(`${TITLE}\n发布时间：2021-03-09 ${line}\n${BODY}`).source?.name).toBe(name);
  });
});

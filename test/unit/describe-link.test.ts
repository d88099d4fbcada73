// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';
import { describeText } from './describe-text.js';

const URL = 'https://www.gov.cn/zhengce/2023-05/30/content_1.htm';
const SITE = '中国政府网';
const TITLE = '国务院关于做好有关工作的通知';
const BODY = '各省、自治区、直辖市人民政府：\n为贯彻落实有关要求，进一步做好工作，提高水平，现就有关事项通知如下。\n一、各单位要高度重视，认真组织实施，确保取得实效。\n国务院\n2023年5月30日';

// What the line says, the name that is read, the name of the site where none is printed (the table knows www.gov.cn).
const FORMS: readonly (readonly [string, string])[] = [
  [`来源：中国政府网 ${URL}`,               SITE],
  [`来源：中国政府网（${URL}）`,             SITE],
  [`来源: 中国政府网 (${URL})`,              SITE],
  [`来源：${URL}`,                         SITE],
  [`文件链接：${URL}`,                      SITE],
  [`资料来源：中国政府网，${URL}`,            SITE],
  [`資料來源：中國政府網，${URL}`,            SITE],
  [`URL: ${URL}`,                          SITE],
  [`URL：${URL}`,                          SITE],
  [`url:${URL}`,                           SITE],
  [`原文：${URL}`,                          SITE],
  [`原文链接：${URL}`,                      SITE],
  [`原文連結：${URL}`,                      SITE],
  [`原文網址：${URL}。`,                    SITE],
  [`原文地址：${URL}`,                      SITE],
  [`网址：${URL}`,                          SITE],
  [`網址：${URL}`,                          SITE],
  [`链接：${URL}`,                          SITE],
  [`链接地址：${URL}`,                      SITE],
  [`信息来源：新华社 ${URL}`,                '新华社'],
  [`出处：人民日报，${URL}`,                 '人民日报'],
  [`Source: ${URL}`,                       SITE],
  [`Source: 新华网 ${URL}`,                 '新华网'],
  [`来源：新华网  网址：${URL}`,              '新华网'],
  [`来源：新华网 | 原文链接：${URL}`,          '新华网'],
  [`（来源：新华网 ${URL}）`,                '新华网'],
  [`【来源】新华网 ${URL}`,                  '新华网'],
  [`【原文链接】${URL}`,                     SITE],
  [`[原文](${URL})`,                       SITE],
  [`[查看原文](${URL})`,                    SITE],
  [`原文：[${TITLE}](${URL})`,              SITE],
  [`来源：[新华网](${URL})`,                 '新华网'],
  [`> 来源：[新华网](${URL})`,               '新华网'],
  [`**来源**：[新华网](${URL})`,             '新华网'],
  [`新华网（${URL}）`,                      '新华网'],
  [`新华网 ${URL}`,                         '新华网'],
  [`转自：新华网，${URL}`,                   '新华网'],
  [`本文来源于 ${URL}`,                     SITE],
  [`<${URL}>`,                             SITE],
  [`（${URL}）`,                           SITE],
  [URL,                                    SITE],
  [`原文链接：\n${URL}`,                    SITE],
  [`来源：\n${URL}`,                       SITE],
  [`来源：新华网\n${URL}`,                  '新华网'],
  [`来源：\n新华网\n${URL}`,                '新华网'],
  [`2023-05-30 来源：新华网 ${URL}`,          '新华网'],
  [`来源：新华网 ${URL} 发布时间：2023-05-30`, '新华网'],
  [`来源：新华网　${URL}；`,                 '新华网'],
  [`网页地址: ${URL}`,                      SITE],
  [`發布網址：${URL}`,                      SITE],
  [`新聞來源：中央社（${URL}）`,              '中央社'],
  [`此文来源：${URL}`,                      SITE],
  [`檢視原文：${URL}`,                      SITE],
  [`引用網址：${URL}`,                      SITE],
  [`網頁連結：${URL}`,                      SITE],
  [`| 原文链接 | ${URL} |`,                 SITE],
  [`*Source: [gov.cn](${URL})*`,           SITE],
  [`Link to original: ${URL}`,             SITE],
];

describe('the link that a text prints of itself', () => {
  it.each(FORMS)('under the title: %s', (line, name) => {
    expect(describeText(`${TITLE}\n${line}\n${BODY}`).source).toEqual({ name, url: URL });
  });

  it.each(FORMS)('as the last line: %s', (line, name) => {
    expect(describeText(`${TITLE}\n${BODY}\n${line}`).source).toEqual({ name, url: URL });
  });

  it.each(FORMS)('and the title and the rest are as without it: %s', (line) => {
    const { source: _link, ...without } = describeText(`${TITLE}\n${BODY}`);
    for (const text of [`${TITLE}\n${line}\n${BODY}`, `${TITLE}\n${BODY}\n${line}`]) {
      const { title, issuingBodies, signedOn } = describeText(text);
      expect({ title, issuingBodies, signedOn }).toEqual({
        title: without.title,
        issuingBodies: without.issuingBodies,
        signedOn: without.signedOn,
      });
    }
  });

  // A name without a caption may be the text's own, and a row of a table is cut in two before it is read.
  it.each(FORMS.filter(([line]) => !/^(?:新华网|\|)/u.test(line) && !line.includes('\n新华网')))('is furniture: %s', (line) => {
    for (const text of [`${TITLE}\n${line}\n${BODY}`, `${TITLE}\n${BODY}\n${line}`])
      expect(clean(text, { kind: 'text' }).text).toBe(`${TITLE}\n${BODY}`);
  });

  it.each([
    ['a sentence that says what to do',    `${TITLE}\n${BODY}\n请登录 ${URL} 申报。`],
    ['what to do, as a line of its own',   `${TITLE}\n${BODY}\n登录网址：${URL}`],
    ['a system',                           `${TITLE}\n${BODY}\n申报系统网址：${URL}`],
    ['in brackets in a sentence',          `${TITLE}\n各单位：\n通过申报系统（网址：${URL}）提交材料，逾期不再受理。${BODY}`],
    ['broken out of a sentence',           `${TITLE}\n各单位：\n请在线申报电子版，逾期不再受理，不得延误（网址：\n${URL}\n），纸质材料应与电子版保持一致，逾期不再受理。`],
    ['a contact',                          `${TITLE}\n${BODY}\n联系人：张某\n电话：010-12345678\n网址：${URL}`],
    ['a site’s first page',                `${TITLE}\n${BODY}\n网址：http://he.nvq.net.cn`],
    ['an annex',                           `${TITLE}\n${BODY}\n附件：\n申报书.docx: https://www.gov.cn/files/1.docx`],
    ['a store of files',                   `${TITLE}\n${BODY}\n链接：https://pan.baidu.com/s/1Td-3SmIs7QoWz4FkP1UUWA`],
    ['further reading',                    `${TITLE}\n${BODY}\n相关链接：${URL}`],
    ['a reading of it',                    `${TITLE}\n${BODY}\n政策解读链接：${URL}`],
    ['a footnote',                         `${TITLE}\n${BODY}\n[1] 国家统计局，${URL}`],
    ['a script',                           `${TITLE}\n${BODY}\n来源：[新华网](javascript:alert(1))`],
    ['another scheme',                     `${TITLE}\n${BODY}\n原文链接：ftp://www.gov.cn/a.htm`],
    ['no scheme: never a made-up link',    `${TITLE}\n${BODY}\n原文链接：www.gov.cn/a.htm`],
    ['a table’s source inside the text',   `${TITLE}\n各单位：\n为贯彻落实有关要求，进一步做好工作，提高水平，现就有关事项通知如下。\n资料来源：国家统计局，https://data.stats.gov.cn/a.htm\n一、各单位要高度重视，认真组织实施，确保取得实效。`],
  ])('is not %s', (_, text) => {
    expect(describeText(text).source?.url ?? null).toBeNull();
  });

  it.each([
    [`${BODY.slice(-30).replaceAll('\n', '')}（来源：中国政府网 ${URL}）`, URL],
    [`2023年5月30日（来源：中国政府网，网址：${URL}）`,     URL],
    [`原文：${URL}.`,                                   URL],
    [`来源：中国政府网(${URL})`,                          URL],
    [`来源：维基 https://zh.wikipedia.org/wiki/A_(B)`,    'https://zh.wikipedia.org/wiki/A_(B)'],
    [`来源：维基（https://zh.wikisource.org/wiki/政府工作报告）`, 'https://zh.wikisource.org/wiki/政府工作报告'],
    [`原文：${URL}?a=1&b=2#top`,                         `${URL}?a=1&b=2#top`],
    [`来源：https：//www.gov.cn/a/b.html`,               'https://www.gov.cn/a/b.html'],
    [`原文链接:${URL}【打印】【关闭】`,                    URL],
  ])('ends where it ends: %s', (line, url) => {
    expect(describeText(`${TITLE}\n${BODY}\n${line}`).source?.url).toBe(url);
  });

  it('takes what is called the source before what is only a link', () => {
    const text = `${TITLE}\n网址：https://www.sohu.com/a/1.html\n${BODY}\n原文：${URL}`;
    expect(describeText(text).source?.url).toBe(URL);
  });
});

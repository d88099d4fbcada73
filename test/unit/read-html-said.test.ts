import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import type { FileContent } from '../../indexer/read/file-content.js';
import { page, read, SENTENCE, TEXT, TITLE } from './html-page.js';

describe('a page: what it says of itself', () => {
  it.each<readonly [what: string, head: string, said: FileContent['said']]>([
    [
      'the names of the state’s sites',
      '<meta name="ArticleTitle" content="甲通知"><meta name="PubDate" content="2023-05-16 12:34:05"><meta name="ContentSource" content=" 甲 局 ">',
      { title: '甲通知', publishedOn: '2023-05-16 12:34:05', sourceName: '甲 局' },
    ],
    [
      'the record in <meta>',
      '<meta name="文号" content="甲政发〔2023〕5号"><meta name="发文机关" content="甲局、乙局"><meta name="文号" content="二">',
      { title: TITLE, documentNumber: '甲政发〔2023〕5号', issuingBodies: ['甲局', '乙局'] },
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{},{"headline":"甲通知","datePublished":"2023-05-16","publisher":{"name":"甲报"}}]}</script>',
      { title: '甲通知', publishedOn: '2023-05-16', sourceName: '甲报' },
    ],
    [
      'broken JSON-LD, empty <meta>',
      '<script type="application/ld+json">{"headline</script><meta name="PubDate" content=" ">',
      { title: TITLE },
    ],
    [
      'names of objects',
      '<meta name="__proto__" content="甲"><meta name="constructor" content="乙">',
      { title: TITLE },
    ],
  ])('%s', (_, head, said) => {
    expect(read(page({ head })).said).toEqual(said);
  });

  it.each([
    ['关于丙产业的通知_甲市人民政府', '关于丙产业的通知'],
    ['关于丙产业的通知 | 中国甲市', '关于丙产业的通知'],
    ['关于丙产业的通知-甲市人民政府', '关于丙产业的通知'],
    ['個人資料保護法-全國法規資料庫', '個人資料保護法'],
    ['甲市人民政府网站_关于丙产业发展的通知', '关于丙产业发展的通知'],
    ['甲总体规划（2018—2035年）', '甲总体规划（2018—2035年）'],
    ['1-10月甲县投资趋稳', '1-10月甲县投资趋稳'],
  ])('of <title>, without the name of the site: %s', (written, title) => {
    expect(read(page({}).replace(/<title>.*?<\/title>/u, `<title>${written}</title>`)).said.title).toBe(
      title,
    );
  });

  it.each<readonly [what: string, before: string, head: string, saved: FileContent['savedFrom']]>([
    ['nothing', '', '', null],
    [
      'its canonical address',
      '',
      '<link rel="canonical" href="https://www.a.gov.cn/t1.html">',
      { url: 'https://www.a.gov.cn/t1.html', by: 'canonical' },
    ],
    [
      'og:url',
      '',
      '<meta property="og:url" content="https://www.a.gov.cn/t1.html">',
      { url: 'https://www.a.gov.cn/t1.html', by: 'og:url' },
    ],
    [
      'a browser',
      '<!-- saved from url=(0030)https://www.a.gov.cn/t1.html -->',
      '',
      { url: 'https://www.a.gov.cn/t1.html', by: 'saved' },
    ],
    [
      'SingleFile',
      '<!--\n Page saved with SingleFile \n url: https://www.a.gov.cn/t1.html \n saved date: Mon -->',
      '',
      { url: 'https://www.a.gov.cn/t1.html', by: 'saved' },
    ],
    [
      'a part of an address',
      '<!-- saved from url=(0030)https://www.a.gov.cn/x/t1.html -->',
      '<link rel="canonical" href="../t2.html">',
      { url: 'https://www.a.gov.cn/t2.html', by: 'canonical' },
    ],
    [
      'the address of the site for every page',
      '<!-- saved from url=(0030)https://www.a.gov.cn/x/t1.html -->',
      '<link rel="canonical" href="/">',
      { url: 'https://www.a.gov.cn/x/t1.html', by: 'saved' },
    ],
    [
      'no page of the web',
      '<!-- saved from url=(0011)about:blank -->',
      '<link rel="canonical" href="file:///C:/t.html"><meta property="og:url" content="http://localhost:8080/t">',
      null,
    ],
  ])('where it is from: %s', (_, before, head, saved) => {
    expect(read(before + page({ head })).savedFrom).toEqual(saved);
  });

  it('names the annexes that the text links to, not the site’s files', () => {
    const text = `${TEXT}<p>附件：<a href="./P0201.docx">1.申报表</a> <a href="down.jsp?id=3">附件2：名单</a> <a href="#top">附件</a></p>`;
    const links = read(page({ text, above: '<a href="/guide.pdf">网站使用手册</a>' })).links;
    expect(links).toEqual([
      { address: './P0201.docx', text: '1.申报表' },
      { address: 'down.jsp?id=3', text: '附件2：名单' },
    ]);
  });
});

describe('a page without a text is named', () => {
  const list = Array.from(
    { length: 20 },
    (_, at) => `<li><a href="${at}.html">关于丙产业的第${at}号通知</a><span>2023-05-11</span></li>`,
  ).join('');
  it.each<readonly [what: string, markup: string, code: string, message: RegExp]>([
    [
      'a table of texts, with their numbers and days',
      page({
        text: `<table><tr><td>序号<td>标题<td>文号<td>日期</tr>${Array.from({ length: 8 }, (_, at) => `<tr><td>${at}<td><a href="${at}.html">关于印发第${at}批项目安排的通知</a><td>甲发〔2021〕${at}号<td>2021-03-0${at}</tr>`).join('')}</table>`,
      }),
      'page_without_text',
      /list of links/,
    ],
    [
      'what a search found',
      page({
        text: `<p>找到相关结果约 1,284 条，用时 0.08 秒</p>${Array.from({ length: 6 }, (_, at) => `<div><h3><a href="${at}.html">关于丙事项的通知之${at}</a></h3><p>${SENTENCE}</p><p>甲局 2021-03-0${at}</p></div>`).join('')}`,
      }),
      'page_without_text',
      /list of links/,
    ],
    [
      'a site that was shut',
      '<title>提示</title><h2>抱歉！该站点已经被管理员停止运行，请联系管理员了解详情</h2><p>Sorry, the site has been suspended.</p>',
      'page_without_text',
      /missing or barred/,
    ],
    ['a list of links', page({ text: `<ul>${list}</ul>` }), 'page_without_text', /list of links/],
    [
      'frames',
      '<frameset cols="1,2"><frame src="a.html"><frame src="b.html"></frameset>',
      'page_without_text',
      /frame/,
    ],
    [
      'beginnings of texts',
      page({
        text: Array.from(
          { length: 8 },
          (_, at) => `<h3><a href="${at}.html">关于丙产业的第${at}号通知</a></h3><p>${SENTENCE}</p>`,
        ).join(''),
      }),
      'page_without_text',
      /list of links/,
    ],
    [
      'a home page',
      `${'<li><a href=1>关于丙产业的通知</a></li>'.repeat(60)}<div><p>${SENTENCE}</p></div>`,
      'page_without_text',
      /list of links/,
    ],
    [
      'a page around a frame',
      page({ text: '<iframe src="text.html"></iframe>' }),
      'page_without_text',
      /frame/,
    ],
    [
      'a page that a script fills',
      '<body><div id="app"></div><script src="app.js"></script></body>',
      'page_without_text',
      /script/,
    ],
    [
      'an error',
      '<title>404 Not Found</title><h1>404 Not Found</h1><p>您访问的页面不存在，请检查地址是否正确，或者返回网站首页继续浏览其他内容。</p>',
      'page_without_text',
      /missing or barred/,
    ],
    ['menus alone', page({ text: '' }), 'page_without_text', /./],
    ['nothing', '', 'unreadable_file', /empty/],
    ['10⁶ nested elements', '<div>'.repeat(1_000_000), 'unreadable_file', /nest/],
    ['10⁶ elements beside each other', '<b>甲</b>'.repeat(1_000_000), 'unreadable_file', /more than 300000/],
  ])('%s', (_, markup, code, message) => {
    let fault: unknown;
    try {
      read(markup);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(PolicyError);
    expect(fault).toMatchObject({
      code,
      message: expect.stringMatching(message),
      remedy: expect.stringMatching(/\S/u),
    });
  });
});

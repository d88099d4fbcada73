import { describe, expect, it } from 'vitest';
import { PolicyError } from '../../core/errors.js';
import type { FileContent } from '../../indexer/read/file-content.js';
import { readHtml } from '../../indexer/read/html/read-html.js';

const TITLE = '甲市人民政府关于促进乙产业发展的通知';
const SENTENCE = '为贯彻落实国家和省有关部署，促进乙产业健康发展，经市政府同意，现将有关事项通知如下。';
const TEXT = `<p>各县（区）人民政府：</p><p>${SENTENCE}</p><p>一、加强组织领导。各部门要高度重视，落实责任，确保完成任务。</p>`;
const LINES = [
  '各县（区）人民政府：',
  SENTENCE,
  '一、加强组织领导。各部门要高度重视，落实责任，确保完成任务。',
];

/** A page as sites make them. */
const page = ({ head = '', above = '', text = TEXT, below = '' }): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}_甲市人民政府门户网站</title>${head}</head><body>
  <div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zw/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul></div>
  <div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政策文件</a></div>${above}
  <div id="zoom">${text}</div>${below}
  <div class="footer"><p>主办：甲市人民政府　甲ICP备01234567号</p><p><a href="/map">网站地图</a></p></div></body></html>`;

const read = (markup: string): FileContent => readHtml(new TextEncoder().encode(markup), 'page.html');

/** What is left without the furniture. */
function bodyOf({ text, furniture }: FileContent): string[] {
  let body = '';
  let at = 0;
  for (const { start, end } of furniture) {
    body += text.slice(at, start);
    at = end;
  }
  return (body + text.slice(at)).split('\n').filter((line) => line.trim() !== '');
}

const cutAs = ({ text, furniture }: FileContent, rule: string): string[] =>
  furniture
    .filter((span) => span.rule === rule)
    .flatMap(({ start, end }) => text.slice(start, end).split('\n'));

describe('a page: its text, and what stands around it', () => {
  it('keeps title and text, and names the rest', () => {
    const content = read(page({ above: `<h1>${TITLE}</h1>` }));
    expect(bodyOf(content)).toEqual([TITLE, ...LINES]);
    expect(cutAs(content, 'menu')).toEqual(['首页', '政务公开', '互动交流']);
    expect(cutAs(content, 'breadcrumb')).toEqual(['当前位置：首页 > 政策文件']);
    expect(cutAs(content, 'footer')).toEqual(['主办：甲市人民政府　甲ICP备01234567号', '网站地图']);
  });

  it('has spans in order, which do not overlap, and lines without blank ones', () => {
    const { text, furniture } = read(page({ above: `<h1>${TITLE}</h1>` }));
    expect(text.split('\n').every((line) => line.trim() !== '')).toBe(true);
    expect(
      furniture.every(
        ({ start, end }, at) => start < end && (at === 0 || (furniture[at - 1]?.end ?? 0) <= start),
      ),
    ).toBe(true);
    expect(furniture.at(-1)?.end).toBeLessThanOrEqual(text.length);
  });

  it.each<readonly [what: string, parts: Parameters<typeof page>[0], rule: string, lines: readonly string[]]>(
    [
      [
        'a record as a table',
        {
          above: `<table><tr><td>索引号<td>A-1<td>发文机关：<td>甲市人民政府<tr><td>成文日期：<td>2023年5月4日</table><h2>${TITLE}</h2>`,
        },
        'record',
        ['索引号：A-1', '发文机关：甲市人民政府', '成文日期：2023年5月4日'],
      ],
      [
        'a record whose values are elements of their own',
        {
          above: `<ul><li><label>发布机构：</label><div>甲局</div></li><li><label>发布日期：</label><div>2023-05-11</div></li></ul><h1>${TITLE}</h1>`,
        },
        'record',
        ['发布机构：甲局', '发布日期：2023-05-11'],
      ],
      [
        'a line under the title',
        {
          above: `<h1>${TITLE}</h1><p><span>来源：甲局</span><span>发布日期：2023-05-11</span><span>浏览次数：12</span></p>`,
        },
        'record',
        ['来源：甲局', '发布日期：2023-05-11', '浏览次数：12'],
      ],
      [
        'a day under the title',
        { above: `<h1>${TITLE}</h1><div>2023-05-11 10:20</div>` },
        'dateline',
        ['2023-05-11 10:20'],
      ],
      [
        'tools',
        { below: '<div>【打印】 【关闭】</div><div>扫一扫在手机打开当前页</div>' },
        'share',
        ['【打印】 【关闭】', '扫一扫在手机打开当前页'],
      ],
      ['tools in the text', { text: `${TEXT}<p>字号：大 中 小</p>` }, 'share', ['字号：大 中 小']],
      [
        'the next page',
        { below: '<p>上一篇：<a href=1>关于丙的通知</a></p><p>下一篇：没有了</p>' },
        'pager',
        ['上一篇：关于丙的通知', '下一篇：没有了'],
      ],
      [
        'what is related',
        { below: '<div class="xgxx"><h3>相关解读</h3><ul><li><a href=1>关于丙的解读材料</a></ul></div>' },
        'related',
        ['相关解读', '关于丙的解读材料'],
      ],
    ],
  )('cuts %s', (_, parts, rule, lines) => {
    const content = read(page(parts));
    expect(cutAs(content, rule)).toEqual(lines);
    expect(bodyOf(content).slice(-3)).toEqual(LINES);
  });

  it.each<readonly [what: string, parts: Parameters<typeof page>[0], lines: readonly string[]]>([
    [
      'the number under the title',
      { above: `<h1>${TITLE}</h1><p>甲政发〔2023〕5号</p>` },
      [TITLE, '甲政发〔2023〕5号', ...LINES],
    ],
    [
      'a title over two lines',
      { above: '<p>甲市人民政府关于</p><p>促进乙产业发展的通知</p>' },
      ['甲市人民政府关于', '促进乙产业发展的通知', ...LINES],
    ],
    [
      'a title that is called so',
      { above: '<div class="xl-title">关于乙产业的若干措施</div>' },
      ['关于乙产业的若干措施', ...LINES],
    ],
    [
      'a preamble above the container',
      { text: `<p>${SENTENCE}</p><div class="TRS_Editor">${TEXT}</div>` },
      [SENTENCE, ...LINES],
    ],
    [
      'a signature and its day',
      { text: `${TEXT}<p>甲市人民政府</p><p>2023年5月4日</p>` },
      [...LINES, '甲市人民政府', '2023年5月4日'],
    ],
    [
      'a short text in a long page',
      {
        text: `<p>${SENTENCE}</p>`,
        below: '<ul><li><a href=1>关于丙的通知</a><li><a href=2>关于丁的公告</a></ul>'.repeat(20),
      },
      [SENTENCE],
    ],
  ])('keeps %s', (_, parts, lines) => {
    expect(bodyOf(read(page(parts)))).toEqual(lines);
  });

  it('finds a text without a container that is called so', () => {
    const bare = `<table><tr><td><a href=1>首頁</a> | <a href=2>連結</a></td></tr></table><center><font size=5>${TITLE}</font></center><font>${LINES.join('<br>')}<br></font>`;
    expect(bodyOf(read(bare))).toEqual([TITLE, ...LINES]);
  });
});

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
    ['a list of links', page({ text: `<ul>${list}</ul>` }), 'page_without_text', /list of links/],
    [
      'frames',
      '<frameset cols="1,2"><frame src="a.html"><frame src="b.html"></frameset>',
      'page_without_text',
      /frame/,
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

import { describe, expect, it } from 'vitest';
import type { FileContent } from '../../indexer/read/file-content.js';
import { LINES, page, read, SENTENCE, TEXT, TITLE } from './html-page.js';

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
        'a record with labels in brackets',
        {
          above: `<ol><li>[发文机构] 甲局</li><li>[成文日期] 2023-05-04</li><li>[发文字号] 甲政发〔2023〕5号</li></ol><h1>${TITLE}</h1>`,
        },
        'record',
        ['[发文机构] 甲局', '[成文日期] 2023-05-04', '[发文字号] 甲政发〔2023〕5号'],
      ],
      [
        'who edited it, under the text',
        { text: `${TEXT}<p>（责任编辑：丁）</p>` },
        'record',
        ['（责任编辑：丁）'],
      ],
      [
        'a day and who carried it',
        { above: `<h1>${TITLE}</h1><p><span>2023-05-11 10:20</span><span>来源：甲局</span></p>` },
        'dateline',
        ['2023-05-11 10:20', '来源：甲局'],
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
      [
        'buttons spread to one width',
        { text: `${TEXT}<p>[打 印] [收 藏] [关 闭]</p>` },
        'share',
        ['[打 印] [收 藏] [关 闭]'],
      ],
      [
        'a record that has label and value in one cell',
        {
          above: `<table><tr><td><b>索 引 号:</b>A-1</td><td><b>发布机构:</b>甲局</td></tr><tr><td><b>文 号:</b>甲局〔2023〕5号</td><td></td></tr></table><h1>${TITLE}</h1>`,
        },
        'record',
        ['索 引 号:A-1', '发布机构:甲局', '文 号:甲局〔2023〕5号'],
      ],
      [
        'the head of a gazette',
        { text: `<h3>甲市人民政府公报 2020年第8期</h3><h2>${TITLE}</h2>${TEXT}` },
        'record',
        ['甲市人民政府公报 2020年第8期'],
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
      'a title whose second line is short',
      { above: '<p>甲市人民政府关于促进乙产业发展</p><p>的通知</p>' },
      ['甲市人民政府关于促进乙产业发展', '的通知', ...LINES],
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
      'a subtitle',
      { above: `<h1>${TITLE}</h1><p>——甲市乙产业发展三年行动安排</p><p>2023-05-11</p>` },
      [TITLE, '——甲市乙产业发展三年行动安排', ...LINES],
    ],
    [
      'a day beside the title in small letters',
      { above: `<h2>${TITLE}<small>(2023年5月11日)</small></h2>` },
      [TITLE, ...LINES],
    ],
    [
      'headings in a part that is called after where it stands',
      { text: `<div class="print-left"><p>一、组织领导</p><p>${SENTENCE}</p></div>` },
      ['一、组织领导', SENTENCE],
    ],
    [
      'a text whose element is called like a pager, or like a place',
      {
        above:
          '<div class="a"><p>本网站提供资料检索，不提供咨询，有疑问者请逕向主管机关查询，谢谢。</p></div>'.repeat(
            3,
          ),
        text: `<div id="pnText" class="wz">${TEXT}</div>`,
      },
      LINES,
    ],
    [
      'its annexes, not what is related',
      {
        text: `${TEXT}<p><a href="a.doc">附件：申报表格式文本</a></p><p>相关阅读</p><p><a href="1.html">关于丙产业的解读材料</a></p>`,
      },
      [...LINES, '附件：申报表格式文本'],
    ],
    [
      'a text that a script would show',
      { text: '', below: `<div id="js_content" style="visibility: hidden; opacity: 0">${TEXT}</div>` },
      LINES,
    ],
    [
      'a notice of one sentence with many annexes',
      {
        text: `<p>${SENTENCE}</p>${Array.from({ length: 9 }, (_, at) => `<p><a href="${at}.pdf">丙公司评审材料之${at}</a></p>`).join('')}`,
      },
      [SENTENCE, ...Array.from({ length: 9 }, (_, at) => `丙公司评审材料之${at}`)],
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

  it('takes no heading of a menu for the title that the record prints', () => {
    const markup = page({
      above: `<h3>公开目录</h3><ul><li><a href=1>机构职能</a><li><a href=2>财政信息</a></ul><table><tr><td>索引号：<td>A-1<tr><td>名称：<td>${TITLE}<tr><td>发布机构：<td>甲市人民政府</table>`,
    }).replace(`<title>${TITLE}_`, `<title>甲市政府信息公开-${TITLE}_`);
    const content = read(markup);
    expect(bodyOf(content)).toEqual(LINES);
    expect(cutAs(content, 'menu')).toContain('公开目录');
  });

  it('has the day under 完 of a press release', () => {
    const markup = page({ below: '<br>完<br><br>2024年3月4日（星期一）<br>香港時間15時30分' });
    expect(read(markup).said?.publishedOn).toBe('2024年3月4日（星期一）');
  });

  it('finds a text without a container that is called so', () => {
    const bare = `<table><tr><td><a href=1>首頁</a> | <a href=2>連結</a></td></tr></table><center><font size=5>${TITLE}</font></center><font>${LINES.join('<br>')}<br></font>`;
    expect(bodyOf(read(bare))).toEqual([TITLE, ...LINES]);
  });
});

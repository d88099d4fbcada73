/** Texts from files of many formats, made here: opened, searched, cited, had as a file; and a table of 700 rows. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { docxOf, p } from '../unit/made-office.js';
import { madePdf, prose } from '../unit/made-pdf.js';
import { PHONE, RUN, SMALL_TARGETS } from './accessibility-suite.js';
import type { Files } from './on-site.js';
import type { Site } from './site.js';

const HOST = 'www.jiashi.gov.cn';
const CANONICAL = `https://${HOST}/zwgk/2023/t2023_101.html`;
const HTML = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>甲市信鸽管理办法_甲市人民政府</title>
<link rel="canonical" href="${CANONICAL}"></head><body>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>
<div id="zoom"><h1>甲市信鸽管理办法</h1>
<p>第一条　为了规范信鸽饲养，维护市容环境，根据有关法律、法规，制定本办法。</p>
<p>第二条　饲养信鸽应当向街道办事处登记，并遵守环境卫生的有关规定。</p>
<p><a href="登记表.csv">附件：登记表</a></p></div></body></html>`;
const DOCX = docxOf(
  [
    p('关于做好雨棚安装工作的通知'),
    p('各县（市、区）人民政府，市政府各部门：'),
    p('一、雨棚安装应当符合消防安全的有关规定，不得占用疏散通道。'),
    p('二、各部门要加强检查，发现问题及时处理。'),
  ].join(''),
);
const PDF = madePdf([
  {
    texts: prose([
      '乙市路灯养护规定',
      '第一条　为了加强路灯养护，方便居民出行，制定本规定。',
      '第二条　路灯损坏的，养护单位应当在三日内修复完毕。',
    ]),
  },
]);
const ROWS = 700;
const table = (county: string, rows: number): string =>
  [
    '序号,岗位名称,岗位代码,专业要求,招聘人数,工资,联系电话',
    ...Array.from({ length: rows }, (_, at) => {
      const place = `${county}第${at + 1}小学${['语文', '数学', '美术'][at % 3]}教师`;
      const wanted = at % 5 === 0 ? '教育学、心理学、汉语言文学、数学与应用数学以及其他相近的专业' : '不限';
      return `${at + 1},${place},${360105206001 + at},${wanted},${(at % 4) + 1},"${4 + (at % 3)},500.00元",0791-8376${2333 + at}`;
    }),
  ].join('\n');

export const FILES: Files = new Map<string, string | Buffer>([
  [`${HOST}/save/信鸽.html`, HTML],
  [`${HOST}/tz/t101.docx`, DOCX],
  [`${HOST}/gd/t102.pdf`, PDF],
  ['岗位表.csv', table('丙县', ROWS)],
  // axe looks at every pair of some elements: it has a table of a few rows
  [`${HOST}/save/登记表.csv`, table('丁县', 9)],
]);

const READ = [
  // word     format      its link                               how it is known
  ['信鸽', '网页', CANONICAL, '链接为网页自载', '信鸽.html'],
  ['雨棚', 'Word 文档', `http://${HOST}/tz/t101.docx`, '链接由文件夹推断', 't101.docx'],
  ['路灯', 'PDF', `http://${HOST}/gd/t102.pdf`, '链接由文件夹推断', 't102.pdf'],
] as const;

/** Numbers of the first rows that stand on more than one line. */
const BROKEN_NUMBERS = `[...document.querySelectorAll('.cell')].slice(0, 400).flatMap((cell) => {
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const broken = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: number, index } of node.data.matchAll(/\\d[\\d.,-]*/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + number.length);
      if (new Set([...range.getClientRects()].map(({ top }) => top)).size !== 1) broken.push(number);
    }
  }
  return broken;
})`;

export function filesSuite(site: () => Site): void {
  const found = async (q: string, options = {}) => {
    const page = await site().open(`/?q=${encodeURIComponent(q)}`, options);
    // A phone has the tools of a hit only when it is tapped.
    const way = 'hasTouch' in options ? '.found-title a' : '.hit [data-key=o]';
    await page.locator(way).first().click();
    await page.locator('.clause.linked').waitFor();
    return page;
  };

  describe('a document from a file', () => {
    it.each(READ)(
      'of 「%s」, %s: is opened at the word and cited with its own link',
      async (q, format, link, known) => {
        const page = await found(q);
        expect(await page.locator('.clause.linked mark').first().textContent()).toBe(q);
        const about = page.locator('.about');
        expect(await about.textContent()).toContain(`${format} · `);
        expect(await about.locator('.source').getAttribute('href')).toBe(link);
        expect(await about.textContent()).toContain(known);
        await page.keyboard.press('c');
        await expect.poll(() => page.locator('.linked [data-key=c]').textContent()).toContain('已复制');
        expect(await page.evaluate('navigator.clipboard.readText()')).toContain(link);
      },
    );

    it.each(READ)(
      'of 「%s」, %s: shows its text as it was read, and sends the file',
      async (q, _, __, ___, name) => {
        const page = await found(q);
        const text = page.locator('.about').getByRole('link', { name: '查看读出的文字' });
        const raw = await page.request.get(`${site().address}${await text.getAttribute('href')}`);
        expect(raw.headers()['content-type']).toBe('text/plain; charset=utf-8');
        expect(await raw.text()).toContain(q);
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '下载原始文件' }).click(),
        ]);
        expect(file.suggestedFilename()).toBe(name);
      },
    );

    it('has its tools at a clause that comes to lie under a pointer that rests', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('信鸽')}`);
      await page.locator('.found-title a').first().click();
      const linked = page.locator('.clause.linked');
      await linked.waitFor();
      await linked.hover();
      await linked.locator('[data-key=c]').click({ timeout: 10_000 });
    });

    it('leads to its annex, which leads back', async () => {
      const page = await found('信鸽');
      await page.locator('.about').getByRole('link', { name: '登记表.csv' }).click();
      await page.locator('.clause').getByText('丁县第6小学美术教师').waitFor();
      await page.getByRole('link', { name: '打开这份附件所属的文件' }).click();
      await page.locator('h1').getByText('甲市信鸽管理办法').waitFor();
    });

    it.each([
      ['zh-TW', '網頁 · ', '檢視讀出的文字', '下載原始檔案', '連結為網頁自載'],
      ['en-GB', 'web page · ', 'View the text as it was read', 'Download the file', 'link named by the page'],
    ])('says so in %s', async (locale, ...said) => {
      const about = (await found('信鸽', { locale })).locator('.about');
      for (const one of said) expect(await about.textContent()).toContain(one);
    });
  });

  describe('a table', () => {
    it.each([1280, 390])('%i px: long rows wrap, and no number is broken', async (width) => {
      const page = await found('"丙县第6小学美术教师"', { viewport: { width, height: 844 } });
      expect(await page.locator('.clause.linked mark').first().textContent()).toBe('丙县第6小学美术教师');
      expect(await page.locator('.clause').count()).toBeGreaterThan(ROWS);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
      expect(await page.evaluate(BROKEN_NUMBERS)).toEqual([]);
      const cells = await page.locator('.clause.linked .cell').allTextContents();
      expect(cells.slice(0, 2)).toEqual(['丙县第6小学美术教师：', '岗位代码：360105206006；']);
    });

    it('copies a row as the line that it is', async () => {
      const page = await found('"丙县第6小学美术教师"');
      await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.clause.linked'))`);
      await page.waitForTimeout(300);
      await page.keyboard.press('ControlOrMeta+C');
      await expect
        .poll(() => page.evaluate('navigator.clipboard.readText()'))
        .toBe(
          '丙县第6小学美术教师：岗位代码：360105206006；专业要求：教育学、心理学、汉语言文学、数学与应用数学以及其他相近的专业；招聘人数：2；工资：6,500.00元；联系电话：0791-83762338（序号 6）',
        );
    });

    it.each([1280, 390])('%i px: 700 rows scroll, a window at a time, in 50 ms each', async (width) => {
      const page = await found('"丙县第6小学美术教师"', { viewport: { width, height: 844 } });
      // As in stepping: what the page does, on its own thread's clock.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
      const seconds = async () => {
        const { metrics } = await devtools.send('Performance.getMetrics');
        const of = new Map(metrics.map(({ name, value }) => [name, value]));
        const parts = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
        return parts.reduce((sum, name) => sum + (of.get(name) ?? Number.NaN), 0);
      };
      const before = await seconds();
      const steps = Number(
        await page.evaluate(`(async () => {
          let steps = 0;
          for (let last = -1; scrollY !== last; steps += 1) {
            last = scrollY;
            scrollBy(0, innerHeight);
            await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          }
          return steps;
        })()`),
      );
      expect(steps).toBeGreaterThan(40);
      expect((1000 * ((await seconds()) - before)) / steps).toBeLessThan(50);
      await page.getByText(`丙县第${ROWS}小学`).first().waitFor();
    });

    it.each(['light', 'dark'] as const)('axe finds nothing, %s', async (colorScheme) => {
      const page = await found('信鸽', { colorScheme, bypassCSP: true });
      await page.locator('.about').waitFor();
      await page.evaluate(axe.source);
      expect(await page.evaluate(RUN)).toEqual([]);
      await page.goto(`${site().address}/?q=${encodeURIComponent('"丁县第6小学"')}`);
      await page.locator('.found-title a').first().click();
      await page.locator('.clause.linked .cell').first().waitFor();
      await page.evaluate(axe.source);
      expect(await page.evaluate(RUN)).toEqual([]);
    });

    it('a finger has 24 px for whatever can be tapped', async () => {
      const page = await found('信鸽', PHONE);
      await page.locator('.about').waitFor();
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    });
  });
}

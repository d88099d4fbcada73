/** Titles and clauses that look like markup: what the clipboard holds of them, and what stands beside them. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../server/api.js';
import type { Site } from './site.js';

const LINK = 'https://www.gov.cn/zhengce/a_(1)/b).htm';
const LURES = [
  '关于[查看全文](http://evil.example/x)的通知',
  '关于![图](http://evil.example/x.png)的通知',
  '关于<http://evil.example/x>的通知',
  '关于http://evil.example/x（试行）的通知',
  '关于[[甲](http://a.example)](http://b.example)的通知',
  '关于\\[甲](http://evil.example/\\)\\\\的通知',
  '关于<a href="http://evil.example">甲</a><img src=x onerror=alert(1)>的通知',
  '关于<script>alert(1)</script>&lt;b&gt;的通知',
];
const TURNED = '关于\u202e知通的\u2067甲的通知';
export const HOSTILE = [
  ...LURES.map((title) => ({
    title,
    text: `一、总则\n${title}，见[甲](http://evil.example/y)。\n二、附则`,
    source: { url: LINK },
  })),
  {
    title: TURNED,
    text: `一、总则\n按照规定执行。`,
    source: { name: '政\u202e府网', url: 'https://user:secret@www.gov.cn/' },
  },
];

/** The clause that has a link written in it. */
const CLAUSE = '.clause:has-text("evil.example/y")';

/** Of HTML source: its links, what else could lead somewhere or run, and its text. */
const READ = `(html) => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return {
    links: [...body.querySelectorAll('a')].map((a) => [a.getAttribute('href'), a.textContent]),
    others: body.querySelectorAll('img, script, iframe, form, svg, [onerror]').length,
    quoted: body.querySelectorAll('blockquote p').length,
    text: body.textContent,
  };
}`;
const PASTED = `navigator.clipboard.read().then(async ([item]) => (${READ})(await (await item.getType('text/html')).text()))`;

interface Pasted {
  readonly links: readonly (readonly [href: string, text: string])[];
  readonly others: number;
  readonly quoted: number;
  readonly text: string;
}

export function hostileSuite(site: () => Site): void {
  describe('hostile texts', () => {
    const ids = new Map<string, string>();
    beforeAll(async () => {
      const answer = await fetch(`${site().address}/api/search?size=100`);
      for (const { document } of ((await answer.json()) as SearchAnswer).hits)
        ids.set(document.title, document.id);
    });

    const openDocument = async (title: string): Promise<Page> => {
      const page = await site().open(`/documents/${encodeURIComponent(ids.get(title) ?? '')}`);
      await page.locator('.clause').first().waitFor();
      return page;
    };

    /** Copies, in a style, what the menu of `place` cites. */
    const copyIn = async (page: Page, place: string, style: string): Promise<Pasted> => {
      const tools = page.locator(place);
      await tools.hover();
      await tools.locator('.tool-menu').click();
      await page.getByRole('menuitemradio', { name: style }).click();
      await expect.poll(() => tools.locator('[data-key=c]').textContent()).toContain('已复制');
      return (await page.evaluate(PASTED)) as Pasted;
    };

    it.each(LURES)('the clipboard links the source and nothing else: %s', async (title) => {
      const page = await openDocument(title);
      for (const [style, linked] of [
        ['纯文本', LINK],
        ['Markdown', `《${title}》`],
      ] as const) {
        const whole = await copyIn(page, '.document-tools', style);
        expect(whole).toMatchObject({ links: [[LINK, linked]], others: 0 });
        expect(whole.text).toContain(title);
        const clause = await copyIn(page, CLAUSE, style);
        expect(clause).toMatchObject({ links: [[LINK, linked]], others: 0 });
        expect(clause.text).toContain('见[甲](http://evil.example/y)。');
        expect(clause.quoted > 0).toBe(style === 'Markdown');
      }
    });

    it('is pasted as it was copied', async () => {
      const title = LURES[0] ?? '';
      const page = await openDocument(title);
      await copyIn(page, CLAUSE, 'Markdown');
      await page.evaluate(`(() => {
        const paper = document.createElement('div');
        paper.contentEditable = 'true';
        paper.id = 'paper';
        document.body.append(paper);
        paper.focus();
      })()`);
      await page.keyboard.press('ControlOrMeta+V');
      const pasted = (await page.evaluate(`(${READ})(document.getElementById('paper').innerHTML)`)) as Pasted;
      expect(pasted).toMatchObject({ links: [[LINK, `《${title}》`]], others: 0 });
      expect(pasted.quoted).toBeGreaterThan(0);
      expect(pasted.text).toContain('见[甲](http://evil.example/y)。');
    });

    it('shows a text as it was published, and cites what can be seen of it', async () => {
      const page = await openDocument(TURNED);
      expect(await page.locator('h1').textContent()).toBe(TURNED);
      const { text, links } = await copyIn(page, '.document-tools', '纯文本');
      expect(text).toBe('《关于知通的甲的通知》，https://www.gov.cn/');
      expect(links).toEqual([['https://www.gov.cn/', 'https://www.gov.cn/']]);
      expect(await page.locator('.about .source').getAttribute('href')).toBe('https://www.gov.cn/');
      expect(await page.locator('.warnings').textContent()).toContain('用户名或密码已略去');
    });

    it.each(['标题', '来源'])('turns nothing around that stands beside it: %s', async (field) => {
      const page = await openDocument(TURNED);
      const row = page.locator('.about dl > div', { has: page.getByText(field, { exact: true }) });
      const value = await row.locator('dd > [lang]').boundingBox();
      const beside = await row.locator('.provenance').boundingBox();
      const end = (value?.x ?? 0) + (value?.width ?? 0);
      const isBelow = (beside?.y ?? 0) >= (value?.y ?? 0) + (value?.height ?? 0);
      expect(isBelow || (beside?.x ?? 0) >= end).toBe(true);
    });

    it('turns nothing around in a link to its source', async () => {
      const page = await openDocument(TURNED);
      await page.locator('.about .source span').nth(1).waitFor(); // what is known comes behind the text
      const [name, arrow] = await page.locator('.about .source span').all();
      const end = await name?.boundingBox().then((box) => (box?.x ?? 0) + (box?.width ?? 0));
      expect((await arrow?.boundingBox())?.x).toBeGreaterThanOrEqual(end ?? Number.NaN);
    });
  });
}

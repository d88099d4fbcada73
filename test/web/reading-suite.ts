/** Reading a document: where it opens, stepping, the translation beside it, what is copied of it. */
import { describe, expect, it } from 'vitest';
import { HITS } from './made-texts.js';
import type { Site } from './site.js';

const FILED = `/documents/long?q=${encodeURIComponent('"算力申报"')}`;
/** 3,000 clauses take a busy machine a while to draw at first. */
const LONG_TEXT = { timeout: 120_000 };
const STEPS = 20;
const PASTED = 'navigator.clipboard.readText()';
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** How far below the bar the clause stands that is linked to. */
const BELOW_BAR = `document.querySelector('.linked').getBoundingClientRect().top -
  document.querySelector('.document-bar').getBoundingClientRect().bottom`;

export function readingSuite(site: () => Site): void {
  describe('reading', () => {
    it('opens at the first hit; number, address, buttons and keys agree', LONG_TEXT, async () => {
      const page = await site().open(FILED);
      const counts = page.locator('.hit-steps .counts');
      const linked = () => page.locator('.clause.linked .label').textContent();
      const hash = async () => decodeURIComponent(new URL(page.url()).hash.slice(1));
      const told = (n: number) =>
        expect.poll(() => counts.textContent(), { timeout: 5000 }).toBe(`${n} / ${HITS}`);
      await page.locator('.clause.linked').waitFor();
      await told(1);
      expect(await linked()).toBe('第三十条');
      await page.keyboard.press('j');
      await told(2);
      expect(await linked()).toBe('第六十条');
      expect(await hash()).toBe(await page.locator('.clause.linked').getAttribute('id'));
      await page.locator('.hit-steps [data-key=j]').click();
      await told(3);
      await page.keyboard.press('k');
      await told(2);
      await expect.poll(() => page.evaluate(BELOW_BAR)).toBeGreaterThan(0);
      expect(await page.evaluate(BELOW_BAR)).toBeLessThan(60);
      await page.keyboard.press('c');
      await expect.poll(() => page.locator('.linked [data-key=c]').textContent()).toContain('已复制');
      await page.locator('.hit-steps [data-key=k]').click();
      await told(1);
      await page.locator('.hit-steps [data-key=k]').click();
      await told(HITS);
    });

    it('steps from hit to hit of 3,000 clauses in 100 ms', LONG_TEXT, async () => {
      const page = await site().open(FILED);
      await page.locator('.clause.linked').waitFor();
      // What the page does, on its own thread's clock: what else the machine does, and painting without a graphics card, are
      // none of it.
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
      const seconds = async () => {
        const { metrics } = await devtools.send('Performance.getMetrics');
        const of = new Map(metrics.map(({ name, value }) => [name, value]));
        const parts = ['ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration'];
        return parts.reduce((sum, name) => sum + (of.get(name) ?? Number.NaN), 0);
      };
      const before = await seconds();
      await page.evaluate(`(async () => {
        for (let step = 0; step < ${STEPS}; step += 1) {
          document.querySelector('.hit-steps [data-key=j]').click();
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        }
      })()`);
      expect(await page.locator('.hit-steps .counts').textContent()).toBe(`${STEPS + 1} / ${HITS}`);
      expect((1000 * ((await seconds()) - before)) / STEPS).toBeLessThan(100);
    });

    it('stays at the clause when the script changes', LONG_TEXT, async () => {
      const page = await site().open('/documents/long');
      const clause = page.locator('.clause').nth(900);
      await page.evaluate(`document.querySelectorAll('.clause')[900].scrollIntoView({ block: 'center' })`);
      await clause.waitFor();
      await page.waitForTimeout(300);
      const before = (await clause.boundingBox())?.y ?? 0;
      await page.locator('#script').selectOption('hant');
      await expect.poll(() => clause.textContent(), { timeout: 10_000 }).toContain('當事人應當');
      await page.waitForTimeout(100);
      expect(Math.abs(((await clause.boundingBox())?.y ?? 0) - before)).toBeLessThan(4);
      await page.goBack();
      await expect.poll(() => clause.textContent(), { timeout: 10_000 }).toContain('当事人应当');
      await page.waitForTimeout(100);
      expect(Math.abs(((await clause.boundingBox())?.y ?? 0) - before)).toBeLessThan(4);
    });

    it('goes back to the search with its filters, order and page, and to its place', LONG_TEXT, async () => {
      const search = `/?q=${encodeURIComponent('材料')}&year=2021&group=none&sort=oldest&page=3`;
      const page = await site().open(search);
      await page.locator('.found').first().waitFor();
      await page.evaluate('scrollTo(0, 300)');
      await page.waitForTimeout(300);
      await page.locator('.hit [data-key=o]').nth(2).click();
      await page.locator('.clause.linked').waitFor();
      await page.keyboard.press('j');
      expect(page.url()).toContain('year=2021');
      await page.locator('#back').click();
      await page.locator('.found').first().waitFor();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(search);
      await expect.poll(() => page.evaluate('scrollY')).toBeGreaterThan(100);
      // and from a link that somebody sent, by the address alone
      await page.goto(`${site().address}/documents/long${search.slice(1)}`);
      await page.locator('#back').click();
      await page.locator('.found').first().waitFor();
      expect(new URL(page.url()).search).toBe(search.slice(1));
    });

    it('copies a selection as the text alone', async () => {
      const page = await site().open(`/documents/repealed?q=${encodeURIComponent('数据')}`, {
        locale: 'en-GB',
      });
      await page.locator('.clause mark').first().waitFor();
      await page.locator('.clause').nth(1).hover();
      await page.keyboard.press('ControlOrMeta+A');
      await page.waitForTimeout(300);
      await page.evaluate(`getSelection().selectAllChildren(document.querySelector('article'))`);
      await page.waitForTimeout(200);
      await page.keyboard.press('ControlOrMeta+C');
      const text = '数据管理暂行办法\n第一条　为了管理数据，制定本办法。\n第二条　数据应当登记。';
      await expect.poll(() => page.evaluate(PASTED)).toBe(text);
      const html = await page.evaluate(
        `navigator.clipboard.read().then(async ([item]) => (await item.getType('text/html')).text())`,
      );
      expect(String(html)).not.toMatch(/<(mark|button|a|small)\b/);
    });

    it('copies no badge with a title', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('暂行办法')}`);
      await page.locator('.found-title .badge').waitFor();
      await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.found-title'))`);
      await page.waitForTimeout(200);
      await page.keyboard.press('ControlOrMeta+C');
      await expect.poll(() => page.evaluate(PASTED)).toBe('数据管理暂行办法');
    });

    it('leads from a Chinese article to its English one and back, and shows both side by side', async () => {
      const page = await site().open('/documents/both', { locale: 'zh-TW' });
      await page.locator('.pair').first().waitFor();
      expect(await page.locator('.pair').count()).toBe(4);
      const [left, right] = await page.locator('.pair').first().locator('.clause').all();
      expect(await left?.getAttribute('lang')).toBe('zh-Hant');
      expect(await right?.getAttribute('lang')).toBe('en');
      expect((await right?.boundingBox())?.y).toBe((await left?.boundingBox())?.y);
      await page.getByRole('button', { name: '中英對照' }).click();
      await expect.poll(() => page.locator('.pair').count()).toBe(0);
      await page.getByRole('link', { name: '英文條文' }).nth(1).click();
      await expect.poll(() => page.locator('.clause.linked').textContent()).toContain('competent authority');
      await page.locator('.clause.linked').getByRole('link', { name: '中文條文' }).click();
      await expect.poll(() => page.locator('.clause.linked').textContent()).toContain('數位發展部');
    });

    it('lists headings, numbers and the English half in the contents', async () => {
      const page = await site().open('/documents/both', { locale: 'zh-TW' });
      const entries = await page.locator('nav.contents li a').allTextContents();
      expect(entries).toHaveLength(12);
      expect(entries.slice(0, 3)).toEqual(['第 一 章 總則', '第 1 條', '第 2 條']);
      expect(entries.slice(6, 8)).toEqual(['Chapter 1 General Provisions', 'Article 1']);
      expect(await page.locator('nav.contents li').first().getAttribute('class')).toBe('level-2');
    });

    it.each([
      ['zh-CN', '已废止', '数据管理暂行办法'],
      ['zh-TW', '已廢止', '数据管理暂行办法'],
      ['en-GB', 'Repealed', '数据管理暂行办法'],
    ])(
      'says at the title that a text is repealed, in list and document: %s',
      async (locale, badge, title) => {
        const page = await site().open(`/?q=${encodeURIComponent('暂行办法')}`, { locale });
        expect(await page.locator('.found-title').textContent()).toBe(title + badge);
        await page.locator('.found-title a').first().click();
        await page.locator('.clause').first().waitFor();
        expect(await page.locator('.title-notes .badge').textContent()).toBe(badge);
        expect(await page.locator('.about').textContent()).toContain('废止');
      },
    );

    it('heads a text in English with its English title', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('資料安全')}`, { locale: 'en-GB' });
      expect(await page.locator('.found-title a').first().textContent()).toBe('Data Security Act');
      expect(await page.locator('.other-title').textContent()).toBe('資料安全法');
      await page.locator('.found-title a').first().click();
      await expect.poll(() => page.title()).toBe('Data Security Act - Zhengsou');
      expect(await page.locator('.title-notes').textContent()).toContain('Data Security Act');
    });

    it.each([
      ['zh-CN', /用户名或密码已略去/, /“发布日期”无法使用/],
      ['zh-TW', /使用者名稱或密碼已略去/, /「發布日期」無法使用/],
      ['en-GB', /password in the source link was left out/, /value of “Published on” cannot be used/],
    ])('words what was noted in the language of the page, and names no file: %s', async (locale, ...said) => {
      const page = await site().open('/documents/repealed', { locale });
      const about = page.locator('.about');
      await about.locator('.warnings').waitFor();
      for (const one of said) expect(await about.locator('.warnings').textContent()).toMatch(one);
      expect(await about.textContent()).not.toMatch(/made\.jsonl|\/tmp|publishedOn|source\.url/);
      if (locale !== 'en-GB') expect(await about.textContent()).not.toMatch(/left out|kept as/);
    });

    it('reads on as one scrolls, where one answer does not hold all of a text', async () => {
      const page = await site().open('/documents/longer');
      const clauses = page.locator('.clause');
      await expect.poll(() => clauses.count()).toBe(5000);
      await page.evaluate('scrollTo(0, document.body.scrollHeight)');
      await expect.poll(() => clauses.count()).toBe(5201);
      expect(await clauses.last().textContent()).toContain('第五千二百条');
    });

    it.each(['?q=朔望', '#longer-art5101'])('reads up to what the address means: %s', async (rest) => {
      const page = await site().open(`/documents/longer${encodeURI(rest)}`);
      await page.locator('.clause.linked').waitFor();
      expect(await page.locator('.clause.linked').textContent()).toContain('朔望之时');
    });

    it('on a phone has tools at the one clause that was tapped', async () => {
      const page = await site().open('/documents/long', PHONE);
      expect(await page.locator('.tools').count()).toBe(0);
      await page.locator('.clause.body p').nth(1).tap();
      await expect.poll(() => page.locator('.tools:visible').count()).toBe(1);
      await page.locator('.clause.body p').nth(3).tap();
      await expect.poll(() => page.locator('.clause:has(.tools) .label').textContent()).toBe('第四条');
      expect(await page.locator('.tools:visible').count()).toBe(1);
    });
  });
}

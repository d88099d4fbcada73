import { describe, expect, it } from 'vitest';
import type { Site } from './site.js';

const words = (q: string) => `/?q=${encodeURIComponent(q)}`;

export function searchSuite(site: () => Site): void {
  describe('searching', () => {
    it('shows what is held before anything is asked', async () => {
      const page = await site().open('/');
      await page.getByText('5 份文件').waitFor();
      await expect.poll(() => page.locator('.examples a').count()).toBe(3);
      await expect.poll(() => page.locator('.newest article').count()).toBe(5);
      const dates = await page.locator('.newest time').allTextContents();
      expect(dates).toEqual(['2023-05-30', '2021-06-09', '2021-02-23', '2021-02-20', '2019-02-16']);
      await expect.poll(() => page.title()).toBe('政搜');
    });

    it.each([0, 1, 2])('has an example %i that finds something', async (index) => {
      const page = await site().open('/');
      await page.locator('.examples a').nth(index).click();
      await page.locator('.found').first().waitFor();
      expect(await page.locator('.note').count()).toBe(0);
    });

    it('narrows by dates', async () => {
      const page = await site().open(words('人工智能'));
      await page.locator('#from').fill('2023-01-01');
      await expect.poll(() => new URL(page.url()).searchParams.get('from')).toBe('2023-01-01');
      await page.locator('.chip').waitFor();
      await expect.poll(() => page.locator('.counts').textContent()).toContain('1 份文件');
      await page.locator('.chip').click();
      await expect.poll(() => page.locator('#from').inputValue()).toBe('');
    });

    it('searches as you type, groups clauses under their document and marks the words', async () => {
      const page = await site().open('/');
      await page.locator('#box').pressSequentially('算力', { delay: 30 });
      await page.locator('.found mark').first().waitFor();
      expect(await page.locator('.found mark').first().textContent()).toBe('算力');
      expect(await page.locator('.found').count()).toBeGreaterThan(1);
      expect(new URL(page.url()).search).toBe(words('算力').slice(1));
      await expect.poll(() => page.title()).toBe('算力 - 政搜');
      await expect
        .poll(() => page.locator('[role=status][aria-live]').textContent())
        .toMatch(/\d+ 条，见于 \d+ 份文件/);
      // one spell of typing is one place in the history
      await page.goBack();
      await page.locator('.examples').waitFor();
      expect(await page.locator('#box').inputValue()).toBe('');
    });

    it('does not search while an input method composes', async () => {
      const page = await site().open('/');
      await page.locator('.examples a').first().waitFor();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/search')) asked.push(decodeURIComponent(request.url()));
      });
      await page.locator('#box').focus();
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['s', 'su', 'suan', 'suan l', 'suan li']) {
        await keyboard.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
        await page.waitForTimeout(60);
      }
      await page.waitForTimeout(400);
      expect(asked).toEqual([]);
      await keyboard.send('Input.insertText', { text: '算力' });
      await page.locator('.found mark').first().waitFor();
      expect(asked).toHaveLength(1);
      expect(asked[0]).toContain('q=算力');
    });

    it('keeps the choice of a facet in the address, the focus on its box, and the way back', async () => {
      const page = await site().open(words('人工智能'));
      await page.locator('.found').first().waitFor();
      const before = await page.locator('.counts').textContent();
      const box = page.locator('[id="city-成都"]');
      await box.check();
      await expect.poll(() => page.locator('.counts').textContent()).not.toBe(before);
      expect(new URL(page.url()).searchParams.getAll('city')).toEqual(['成都']);
      expect(await page.evaluate('document.activeElement.id')).toBe('city-成都');
      expect(await page.locator('.facet-city .facet-value').count()).toBeGreaterThan(1);
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual(['成都 ✕']);
      await page.goBack();
      await expect.poll(() => page.locator('.counts').textContent()).toBe(before);
      expect(await box.isChecked()).toBe(false);
      await page.goForward();
      await page.locator('.chip').click();
      await expect.poll(() => page.locator('.counts').textContent()).toBe(before);
    });

    it('finds the place again after going back', async () => {
      const page = await site().open(`${words('人工智能')}&group=none&size=50`);
      const title = page.locator('.found-title a').nth(2);
      await title.scrollIntoViewIfNeeded();
      await page.evaluate('scrollTo(0, 700)');
      await page.waitForTimeout(300);
      const from = await page.evaluate('scrollY');
      const link = page.locator('.hit:visible [data-key=o]').nth(3);
      const id = await link.getAttribute('id');
      await link.focus();
      await page.waitForTimeout(200);
      const scrolled = await page.evaluate('scrollY');
      await page.keyboard.press('Enter');
      await page.locator('.clause').first().waitFor();
      await page.goBack();
      await page.locator('.found').first().waitFor();
      await expect.poll(() => page.evaluate('document.activeElement.id')).toBe(id);
      expect(await page.evaluate('scrollY')).toBe(scrolled);
      expect(from).toBeGreaterThan(0);
    });

    it('turns pages and changes the order', async () => {
      const page = await site().open(`${words('人工智能')}&size=2`);
      await page.locator('.pages [rel=next]').click();
      await expect.poll(() => page.locator('.pages [aria-current]').textContent()).toBe('2');
      await page.locator('#sort-oldest').click();
      await expect.poll(() => page.locator('.found time').first().textContent()).toBe('2019-02-16');
      expect(new URL(page.url()).search).toContain('sort=oldest');
      expect(new URL(page.url()).search).not.toContain('page=');
    });

    it('says why nothing was found, and what to do', async () => {
      const page = await site().open(`${words('"算力"')}&city=${encodeURIComponent('成都')}&year=2019`);
      await page.locator('.nothing').waitFor();
      expect(await page.locator('.nothing li').count()).toBeGreaterThan(0);
      await page.locator('.remedies a').first().click();
      await page.locator('.found').first().waitFor();
      expect(await page.locator('#box').inputValue()).toBe('"算力"');
    });

    it('leads from nothing to exactly what each condition leaves out', async () => {
      const page = await site().open(
        `${words('算力')}&missing=issuingBody&not.city=${encodeURIComponent('成都')}`,
      );
      await page.getByRole('link', { name: /^去掉“无发文机关”有 \d+ 条$/ }).click();
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual(['非 成都 ✕']);
    });

    it('keeps the words when the server fails, and tries again', async () => {
      const page = await site().open('/');
      await page.route('**/api/search?q=*', (route) => route.abort());
      await page.locator('#box').fill('算力');
      await page.locator('.problem button').waitFor();
      expect(await page.locator('#box').inputValue()).toBe('算力');
      await page.unroute('**/api/search?q=*');
      await page.locator('.problem button').click();
      await page.locator('.found').first().waitFor();
      // the browser itself reports the request that we broke
      site().complaints.splice(0);
    });

    it('keeps the last results when the server stops, and marks them', async () => {
      const page = await site().open(words('算力'));
      await page.locator('.found').first().waitFor();
      const found = await page.locator('.found').count();
      await page.route('**/api/search?q=*', (route) => route.abort());
      await page.locator('#box').fill('芯片');
      await page.locator('.problem').waitFor();
      expect(await page.locator('.stale-note').textContent()).toBe('以下仍是此前“算力”的结果。');
      expect(await page.locator('.stale .found').count()).toBe(found);
      expect(await page.locator('.stale .found-title a').first().getAttribute('href')).toContain(
        words('算力').slice(2),
      );
      await page.unroute('**/api/search?q=*');
      await page.locator('.problem button').click();
      await page.locator('.stale-note').waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.found mark').first().textContent()).toBe('芯片');
      // the browser itself reports the request that we broke
      site().complaints.splice(0);
    });

    it('says so past the last page, and leads to a page that there is', async () => {
      const page = await site().open(`${words('算力')}&size=1&page=77`);
      await page.getByText('没有第 77 页').waitFor();
      await page.getByRole('link', { name: '去最后一页（第 4 页）' }).click();
      await page.locator('.found').first().waitFor();
      expect(new URL(page.url()).search).toContain('size=1');
      await expect.poll(() => page.locator('.pages [aria-current]').textContent()).toBe('4');
      // the browser reports the 404
      site().complaints.splice(0);
    });

    it('says on a later page too which condition cannot be used', async () => {
      const page = await site().open(`${words('算力')}&from=2023-02-31&page=2`);
      await page.getByText('地址中有不能使用的条件：from。').waitFor();
      expect(await page.getByText('没有第').count()).toBe(0);
      // it waits for nothing
      expect(await page.locator('main').getAttribute('aria-busy')).toBe('false');
      // the browser reports the 400
      site().complaints.splice(0);
    });

    it('puts who issued it first, then where, when, and what', async () => {
      const page = await site().open(words('人工智能'));
      const facets = page.locator('.facets legend');
      await facets.first().waitFor();
      expect(await facets.allTextContents()).toEqual(['发文机关', '地区', '年份', '文种', '主题', '状态']);
    });

    it('shows the years of the result as bars beside it, which are links', async () => {
      const page = await site().open(words('人工智能'));
      const bars = page.getByRole('navigation', { name: '年份分布' });
      await bars.getByRole('link', { name: /^2023 \d+ 条$/ }).click();
      await expect.poll(() => page.url()).toContain('year=2023');
      await expect.poll(() => bars.locator('[aria-current]').count()).toBe(1);
      await bars.locator('[aria-current]').click();
      await expect.poll(() => page.url()).not.toContain('year=2023');
      const small = await site().open(words('人工智能'), { viewport: { width: 1100, height: 800 } });
      await small.locator('.found').first().waitFor();
      expect(await small.locator('.year-bars').count()).toBe(0);
      // one year is no picture, and leaves no empty place behind
      const one = await site().open(`${words('人工智能')}&document=001_481ff7906f0af67b`);
      await one.locator('.found').first().waitFor();
      expect(await one.locator('aside').count()).toBe(1);
    });

    it('keeps the old results until the new ones are there, and then says that it waits', async () => {
      const page = await site().open(words('算力'));
      await page.locator('.found').first().waitFor();
      await page.route('**/api/search?q=*', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 900));
        await route.continue();
      });
      await page.locator('#box').fill('芯片');
      await page.locator('.progress').waitFor();
      expect(await page.locator('.found mark').first().textContent()).toBe('算力');
      await expect.poll(() => page.locator('.found mark').first().textContent()).toBe('芯片');
      expect(await page.locator('.progress').count()).toBe(0);
    });
  });
}

/** Every step of a reader on a site that lies under a path: nothing is asked beside it, and nothing leads out of it. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Site } from './site.js';

const PASTED = 'navigator.clipboard.readText()';
/** Of this host, whatever is linked, loaded or asked for, as the browser understood it. */
const NAMED = `[
  ...[...document.querySelectorAll('[href]')].map(({ href }) => href),
  ...[...document.querySelectorAll('[src]')].map(({ src }) => src),
  ...performance.getEntriesByType('resource').map(({ name }) => name),
].filter((address) => address.startsWith(location.origin))`;

export function baseSuite(site: () => Site): void {
  describe.each([1280, 390])('%i px wide', (width) => {
    const viewport = { width, height: 844 };

    /** @returns what it names, each once, without what stands behind `#`. */
    async function expectWithin(page: Page): Promise<readonly string[]> {
      const named = (await page.evaluate(NAMED)) as string[];
      expect(named.length).toBeGreaterThan(2);
      expect(named.filter((address) => !address.startsWith(`${site().address}/`))).toEqual([]);
      return [...new Set(named.map((address) => address.replace(/#.*/, '')))];
    }

    async function expectThere(addresses: readonly string[]): Promise<void> {
      const answers = await Promise.all(addresses.map((address) => fetch(address)));
      expect(answers.filter(({ ok }) => !ok).map(({ url }) => url)).toEqual([]);
    }

    it('is searched, read and left again, and every link of it leads somewhere below', async () => {
      const page = await site().open('/', { viewport });
      const failed: string[] = [];
      page.on('response', (answer) => {
        if (!answer.ok() || !answer.url().startsWith(`${site().address}/`)) failed.push(answer.url());
      });
      await page.locator('.newest article').first().waitFor();
      const links = new Set(await expectWithin(page));

      await page.locator('#box').pressSequentially('算力', { delay: 30 });
      await page.locator('#suggestions').waitFor();
      await page.locator('.found mark').first().waitFor();
      const searched = page.url();
      expect(new URL(searched).pathname).toBe('/zhengsou/');
      for (const link of await expectWithin(page)) links.add(link);

      await page.keyboard.press('Escape'); // what is suggested lies over what was found
      await page.locator('.found-title a').first().click();
      await page.locator('.clause').first().waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/zhengsou\/documents\/\w+$/);
      await page.locator('a[href$="/raw"]').waitFor({ state: 'attached' });
      for (const link of await expectWithin(page)) links.add(link);

      await page.goBack();
      await page.locator('.found mark').first().waitFor();
      expect(page.url()).toBe(searched);
      await expectThere([...links]);
      expect(failed).toEqual([]);
    });

    it('gives a citation, and a link that leads a stranger to the clause', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力')}`, { viewport });
      await page.locator('.hit [data-key=c]').first().click();
      await expect.poll(() => page.evaluate(PASTED)).toContain('北京市人民政府');
      await page.getByRole('button', { name: '复制链接' }).first().click();
      await page.getByRole('button', { name: '链接已复制' }).waitFor();
      const link = String(await page.evaluate(PASTED));
      expect(link).toContain(`${site().address}/documents/`);
      const there = await site().open(link.slice(site().address.length), { viewport });
      expect(await there.locator('.clause.linked').textContent()).toContain('算力');
      await expectWithin(there);
    });

    it('is explained to programs', async () => {
      const page = await site().open('/', { viewport });
      await page.goto(`${site().address}/docs`);
      await expectThere(await expectWithin(page));
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    });
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT, type Site } from './site.js';

/** Bytes of scripts, gzipped at gzip's own default: what a reader has who only searches, and all there is. */
const SEARCHING = 20_000;
const ALL = 32_000;

export function loadSuite(site: () => Site): void {
  describe('the load', () => {
    const folder = join(ROOT, 'web/dist/assets');
    const bytesOf = (scripts: readonly string[]) =>
      scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);

    it('is at most 20 kB of scripts before anything beyond searching is opened', async () => {
      const page = await site().open('/');
      await page.locator('.newest article').first().waitFor();
      const loaded = async () =>
        (await page.evaluate(
          `performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)).filter((name) => name.endsWith('.js'))`,
        )) as string[];
      const suggestions = expect.stringMatching(/^suggestions-/);
      expect(await loaded()).not.toContainEqual(suggestions);
      await page.locator('#box').pressSequentially('算力', { delay: 30 });
      await page.locator('.found mark').first().waitFor();
      // what is suggested while typing is of searching too
      await expect.poll(loaded).toContainEqual(suggestions);
      expect(bytesOf(await loaded())).toBeLessThanOrEqual(SEARCHING);
    });

    it('is at most 32 kB of scripts in all', () => {
      expect(bytesOf(readdirSync(folder).filter((name) => name.endsWith('.js')))).toBeLessThanOrEqual(ALL);
    });

    it('asks one thing for the start page', async () => {
      const page = await site().open('/');
      await page.locator('.newest article').first().waitFor();
      await page.waitForTimeout(300);
      const asked = await page.evaluate(
        `performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/')).length`,
      );
      expect(asked).toBe(1);
    });

    it('says that a part of the page did not come, and loads all anew', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力')}`);
      await page.locator('.found').first().waitFor();
      await page.route('**/assets/document-view-*.js', (route) => route.abort());
      await page.locator('.found-title a').first().click();
      await page.locator('.problem').waitFor();
      await page.unroute('**/assets/document-view-*.js');
      await page.locator('.problem button').click();
      await page.locator('.clause').first().waitFor();
      // the browser itself reports the request that we broke
      site().complaints.splice(0);
    });

    it.each([
      ['zh-CN', '开源许可'],
      ['zh-TW', '開源授權'],
      ['en-GB', 'Open-source licences'],
    ])('tells the licences of what is in it, %s', async (locale, name) => {
      const page = await site().open('/', { locale });
      await page.getByRole('contentinfo').getByRole('link', { name }).click();
      await page.waitForURL('**/LICENSES.txt');
      expect(await page.locator('body').textContent()).toContain('Permission is hereby granted');
      const icon = await page.request.get(`${site().address}/favicon.ico`); // asked for beside any plain text
      expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/svg+xml']);
    });

    it('comes from here alone', async () => {
      const page = await site().open('/');
      const origins = await page.evaluate(
        `performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)`,
      );
      expect(new Set(origins as string[])).toEqual(new Set([new URL(page.url()).origin]));
    });
  });
}

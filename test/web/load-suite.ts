import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT, type Site } from './site.js';

const BUDGET = 20_000; // bytes of all scripts of the page, gzipped at gzip's own default

export function loadSuite(site: () => Site): void {
  describe('the load', () => {
    it('is at most 20 kB of scripts, all of them counted', () => {
      const folder = join(ROOT, 'web/dist/assets');
      const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
      const bytes = scripts.map((name) => gzipSync(readFileSync(join(folder, name))).length);
      expect(bytes.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(BUDGET);
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

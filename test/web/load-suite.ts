import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ROOT, type Site } from './site.js';

// Bytes, gzipped at gzip's own default: of the scripts that the page begins with, and of each part that comes later.
const BUDGET = 20_000;
const LATE_BUDGET = 2_000;

export function loadSuite(site: () => Site): void {
  describe('the load', () => {
    it('is at most 20 kB of scripts to begin with, and 2 kB for each part that comes later', () => {
      const folder = join(ROOT, 'web/dist/assets');
      const page = readFileSync(join(ROOT, 'web/dist/index.html'), 'utf8');
      const scripts = readdirSync(folder)
        .filter((name) => name.endsWith('.js'))
        .map((name) => ({
          isFirst: page.includes(`/assets/${name}`),
          bytes: gzipSync(readFileSync(join(folder, name))).length,
        }));
      const first = scripts.filter(({ isFirst }) => isFirst);
      expect(first.length).toBeGreaterThan(0);
      expect(first.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(BUDGET);
      for (const { isFirst, bytes } of scripts) if (!isFirst) expect(bytes).toBeLessThanOrEqual(LATE_BUDGET);
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

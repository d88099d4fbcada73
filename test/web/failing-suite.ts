/** What the reader is told when part of the collection, or all of it, cannot be asked. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../server/api.js';
import type { Site } from './site.js';

const WORD = `/?q=${encodeURIComponent('算力')}`;
const SEARCHES = '**/api/search?*';

export function failingSuite(site: () => Site): void {
  /** The real answers of the real server, of which a part is said to be missing. */
  const openPartial = async (path: string, locale = 'zh-CN'): Promise<Page> => {
    const page = await site().open('/', { locale, bypassCSP: true });
    await page.route(SEARCHES, async (route) => {
      const response = await route.fetch();
      const whole = (await response.json()) as SearchAnswer;
      await route.fulfill({ response, json: { ...whole, partial: { missing: ['shard-2', 'shard-3'] } } });
    });
    await page.goto(new URL(path, page.url()).href);
    await page.locator('.partial').waitFor();
    return page;
  };

  describe('part of the collection away', () => {
    it.each([
      ['zh-CN', /（shard-2, shard-3）没有应答；结果和数目只包括其余部分/, '条，见于'],
      ['zh-TW', /（shard-2, shard-3）沒有回應；結果和數目只包括其餘部分/, '條，見於'],
      ['en-GB', /\(shard-2, shard-3\) did not answer; results and counts are of the rest only/, 'clause'],
    ])('is told above the hits and aloud: %s', async (locale, expected, counted) => {
      const page = await openPartial(WORD, locale);
      const note = page.locator('.partial [role=status]');
      expect(await note.textContent()).toMatch(expected);
      await page.locator('.found').first().waitFor();
      const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? 0;
      expect(await top('.partial')).toBeLessThan(await top('.counts'));
      const aloud = page.locator('.unseen[role=status]');
      await expect.poll(() => aloud.textContent()).toMatch(expected);
      expect(await aloud.textContent()).toContain(counted);
    });

    it('is told on the start page too, and axe finds nothing', { timeout: 90_000 }, async () => {
      for (const path of ['/', WORD]) {
        const page = await openPartial(path);
        await page.evaluate(axe.source);
        const run = 'axe.run(document).then(({ violations }) => violations.map(({ id }) => id))';
        expect(await page.evaluate(run)).toEqual([]);
      }
    });

    it('leaves the citations of what was found', async () => {
      const page = await openPartial(WORD);
      await page.locator('.found .copy-citation button').first().click();
      await page.locator('.tool.copied').first().waitFor();
      expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^北京市人民政府\. .*https:/);
    });

    it('is over at the press of a button', async () => {
      const page = await openPartial(WORD);
      await page.unroute(SEARCHES);
      await page.locator('.partial button').click();
      await page.locator('.partial').waitFor({ state: 'detached' });
      expect(await page.locator('.found').count()).toBeGreaterThan(0);
    });
  });

  describe('the engine away', () => {
    it.each([
      ['zh-CN', '检索服务暂时不可用'],
      ['zh-TW', '檢索服務暫時無法使用'],
      ['en-GB', 'The search service is unavailable'],
    ])('says what happened and what to do, and goes on when it is back: %s', async (locale, expected) => {
      const page = await site().open(WORD, { locale });
      await page.locator('.found').first().waitFor();
      const problem = {
        type: 'urn:zhengsou:problem:engine_unavailable',
        title: 'Engine unavailable',
        status: 503,
      };
      const told = { detail: 'Cannot reach the engine of /srv/data.', remedy: 'Start it again.' };
      await page.route(SEARCHES, (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ ...problem, ...told }),
        }),
      );
      await page.locator('#box').fill('养犬');
      await page.locator('#box').press('Enter');
      const note = page.locator('.problem[role=alert]');
      await note.waitFor();
      expect(await note.textContent()).toContain(expected);
      expect(await note.textContent()).not.toContain('/srv');
      expect(await page.locator('#box').inputValue()).toBe('养犬');
      await page.unroute(SEARCHES);
      await note.locator('button').click();
      await note.waitFor({ state: 'detached' });
      // the browser itself reports the 503
      site().complaints.splice(0);
    });
  });
}

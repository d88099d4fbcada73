/** Excluding a value, those that have none, three dates, one document: in the facets, the chips and the address. */
import { describe, expect, it } from 'vitest';
import type { GroupedAnswer } from '../../server/api.js';
import type { Site } from './site.js';

const WORD = encodeURIComponent('人工智能');

export function facetsSuite(site: () => Site): void {
  const ask = async (parameters: string): Promise<GroupedAnswer> => {
    const answer = await fetch(`${site().address}/api/search?group=document&q=${WORD}&${parameters}`);
    return (await answer.json()) as GroupedAnswer;
  };
  const counts = ({ total, documents }: GroupedAnswer) => `${total} 条，见于 ${documents} 份文件`;

  describe('the facets', () => {
    it('exclude a value from the facet itself, by mouse and by keyboard', async () => {
      const page = await site().open(`/?q=${WORD}`);
      const exclude = page.getByRole('button', { name: '排除 北京', exact: true });
      await exclude.waitFor();
      await page.locator('[id="city-北京"]').focus();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual(['非 北京 ✕']);
      expect(new URL(page.url()).searchParams.getAll('not.city')).toEqual(['北京']);
      expect(await exclude.getAttribute('aria-pressed')).toBe('true');
      const rest = await ask(`not.city=${encodeURIComponent('北京')}`);
      await expect.poll(() => page.locator('.counts').textContent()).toBe(counts(rest));
      expect(await page.evaluate('document.activeElement.id')).toBe('not-city-北京');
      // what is chosen is no longer excluded
      await page.locator('[id="city-北京"]').check();
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual(['北京 ✕']);
      await exclude.click();
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual(['非 北京 ✕']);
      await page.locator('.chip').click();
      await expect.poll(() => page.locator('.counts').textContent()).toBe(counts(await ask('')));
      expect(new URL(page.url()).search).not.toContain('not');
    });

    it('have a value for what has none, counted, which is a filter like others', async () => {
      const all = await ask('');
      const { count } = all.missing.status;
      expect(count).toBe(all.total);
      const page = await site().open(`/?q=${WORD}`);
      const box = page.getByRole('checkbox', { name: '状态未载' });
      await box.waitFor();
      expect(await page.locator('.facet-status .facet-count').last().textContent()).toBe(`${count}`);
      await box.check();
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual(['状态未载 ✕']);
      expect(new URL(page.url()).searchParams.getAll('missing')).toEqual(['status']);
      await page.locator('.chip').click();
      await expect.poll(() => box.isChecked()).toBe(false);
    });

    it('tell documents beside clauses', async () => {
      const { facets } = await ask('');
      const first = facets.city[0];
      const page = await site().open(`/?q=${WORD}`);
      const count = page.locator('.facet-city .facet-count').first();
      await count.waitFor();
      expect(await count.textContent()).toBe(`${first?.count}`);
      expect(await count.getAttribute('title')).toBe(`${first?.count} 条，见于 ${first?.documents} 份文件`);
    });

    it('speak of another date, and say which', async () => {
      const page = await site().open(`/?q=${WORD}&from=2000-01-01`);
      await page.locator('.chip').waitFor();
      await page.locator('#date').selectOption('signedOn');
      await expect.poll(() => page.url()).toContain('date=signedOn');
      const signed = await ask('from=2000-01-01&date=signedOn');
      await expect.poll(() => page.locator('.counts').textContent()).toBe(counts(signed));
      await expect
        .poll(() => page.locator('.chip').allTextContents())
        .toEqual(['成文日期 2000-01-01 及以后 ✕']);
    });

    it('are left when one document is searched, and its title is a chip', async () => {
      const { groups } = await ask('');
      const { document, total } = groups[0] as GroupedAnswer['groups'][number];
      const page = await site().open(`/?q=${WORD}&document=${encodeURIComponent(document.id)}`);
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual([`仅《${document.title}》 ✕`]);
      expect(await page.locator('.counts').textContent()).toBe(`${total} 条，见于 1 份文件`);
      await page.locator('.chip').click();
      await expect.poll(() => page.url()).not.toContain('document=');
    });
  });
}

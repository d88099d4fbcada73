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

    it('find a body by the server, once for a spell of typing, and not while an input method composes', async () => {
      const page = await site().open(`/?q=${WORD}`);
      await page.locator('.found').first().waitFor();
      const asked: URL[] = [];
      await page.route('**/api/facets/**', (route) => {
        const url = new URL(route.request().url());
        asked.push(url);
        const found = [{ value: '北京市人民政府', count: 7, documents: 1 }];
        const values = url.searchParams.get('contains') === 'bj' ? found : [];
        return route.fulfill({ json: { values, more: false } });
      });
      // the seeds have too few bodies for the box: it is shown for those of a made answer
      await page.route('**/api/search?*', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as GroupedAnswer;
        const made = Array.from({ length: 9 }, (_, n) => ({
          ...{ value: `机关${n}`, count: 1, documents: 1, selected: false, excluded: false },
        }));
        await route.fulfill({
          response,
          json: { ...answer, facets: { ...answer.facets, issuingBody: made } },
        });
      });
      await page.reload();
      const box = page.getByRole('searchbox', { name: '查找机关' });
      await box.pressSequentially('bj', { delay: 30 });
      await page.getByRole('checkbox', { name: '北京市人民政府' }).waitFor();
      expect(asked.map((url) => url.pathname + url.search)).toEqual([
        `/api/facets/issuingBody?q=${WORD}&group=document&contains=bj`,
      ]);
      await box.fill('zzz');
      await page.getByText('没有相符的机关').waitFor();
      await box.fill('');
      await page.getByRole('checkbox', { name: '机关0' }).waitFor();
      asked.splice(0);
      await box.focus();
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['b', 'be', 'bei']) {
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
        await page.waitForTimeout(60);
      }
      await page.waitForTimeout(400);
      expect(asked).toEqual([]);
      await keyboard.send('Input.insertText', { text: '北' });
      await expect.poll(() => asked.map((url) => url.searchParams.get('contains'))).toEqual(['北']);
    });
  });
}

/** The page of documents: their best clauses, the rest in place, and the way back to it. */
import { describe, expect, it } from 'vitest';
import type { GroupedAnswer, SearchAnswer } from '../../server/api.js';
import type { Site } from './site.js';

const WORD = encodeURIComponent('人工智能');
const FOCUSED = 'document.activeElement.id';

export function groupsSuite(site: () => Site): void {
  async function ask<Answer>(parameters: string): Promise<Answer> {
    return (await (await fetch(`${site().address}/api/search?${parameters}`)).json()) as Answer;
  }

  describe('a page of documents', () => {
    it('has up to three clauses of each, and opens the exact rest in place', async () => {
      const { groups } = await ask<GroupedAnswer>(`q=${WORD}&group=document`);
      const at = groups.findIndex(({ total }) => total > 3);
      const { document, total } = groups[at] as GroupedAnswer['groups'][number];
      const page = await site().open(`/?q=${WORD}`);
      const found = page.locator('.found');
      await found.first().waitFor();
      expect(await found.count()).toBe(groups.length);
      const one = found.nth(at);
      expect(await one.locator('.hit').count()).toBe(3);
      await one.getByText(`展开其余 ${total - 3} 条`).click();
      await expect.poll(() => one.locator('.hit').count()).toBe(total);
      const { hits } = await ask<SearchAnswer>(
        `q=${WORD}&size=100&document=${encodeURIComponent(document.id)}`,
      );
      const shown = one.locator('.hit').evaluateAll((all: { id: string }[]) => all.map(({ id }) => id));
      expect(await shown).toEqual(hits.map(({ clause }) => `hit-${clause.id}`));
      // the focus goes on at the first that came
      await expect.poll(() => page.evaluate(FOCUSED)).toBe(`hit-${hits[3]?.clause.id}`);
      await one.getByRole('button', { name: '收起' }).click();
      expect(await one.locator('.hit').count()).toBe(3);
      expect(await page.evaluate(FOCUSED)).toBe(`title-${document.id}`);
    });

    it('has the rest, the place and the focus again after going back and after reloading', async () => {
      const page = await site().open(`/?q=${WORD}`);
      await page.locator('.more-hits').first().click();
      const one = page.locator('.found').filter({ has: page.locator('.fold') });
      await one.locator('.fold').waitFor();
      const count = await one.locator('.hit').count();
      const link = one.locator('.hit .locator a').last();
      const id = await link.getAttribute('id');
      await link.focus();
      await page.waitForTimeout(300);
      const scrolled = await page.evaluate('scrollY');
      expect(scrolled).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await page.locator('.clause').first().waitFor();
      await page.goBack();
      for (const how of ['going back', 'reloading']) {
        await expect.poll(() => page.evaluate(FOCUSED), { message: how }).toBe(id);
        expect(await one.locator('.hit').count(), how).toBe(count);
        expect(await page.evaluate('scrollY'), how).toBe(scrolled);
        if (how === 'going back') await page.reload();
      }
      // another search begins folded up
      await page.locator('[id="city-北京"]').check();
      await page.locator('.chip').waitFor();
      await expect.poll(() => page.locator('.fold').count()).toBe(0);
    });

    it('says that a rest did not come, and asks for it again', async () => {
      const page = await site().open(`/?q=${WORD}`);
      await page.route('**/api/search?*document=*', (route) => route.abort());
      await page.locator('.more-hits').first().click();
      await page.locator('.found .note').waitFor();
      await page.unroute('**/api/search?*document=*');
      await page.locator('.more-hits').first().click();
      await page.locator('.fold').waitFor();
      expect(await page.locator('.found .note').count()).toBe(0);
      // the browser itself reports the request that we broke
      site().complaints.splice(0);
    });

    it('turns pages of documents', async () => {
      const { documents } = await ask<GroupedAnswer>(`q=${WORD}&group=document`);
      const page = await site().open(`/?q=${WORD}&size=1`);
      const last = page.locator('.pages a:not([rel])').last();
      expect(await last.textContent()).toBe(`${documents}`);
      await last.click();
      await expect.poll(() => page.locator('.pages [aria-current]').textContent()).toBe(`${documents}`);
      expect(await page.locator('.found').count()).toBe(1);
    });

    it('is a list of titles, newest first, where nothing is asked for in words', async () => {
      const page = await site().open('/?not.year=1900');
      await page.locator('.found').first().waitFor();
      expect(await page.locator('.hit').count()).toBe(0);
      expect(await page.locator('.counts').textContent()).toMatch(/^5 份文件，\d+ 条$/);
      const dates = await page.locator('.found time').allTextContents();
      expect(dates.length).toBeGreaterThan(2);
      expect(dates).toEqual([...dates].sort().reverse());
      const clauses = await page.locator('.found-facts').allTextContents();
      for (const facts of clauses) expect(facts).toMatch(/\d+ 条/);
    });

    it('is the flat list of clauses where the address asks for it', async () => {
      const { hits } = await ask<SearchAnswer>(`q=${WORD}`);
      const page = await site().open(`/?q=${WORD}&group=none`);
      await page.locator('.found').first().waitFor();
      while ((await page.locator('.more-hits').count()) > 0) await page.locator('.more-hits').first().click();
      const shown = await page
        .locator('.hit')
        .evaluateAll((all: { id: string }[]) => all.map(({ id }) => id));
      expect(new Set(shown)).toEqual(new Set(hits.map(({ clause }) => `hit-${clause.id}`)));
      expect(await page.getByText(/展开其余/).count()).toBe(0);
    });

    it.each(['', '&group=none'])('tells from where on only some of the words are held %s', async (list) => {
      const words = encodeURIComponent('算力 养犬');
      const { query } = await ask<SearchAnswer>(`q=${words}`);
      expect(query).toMatchObject({ match: 'all+any', allTotal: 0 });
      const none = await site().open(`/?q=${words}${list}`);
      await none.getByText('没有条款含有全部检索词').waitFor();
      expect(await none.locator('.some').count()).toBe(0);
      const both = encodeURIComponent('算力 芯片');
      const some = await ask<GroupedAnswer>(`q=${both}&group=document`);
      expect(some.query.match).toBe('all+any');
      expect(some.query.allDocuments).toBeGreaterThan(0);
      const page = await site().open(`/?q=${both}${list}`);
      await page.locator('.some').waitFor();
      const before = await page.locator('.found:not(.some ~ .found)').count();
      if (list === '') expect(before).toBe(some.query.allDocuments);
      expect(before).toBeGreaterThan(0);
      expect(await page.locator('.some ~ .found').count()).toBeGreaterThan(0);
    });
  });
}

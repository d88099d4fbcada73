import { describe, expect, it } from 'vitest';
import type { Site } from './site.js';

const PLAN = '/documents/001_481ff7906f0af67b';
const Q = encodeURIComponent('算力');

export function documentSuite(site: () => Site): void {
  describe('a document', () => {
    it('opens at the clause that was found, below the head of the page', async () => {
      const page = await site().open(`/?q=${Q}`);
      await page.locator('.hit [data-key=o]').first().click();
      const linked = page.locator('.clause.linked');
      await linked.waitFor();
      const { y: top = 0 } = (await linked.boundingBox()) ?? {};
      const head = await page.locator('.document-bar').boundingBox();
      const bar = (head?.y ?? 0) + (head?.height ?? 0);
      expect(top).toBeGreaterThanOrEqual(bar);
      expect(top).toBeLessThan(700);
      expect(decodeURIComponent(new URL(page.url()).hash.slice(1))).toBe(await linked.getAttribute('id'));
      expect(await linked.locator('mark').first().textContent()).toBe('算力');
    });

    it('shows contents, text, and where each field is known from', async () => {
      const page = await site().open(PLAN);
      await page.locator('.clause').first().waitFor();
      expect(await page.locator('h1').textContent()).toContain('实施方案（2023-2025年）');
      expect(await page.locator('nav.contents li').count()).toBeGreaterThan(4);
      const about = page.locator('.about');
      expect(await about.textContent()).toContain('北京市人民政府');
      expect(await about.locator('.provenance').count()).toBeGreaterThan(3);
      expect(await about.locator('a[href$="/raw"]').textContent()).toBe('查看原始文件');
      expect(await about.textContent()).toContain('纯文本 · ');
      expect(await about.locator('a[href$="/file"]').count()).toBe(0); // seeds are indexed without --keep-files
      expect(await about.locator('.source').getAttribute('href')).toContain(
        'https://news.cctv.com/2023/05/30/',
      );
      await expect.poll(() => page.title()).toContain('人工智能创新策源地');
    });

    it('steps from match to match', async () => {
      const page = await site().open(`${PLAN}?q=${Q}`);
      const counts = page.locator('.hit-steps .counts');
      await expect.poll(() => counts.textContent()).toMatch(/^1 \/ \d/);
      await page.locator('.hit-steps button').last().click();
      await expect.poll(() => counts.textContent()).toMatch(/^2 \/ \d/);
      await page.locator('.hit-steps button').first().click();
      await expect.poll(() => counts.textContent()).toMatch(/^1 \/ \d/);
      expect(await page.locator('.clause.linked mark').count()).toBeGreaterThan(0);
    });

    it('follows the reading in its contents', async () => {
      const page = await site().open(PLAN);
      const last = page.locator('nav.contents a').last();
      await last.click();
      await expect.poll(() => page.locator('nav.contents [aria-current]').count()).toBe(1);
      // What is far was not laid out: the end may be further down once one is there.
      const atEnd = 'innerHeight + scrollY >= document.documentElement.scrollHeight - 2';
      await expect.poll(() => page.evaluate(`scrollTo(0, document.body.scrollHeight), ${atEnd}`)).toBe(true);
      await expect
        .poll(() => page.locator('nav.contents [aria-current]').textContent())
        .toBe(await last.textContent());
    });

    it('gives each clause its number, or a sign, as a link to itself', async () => {
      const page = await site().open(PLAN);
      await page.locator('.clause').first().waitFor();
      const clauses = await page.locator('.clause').count();
      expect(await page.locator('.clause :is(.label, .clause-link)').count()).toBe(clauses);
      await page.locator('.clause .label').nth(2).click();
      expect(await page.locator('.clause.linked').count()).toBe(1);
    });

    it('shows damage for what it is', async () => {
      const page = await site().open('/documents/002_37e47d0af3f636e6');
      await page.locator('.clause').first().waitFor();
      expect(await page.locator('.damage').count()).toBeGreaterThan(0);
      const notes = await page.locator('.damage-note').allTextContents();
      expect(notes.length).toBeGreaterThan(0);
      for (const note of notes)
        expect(note).toMatch(/^“.*”处(有残损，为转载网站所致|已作修复，转载网站上作“.*”)。/s);
      expect(await page.locator('article').first().getAttribute('lang')).toBe('zh-Hant');
    });

    it('says when there is no such document, and where to go', async () => {
      const page = await site().open('/documents/nowhere');
      await page.locator('.problem a').click();
      await page.locator('.examples').waitFor();
      // the browser itself reports the 404
      site().complaints.splice(0);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../../server/cite/cite.js';
import type { Site } from './site.js';

const Q = encodeURIComponent('算力');
const PASTED = 'navigator.clipboard.readText()';
const PASTED_HTML = `navigator.clipboard.read().then(async ([item]) =>
  item.types.includes('text/html') ? (await item.getType('text/html')).text() : '')`;

export function citationSuite(site: () => Site): void {
  describe('copying', () => {
    it('copies the citation that the server gives, and says which', async () => {
      const page = await site().open(`/?q=${Q}`);
      const button = page.locator('.hit [data-key=c]').first();
      await button.click();
      await expect.poll(() => button.textContent()).toBe('GB/T 7714—2015 已复制');
      const pasted = String(await page.evaluate(PASTED));
      expect(pasted).toContain('北京市人民政府');
      expect(pasted).toContain('https://news.cctv.com/2023/05/30/');
      expect(await page.evaluate(PASTED_HTML)).toBe('');
      await page.locator('#box').focus();
      await expect.poll(() => button.textContent()).toBe('复制引注');
    });

    it('remembers the style that was chosen', async () => {
      const page = await site().open(`/?q=${Q}`);
      await page.locator('.hit .tool-menu').first().click();
      await page.getByRole('menu').waitFor();
      expect(await page.getByRole('menuitemradio').count()).toBe(CITATION_STYLES.length);
      await page.getByRole('menuitemradio', { name: 'BibTeX' }).click();
      await expect.poll(() => page.evaluate(PASTED)).toMatch(/^@\w+\{/);
      expect(await page.getByRole('menu').count()).toBe(0);
      await page.reload();
      await page.locator('.hit [data-key=c]').first().click();
      await expect.poll(() => page.locator('.hit [data-key=c]').first().textContent()).toBe('BibTeX 已复制');
    });

    it.each(['纯文本', 'Markdown'])('%s has HTML beside it, with the source as a link', async (name) => {
      const page = await site().open(`/?q=${Q}`);
      await page.locator('.hit .tool-menu').first().click();
      await page.getByRole('menuitemradio', { name }).click();
      // A clipboard that is written while it is read is an error of the reading.
      await expect.poll(() => page.locator('.hit [data-key=c]').first().textContent()).toContain('已复制');
      expect(await page.evaluate(PASTED_HTML)).toContain('href="https://news.cctv.com/');
      expect(await page.evaluate(PASTED_HTML)).toContain('算力');
    });

    it('closes the menu by Escape, and moves in it by arrows', async () => {
      const page = await site().open(`/?q=${Q}`);
      const menu = page.locator('.hit .tool-menu').first();
      await menu.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.evaluate('document.activeElement.textContent')).toBe('GB/T 7714—2025');
      await page.keyboard.press('Escape');
      expect(await page.getByRole('menu').count()).toBe(0);
      expect(await page.evaluate('document.activeElement.className')).toBe('tool tool-menu');
    });

    it('saves the citation as a file, in the style that is chosen', async () => {
      const page = await site().open(`/?q=${Q}`);
      await page.locator('.hit .tool-menu').first().click();
      await page.getByRole('menuitemradio', { name: 'RIS' }).click();
      await page.locator('.hit .tool-menu').first().click();
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: '存为文件' }).click(),
      ]);
      expect(saved.suggestedFilename()).toMatch(/\.ris$/);
    });

    it('copies a link that leads to the clause', async () => {
      const page = await site().open(`/?q=${Q}`);
      await page.getByRole('button', { name: '复制链接' }).first().click();
      await page.getByRole('button', { name: '链接已复制' }).waitFor();
      const link = new URL(String(await page.evaluate(PASTED)));
      const there = await site().open(link.pathname + link.hash);
      await there.locator('.clause.linked').waitFor();
      expect(await there.locator('.clause.linked').textContent()).toContain('算力');
    });

    it('copies the whole document and a clause from the document page', async () => {
      const page = await site().open('/documents/001_481ff7906f0af67b');
      await page.getByRole('button', { name: '引用全文' }).click();
      await expect.poll(() => page.evaluate(PASTED)).toContain('北京市人民政府');
      const clause = page.locator('.clause.body').nth(3);
      await clause.hover();
      await clause.locator('[data-key=c]').click();
      await expect.poll(() => clause.locator('[data-key=c]').textContent()).toContain('已复制');
    });
  });
}

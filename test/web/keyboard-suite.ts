import { describe, expect, it } from 'vitest';
import type { Site } from './site.js';

const FOCUSED = 'document.activeElement.id';

export function keyboardSuite(site: () => Site): void {
  describe('the keyboard', () => {
    it('goes from hit to hit, copies, opens, filters', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力')}`);
      await page.locator('.hit').first().waitFor();
      const hits = await page
        .locator('.hit')
        .evaluateAll((found: { id: string }[]) => found.map(({ id }) => id));
      await page.keyboard.press('j');
      await expect.poll(() => page.evaluate(FOCUSED)).toBe(hits[0]);
      await page.keyboard.press('j');
      expect(await page.evaluate(FOCUSED)).toBe(hits[1]);
      await page.keyboard.press('k');
      expect(await page.evaluate(FOCUSED)).toBe(hits[0]);
      await page.keyboard.press('c');
      await expect.poll(() => page.locator('.hit [data-key=c]').first().textContent()).toContain('已复制');
      await page.keyboard.press('f');
      await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('issuingBody');
      await page.keyboard.press('/');
      expect(await page.evaluate(FOCUSED)).toBe('box');
      await page.keyboard.press('End');
      await page.keyboard.press('j');
      expect(await page.locator('#box').inputValue()).toBe('算力j');
    });

    it('opens the clause in focus', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力')}`);
      await page.locator('.hit').first().waitFor();
      await page.keyboard.press('j');
      await page.keyboard.press('o');
      await page.locator('.clause.linked').waitFor();
    });

    it('does not scroll by the key that goes to the box, nor by going through the head', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('人工智能')}`);
      await page.locator('.hit').first().waitFor();
      await page.evaluate('scrollTo(0, 900)');
      await page.keyboard.press('/');
      for (let stop = 0; stop < 6; stop += 1) {
        expect(await page.evaluate(`document.activeElement.closest('.head') !== null`)).toBe(true);
        expect(await page.evaluate('scrollY')).toBe(900);
        await page.keyboard.press('Tab');
      }
      // what has the focus in the text stands below the head
      await page.locator('.hit [data-key=o]').nth(9).focus();
      for (let stop = 0; stop < 8; stop += 1) {
        await page.keyboard.press('Shift+Tab');
        const top = await page.evaluate('document.activeElement.getBoundingClientRect().top');
        expect(top).toBeGreaterThanOrEqual(60);
      }
    });

    it('goes on by a key that is held, and does nothing else again', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力')}`);
      await page.locator('.hit').first().waitFor();
      await page.keyboard.down('j');
      await page.keyboard.down('j');
      const second = await page.locator('.hit').nth(1).getAttribute('id');
      await expect.poll(() => page.evaluate(FOCUSED)).toBe(second);
      const keyboard = await page.context().newCDPSession(page);
      const held = { key: '?', text: '?', autoRepeat: true };
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...held });
      await page.waitForTimeout(500);
      expect(await page.locator('dialog[open]').count()).toBe(0);
    });

    it('lists its keys', async () => {
      const page = await site().open('/');
      await page.locator('.examples').waitFor();
      await page.keyboard.press('?');
      await page.locator('dialog[open]').waitFor();
      expect(await page.locator('dialog[open] kbd').allTextContents()).toEqual([
        '/',
        'j',
        'k',
        'c',
        'o',
        'f',
        '?',
      ]);
      await page.keyboard.press('j');
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
    });
  });
}

import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Site } from './site.js';

/** What axe finds, where its source has been evaluated. */
export const RUN = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ')))`;

const Q = encodeURIComponent('算力');
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
/** What can be tapped and is less than 24 px wide or high; a number in a line of text has room around it (::after). */
export const SMALL_TARGETS = `[...document.querySelectorAll('a, button, input:not(label *), select, summary, label:has(input)')]
  .filter((element) => element.checkVisibility() && !element.closest('.unseen, .skip, dialog:not([open])'))
  .filter((element) => {
    const boxes = [element.getBoundingClientRect()];
    const around = getComputedStyle(element, '::after');
    const wide = around.content === 'none' ? 0 : parseFloat(around.minWidth) || 0;
    return boxes.some(({ width, height }) => Math.max(width, wide) < 24 || height < 24);
  })
  .map((element) => element.outerHTML.slice(0, 120))`;

const PAGES = [
  ['start', '/'],
  ['results', `/?q=${Q}&city=${encodeURIComponent('北京')}`],
  ['document', `/documents/001_481ff7906f0af67b?q=${Q}`],
  ['excluded and missing', `/?q=${Q}&not.city=${encodeURIComponent('成都')}&missing=status&group=none`],
  ['list of titles', '/?missing=status'],
  ['damaged document', '/documents/002_37e47d0af3f636e6?q=%E5%B8%82'],
  ['nothing found', '/?q=%22zzz%22'],
] as const;

export function accessibilitySuite(site: () => Site): void {
  describe('everybody', () => {
    for (const [name, path] of PAGES) {
      it.each(['light', 'dark'] as const)(`${name}: axe finds nothing, %s`, async (colorScheme) => {
        // The policy forbids the foreign script of axe, and only here is it lifted.
        const page = await site().open(path, { colorScheme, bypassCSP: true });
        await page.locator('.found, .newest article, .clause, .nothing').first().waitFor();
        await page.evaluate(axe.source);
        expect(await page.evaluate(RUN)).toEqual([]);
      });

      it(`${name}: nothing overflows at 390 px`, async () => {
        const page = await site().open(path, {
          viewport: { width: 390, height: 844 },
          hasTouch: true,
          isMobile: true,
        });
        await page.locator('.found, .newest article, .clause, .nothing').first().waitFor();
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
        expect(await page.evaluate('innerWidth')).toBe(390);
      });
    }

    it.each(['zh-TW', 'en-GB'])('axe finds nothing in %s, wide or narrow', async (locale) => {
      const page = await site().open(PAGES[3][1], { locale, bypassCSP: true });
      await page.evaluate(axe.source);
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 844 });
        await page.locator(width > 900 ? '.facets' : '.sheet-bar').waitFor();
        expect(await page.evaluate(RUN)).toEqual([]);
      }
    });

    it('finds the filters in a sheet on a phone', async () => {
      const page = await site().open(PAGES[1][1], PHONE);
      await page.getByRole('button', { name: '筛选 (1)' }).tap();
      const sheet = page.locator('dialog[open]');
      await sheet.getByText('2023', { exact: true }).tap();
      await expect.poll(() => page.url()).toContain('year=2023');
      await sheet.getByRole('button', { name: /查看结果/ }).tap();
      await page.getByRole('button', { name: '筛选 (2)' }).waitFor();
    });

    it('on a phone has tools at the one hit that was tapped, and the filters cover no text', async () => {
      const page = await site().open(`/?q=${Q}`, PHONE);
      await page.locator('.hit').first().waitFor();
      expect(await page.locator('.tools:visible').count()).toBe(0);
      await page.locator('.hit .snippet').nth(1).tap();
      await expect.poll(() => page.locator('.tools:visible').count()).toBe(1);
      expect(await page.locator('.hit').nth(1).locator('.tools').isVisible()).toBe(true);
      // the bar is as wide as the window and lets nothing through
      const bar = page.locator('.sheet-bar');
      expect(await bar.boundingBox()).toMatchObject({ x: 0, width: 390 });
      expect(
        await page.evaluate(`getComputedStyle(document.querySelector('.sheet-bar')).backgroundColor`),
      ).toMatch(/^rgb\(/);
    });

    it.each(PAGES)('%s: a finger has 24 px for whatever can be tapped', async (_, path) => {
      const page = await site().open(path, PHONE);
      await page.locator('.found, .newest article, .clause, .nothing').first().waitFor();
      await page.waitForTimeout(300);
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    });

    it('has 24 px in the sheet of the filters too', async () => {
      const page = await site().open(PAGES[1][1], PHONE);
      await page.getByRole('button', { name: '筛选 (1)' }).tap();
      await page.locator('dialog[open] .facet-value').first().waitFor();
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    });

    it.each([
      // browser    page       said
      ['zh-CN', 'zh-Hans', '7 条，见于 4 份文件'],
      ['zh-TW', 'zh-Hant', '7 條，見於 4 份文件'],
      ['zh-HK', 'zh-Hant', '7 條，見於 4 份文件'],
      ['en-GB', 'en', '7 clauses in 4 documents'],
      ['de-DE', 'en', '7 clauses in 4 documents'],
    ])('a browser in %s gets the page in %s', async (locale, lang, said) => {
      const page = await site().open(`/?q=${Q}`, { locale });
      await expect.poll(() => page.locator('.counts').textContent()).toBe(said);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    });

    it('names themes in the language of the page', async () => {
      const page = await site().open(`/?q=${Q}&theme=${Q}`, { locale: 'en-GB' });
      await expect.poll(() => page.locator('.chip').textContent()).toBe('Computing power ✕');
      await page.getByRole('checkbox', { name: 'Computing power' }).waitFor();
    });

    it('keeps the language that was chosen, and honours the one in the address', async () => {
      const page = await site().open(`/?q=${Q}`);
      await page.getByRole('button', { name: 'EN' }).click();
      await page.getByText('7 clauses in 4 documents').first().waitFor();
      await page.reload();
      await page.getByText('7 clauses in 4 documents').first().waitFor();
      await page.goto(`${site().address}/?q=${Q}&lang=zh-Hant`);
      await page.getByText('7 條，見於 4 份文件').first().waitFor();
    });

    it('marks every text with its own script, and shows it in the other when asked', async () => {
      const page = await site().open(`/?q=${Q}`);
      const titles = page.locator('.found-title');
      await titles.first().waitFor();
      const langs = () => titles.evaluateAll((found: { lang: string }[]) => found.map(({ lang }) => lang));
      expect(new Set(await langs())).toEqual(new Set(['zh-Hans', 'zh-Hant']));
      await page.locator('#script').selectOption('hant');
      // the first text that is shown in Traditional waits for the dictionary
      await expect.poll(() => titles.first().textContent(), { timeout: 10_000 }).toContain('實施方案');
      expect(new Set(await langs())).toEqual(new Set(['zh-Hant']));
      expect(page.url()).toContain('script=hant');
    });

    it('is dark where that is wished, by the system or by the reader', async () => {
      const ground = 'getComputedStyle(document.body).backgroundColor';
      const page = await site().open('/', { colorScheme: 'dark' });
      expect(await page.evaluate(ground)).toBe('rgb(23, 22, 20)');
      await page.locator('#colours').click();
      expect(await page.evaluate(ground)).toBe('rgb(253, 252, 249)');
      await page.reload();
      await page.locator('.newest article').first().waitFor();
      expect(await page.evaluate(ground)).toBe('rgb(253, 252, 249)');
    });
  });
}

/** Finding an issuing body among more than the facet shows, and a number among what is suggested. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { FacetValuesAnswer } from '../../server/api.js';
import { BODIES } from './made-texts.js';
import type { Site } from './site.js';

const Q = encodeURIComponent('试点');
const FACETS = '**/api/facets/**';

export function foundValuesSuite(site: () => Site): void {
  const openBox = async (locale = 'zh-CN') => {
    const page = await site().open(`/?q=${Q}`, { locale });
    const box = page.getByRole('searchbox');
    await box.waitFor();
    return { page, box, asked: askedOf(page) };
  };
  const askedOf = (page: Page): string[] => {
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.startsWith('/api/facets/')) asked.push(searchParams.get('contains') ?? '');
    });
    return asked;
  };

  describe('the box that finds a body', () => {
    it('asks the server, by name, abbreviation or pinyin, once for a spell of typing', async () => {
      const { page, box, asked } = await openBox();
      for (const [typed, found] of [
        ['信息', ['工业和信息化部']],
        ['发改委', ['国家发展和改革委员会']],
        ['gxb', ['工业和信息化部']],
      ] as const) {
        await box.fill('');
        await box.pressSequentially(typed, { delay: 30 });
        await page.getByText(`${found.length} 个机关`).waitFor();
        const names = page.locator('.facet-issuingBody .facet-value .facet-name:not(.lacking *)');
        await expect.poll(() => names.allTextContents()).toEqual(found);
      }
      expect(asked).toEqual(['信息', '发改委', 'gxb']);
      const answer = await fetch(`${site().address}/api/facets/issuingBody?contains=gxb&q=${Q}`);
      const [value] = ((await answer.json()) as FacetValuesAnswer).values;
      await page.getByRole('checkbox', { name: /^工业和信息化部/ }).check();
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual([`${value?.value} ✕`]);
      await expect
        .poll(() => page.locator('.counts').textContent())
        .toMatch(new RegExp(`^${value?.count} 条`));
    });

    it('says when there is none, and lists the first again when it is empty', async () => {
      const { page, box } = await openBox();
      await box.fill('海关');
      await page.getByText('没有相符的机关').waitFor();
      await box.fill('');
      await page.getByText(`全部 ${BODIES.length} 项`).waitFor();
      expect(await box.getAttribute('maxlength')).toBe('100'); // of what the API takes
    });

    it('does not ask while an input method composes', async () => {
      const { page, box, asked } = await openBox();
      await box.focus();
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['s', 'sh', 'shui']) {
        await keyboard.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
        await page.waitForTimeout(60);
      }
      await page.waitForTimeout(400);
      expect(asked).toEqual([]);
      await keyboard.send('Input.insertText', { text: '水' });
      await expect.poll(() => asked).toEqual(['水']);
    });

    it.each([
      ['zh-CN', 0, '连接不到服务器'],
      ['zh-CN', 503, '检索服务暂时不可用'],
      ['zh-TW', 503, '檢索服務暫時無法使用'],
      ['en-GB', 500, 'Something went wrong'],
    ])('says what failed: %s, %i', async (locale, status, said) => {
      const { page, box } = await openBox(locale);
      await page.route(FACETS, (route) =>
        status === 0 ? route.abort() : route.fulfill({ status, json: { status } }),
      );
      await box.fill('水');
      await page.locator('.facet-issuingBody [role=status]').getByText(said).waitFor();
      // the browser itself reports the request that we broke
      site().complaints.splice(0);
    });
  });

  it('a number that is suggested finds its document', async () => {
    const page = await site().open('/');
    await page.locator('#box').pressSequentially('农市发', { delay: 30 });
    await page.getByRole('option', { name: /^农市发〔2020〕7号 \d+ 条$/ }).click();
    await expect.poll(() => page.locator('#box').inputValue()).toBe('农市发〔2020〕7号');
    await expect
      .poll(() => page.locator('.found-title a').allTextContents())
      .toContain('关于联合开展数字乡村试点的通知');
  });
}

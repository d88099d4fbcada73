/** What is suggested under the box: by keys, by mouse, by touch, with an input method, aloud. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SuggestAnswer } from '../../server/api.js';
import { PHONE, RUN } from './accessibility-suite.js';
import type { Site } from './site.js';

const SUGGESTING = '**/api/suggest?*';
/** By its id, what the box says is active in the list; and what the list says is selected. */
const ACTIVE = `document.getElementById(document.getElementById('box').getAttribute('aria-activedescendant'))?.textContent ?? ''`;
const SELECTED = `[...document.querySelectorAll('[role=option][aria-selected=true]')].map(({ textContent }) => textContent)`;

export function suggestionsSuite(site: () => Site): void {
  const ask = async (q: string): Promise<SuggestAnswer['suggestions']> => {
    const answer = await fetch(`${site().address}/api/suggest?${new URLSearchParams({ q })}`);
    return ((await answer.json()) as SuggestAnswer).suggestions;
  };
  const type = async (page: Page, q: string): Promise<void> => {
    await page.locator('#box').pressSequentially(q, { delay: 30 });
    await page.locator('#suggestions').waitFor();
  };
  const options = (page: Page) => page.getByRole('listbox').getByRole('option');
  const said = ({ text, count }: SuggestAnswer['suggestions'][number]) => `${text} ${count} 条`;

  describe('suggestions', () => {
    // An index that is new is read beside all other work, and what has been read so far is suggested.
    beforeAll(() =>
      // titles are read last
      vi.waitFor(async () => expect((await ask('bj')).map(({ kind }) => kind)).toContain('title'), {
        ...{ timeout: 60_000, interval: 500 },
      }),
    );

    it('are a list of the box, those of a kind together, each with its count, and are announced', async () => {
      const page = await site().open('/');
      const box = page.getByRole('combobox', { name: '检索政策文件' });
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      await type(page, '方案');
      expect(await box.getAttribute('aria-expanded')).toBe('true');
      expect(await box.getAttribute('aria-controls')).toBe(
        await page.getByRole('listbox').getAttribute('id'),
      );
      const expected = await ask('方案');
      const kinds = new Set(expected.map(({ kind }) => kind));
      expect([...kinds]).toEqual(['term', 'title']);
      const inOrder = [...kinds].flatMap((kind) => expected.filter((one) => one.kind === kind));
      expect(await options(page).allTextContents()).toEqual(inOrder.map(said));
      expect(
        await page.getByRole('listbox').getByRole('group', { name: '标题' }).getByRole('option').count(),
      ).toBe(expected.filter(({ kind }) => kind === 'title').length);
      await page.getByRole('status').getByText(`有 ${expected.length} 条检索建议`).waitFor();
    });

    it('go by the keys of a combobox, and the focus stays in the box', async () => {
      const page = await site().open('/');
      await type(page, '成都');
      const all = await options(page).allTextContents();
      expect(all.length).toBeGreaterThan(2);
      for (const [key, active] of [
        ['ArrowDown', all[0]],
        ['ArrowDown', all[1]],
        ['ArrowUp', all[0]],
        ['ArrowUp', ''],
        ['ArrowUp', all.at(-1)],
        ['ArrowDown', ''],
        ['ArrowDown', all[0]],
        ['End', all.at(-1)],
        ['Home', all[0]],
      ] as const) {
        await page.keyboard.press(key);
        await expect.poll(() => page.evaluate(ACTIVE), { message: key }).toBe(active);
        expect(await page.evaluate(SELECTED)).toEqual(active === '' ? [] : [active]);
        expect(await page.evaluate('document.activeElement.id')).toBe('box');
      }
      const box = page.locator('#box');
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('#suggestions').count()).toBe(0);
      expect(await box.getAttribute('aria-expanded')).toBe('false');
      expect(await box.getAttribute('aria-activedescendant')).toBeNull();
      expect(await box.inputValue()).toBe('成都');
      await page.keyboard.press('ArrowDown');
      await page.locator('#suggestions').waitFor();
      await page.keyboard.press('Tab');
      await expect.poll(() => page.locator('#suggestions').count()).toBe(0);
      expect(await page.evaluate('document.activeElement.id')).not.toBe('box');
    });

    it('leave Home and End to the text while none is active, and Enter searches for what is typed', async () => {
      const page = await site().open('/documents/001_481ff7906f0af67b');
      await type(page, '成都');
      await page.keyboard.press('Home');
      expect(await page.evaluate(`document.getElementById('box').selectionStart`)).toBe(0);
      expect(await page.evaluate(ACTIVE)).toBe('');
      await page.keyboard.press('Enter');
      await page.locator('.found').first().waitFor();
      expect(new URL(page.url()).search).toBe(`?q=${encodeURIComponent('成都')}`);
      expect(await page.locator('#suggestions').count()).toBe(0);
    });

    it.each(['bj', 'zncx'])('lead, each, to the count that they tell: %s', async (typed) => {
      const suggestions = await ask(typed);
      expect(suggestions.length).toBeGreaterThan(0);
      const page = await site().open('/');
      for (const suggestion of suggestions) {
        await page.goto(`${site().address}/?year=2021&sort=oldest&q=x`);
        await page.locator('#box').fill('');
        await type(page, typed);
        await page.getByRole('option', { name: said(suggestion), exact: true }).click();
        await expect.poll(() => page.locator('.counts').textContent()).toMatch(/^\d/);
        const { searchParams } = new URL(page.url());
        expect(searchParams.get('q') ?? '').toBe(suggestion.q);
        expect(searchParams.getAll('issuingBody')).toEqual(suggestion.filters.issuingBody ?? []);
        expect(searchParams.has('year')).toBe(false);
        const counted =
          suggestion.q === ''
            ? new RegExp(`，${suggestion.count} 条$`)
            : new RegExp(`^${suggestion.count} 条`);
        await expect.poll(() => page.locator('.counts').textContent()).toMatch(counted);
        expect(await page.locator('#box').inputValue()).toBe(suggestion.q);
        expect(await page.locator('#suggestions').count()).toBe(0);
      }
    });

    it('by Enter: a body is the filter', async () => {
      const page = await site().open('/');
      await type(page, 'bj');
      const name = '北京市人民政府';
      const at = (await options(page).allTextContents()).findIndex((text) => text.startsWith(`${name} `));
      for (let step = 0; step <= at; step += 1) await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.evaluate(ACTIVE)).toMatch(new RegExp(`^${name} `));
      await page.keyboard.press('Enter');
      await expect.poll(() => page.locator('.chip').allTextContents()).toEqual([`${name} ✕`]);
      await expect.poll(() => page.locator(`[id="issuingBody-${name}"]`).isChecked()).toBe(true);
    });

    it('are those of the last letter: an older answer never follows a newer one', async () => {
      const page = await site().open('/');
      let held = 0;
      await page.route(SUGGESTING, async (route) => {
        if (new URL(route.request().url()).searchParams.get('q') !== '方') return route.continue();
        held += 1;
        const response = await route.fetch();
        await new Promise((resolve) => setTimeout(resolve, 1200));
        await route.fulfill({ response }).catch(() => undefined); // it was given up
      });
      await page.locator('#box').pressSequentially('方');
      await expect.poll(() => held).toBe(1);
      await page.locator('#box').pressSequentially('案');
      await page.locator('#suggestions').waitFor();
      const newer = await options(page).allTextContents();
      expect(newer[0]).toBe(said((await ask('方案'))[0] as never));
      await page.waitForTimeout(1500);
      expect(await options(page).allTextContents()).toEqual(newer);
    });

    it('do not open over what was found when they come behind the Enter', async () => {
      const page = await site().open('/');
      await page.route('**/assets/suggestions-*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
      });
      await page.locator('#box').pressSequentially('方案');
      await page.keyboard.press('Enter');
      await page.locator('.found').first().waitFor();
      await page.waitForTimeout(1000);
      expect(await page.locator('#suggestions').count()).toBe(0);
    });

    it('ask once for a spell of typing, and not while an input method composes', async () => {
      const page = await site().open('/documents/001_481ff7906f0af67b');
      const asked: (string | null)[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/api/suggest')) asked.push(new URL(request.url()).searchParams.get('q'));
      });
      await page.locator('#box').focus();
      const keyboard = await page.context().newCDPSession(page);
      for (const text of ['f', 'fa', 'fang', 'fang a']) {
        await keyboard.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
        await page.waitForTimeout(60);
      }
      await page.waitForTimeout(400);
      expect(asked).toEqual([]);
      // Enter commits what is composed: it neither searches nor chooses
      const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 229 };
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
      await keyboard.send('Input.insertText', { text: '方案' });
      await page.locator('#suggestions').waitFor();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => page.evaluate(ACTIVE)).not.toBe('');
      await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
      await page.waitForTimeout(200);
      expect(new URL(page.url()).pathname).toBe('/documents/001_481ff7906f0af67b');
      expect(asked).toEqual(['方案']);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/?q=*');
    });

    it('are chosen by a finger, on a phone: 24 px and more, in the window, and the keyboard goes', async () => {
      const page = await site().open('/', PHONE);
      await type(page, '方案');
      const list = await page.locator('#suggestions').boundingBox();
      expect((list?.y ?? 0) + (list?.height ?? 999)).toBeLessThanOrEqual(844);
      for (const option of await options(page).all())
        expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await options(page).nth(1).tap();
      await page.locator('.found').first().waitFor();
      expect(await page.locator('#suggestions').count()).toBe(0);
      expect(await page.evaluate('document.activeElement.id')).not.toBe('box');
    });

    it.each([
      ['zh-CN', '词语', '发文机关', '条检索建议'],
      ['zh-TW', '詞語', '發文機關', '項檢索建議'],
      ['en-GB', 'Terms', 'Issuing bodies', 'suggestions'],
    ])(
      'are worded in the language of the page, and axe finds nothing: %s',
      async (locale, term, body, told) => {
        for (const [colorScheme, width] of [
          ['light', 1280],
          ['dark', 390],
        ] as const) {
          const page = await site().open('/', {
            locale,
            colorScheme,
            viewport: { width, height: 844 },
            bypassCSP: true,
          });
          await type(page, 'bj');
          await page.keyboard.press('ArrowDown');
          for (const name of [term, body])
            await page.getByRole('listbox').getByRole('group', { name }).waitFor();
          const count = await options(page).count();
          await page
            .getByRole('status')
            .getByText(new RegExp(`${count} ${told}`))
            .waitFor();
          await page.evaluate(axe.source);
          expect(await page.evaluate(RUN)).toEqual([]);
        }
      },
    );
  });
}

/** The words of a search: what was understood of them, what was looked for beside them, and where. */
import { describe, expect, it } from 'vitest';
import type { GroupedAnswer } from '../../server/api.js';
import type { Site } from './site.js';

export function wordsSuite(site: () => Site): void {
  const ask = async (parameters: Readonly<Record<string, string>>): Promise<GroupedAnswer> => {
    const asked = new URLSearchParams({ group: 'document', ...parameters });
    return (await (await fetch(`${site().address}/api/search?${asked}`)).json()) as GroupedAnswer;
  };
  const open = (parameters: Readonly<Record<string, string>>, locale = 'zh-CN') =>
    site().open(`/?${new URLSearchParams(parameters)}`, { locale });

  describe('what was understood', () => {
    it('is a chip a word that drops it, and takes a run whole', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力资源 -农业 “北京”')}`);
      const words = page.locator('.understood .word');
      await words.first().waitFor();
      const [run] = (await words.allTextContents()).slice(-1);
      const wholeIn = async (q: string) => `整串“算力资源” ${(await ask({ q })).total} 条`;
      expect(run).toBe(await wholeIn('"算力资源" -农业 "北京"'));
      // Chips are of what was answered: the next press waits for the answer to the one before.
      for (const [dropped, rest] of [
        ['−农业', '算力资源 "北京"'],
        ['“北京”', '算力资源'],
      ] as const) {
        const chip = page.getByRole('link', { name: `去掉 ${dropped}` });
        await chip.click();
        await expect.poll(() => page.locator('#box').inputValue()).toBe(rest);
        await chip.waitFor({ state: 'detached' });
      }
      const { total } = await ask({ q: '"算力资源"' });
      expect(total).toBeGreaterThan(0);
      await page.getByRole('link', { name: await wholeIn('"算力资源"'), exact: true }).click();
      await expect.poll(() => page.locator('#box').inputValue()).toBe('"算力资源"');
      await expect.poll(() => page.locator('.counts').textContent()).toMatch(new RegExp(`^${total} 条`));
    });

    it.each([
      ['zh-TW', (n: number) => `整串「算力资源」${n} 條`],
      ['en-GB', (n: number) => `All of “算力资源”: ${n} clauses`],
    ])('tells what a run finds whole: %s', async (locale, name) => {
      const { total } = await ask({ q: '"算力资源"', year: '2023' });
      const page = await open({ q: '算力资源', year: '2023' }, locale);
      await page.getByRole('link', { name: name(total), exact: true }).waitFor();
    });

    it('says what was not looked for, and why', async () => {
      const page = await site().open(`/?q=${encodeURIComponent('算力 ！！')}`);
      await page.getByText('“！！”未用于检索：标点符号不能单独检索。').waitFor();
    });

    const many = Array.from({ length: 33 }, (_, at) => `算力${at}`).join(' ');
    it.each([
      ['zh-CN', '|算力', '“|”未用于检索：此处两边没有可以连接或排除的词。'],
      ['zh-TW', '算力*', '「*」未用於檢索：不使用萬用字元，詞在更長的詞中也能找到。'],
      ['en-GB', many, 'was not used in the search: at most 32 words are used.'],
      ['zh-CN', 'What is artificial intelligence for', '未用于检索：英文问句中只检索词表收有的词。'],
      ['zh-TW', 'What is artificial intelligence for', '未用於檢索：英文問句中只檢索詞表收有的詞。'],
    ])('words each reason itself, by its code: %s, %s', async (locale, q, said) => {
      const page = await open({ q }, locale);
      await page.getByText(said).first().waitFor();
      expect((await page.locator('.note').allTextContents()).join('')).not.toMatch(/undefined/);
    });

    it('says what is nowhere, and leads to the nearest that is somewhere', async () => {
      const q = '数据耀素';
      const { total, explanation } = await ask({ q });
      expect(total).toBeGreaterThan(0);
      const nearest = explanation?.words.find(({ count }) => count === 0)?.nearest ?? '';
      const page = await open({ q, 'not.city': '成都' });
      await page.getByText('“耀素”不见于这些条件下的任何条款').waitFor();
      await page.getByRole('link', { name: `相近的词：${nearest}` }).click();
      await page.locator('.found').first().waitFor();
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('q'), searchParams.get('not.city')]).toEqual([nearest, '成都']);
    });

    it.each([
      ['zh-CN', '相近的词：算力'],
      ['zh-TW', '相近的詞：算力'],
      ['en-GB', 'Similar: 算力'],
    ])('leads from nothing to the nearest: %s', async (locale, name) => {
      const page = await open({ q: '算利' }, locale);
      await page.locator('.nothing').getByRole('link', { name }).click();
      await expect.poll(() => page.locator('#box').inputValue()).toBe('算力');
      await page.locator('.found').first().waitFor();
    });

    it('has what was added, with what it brought, each and all of it to be left out', async () => {
      const q = '大模型';
      const { total, query } = await ask({ q });
      const [first] = query.expanded;
      if (!first) throw new Error('Nothing is added to it.');
      const page = await open({ q });
      const added = page.getByRole('link', { name: `不用：${q} → ${first.to}，多得 ${first.count} 条` });
      await added.click();
      await expect.poll(() => new URL(page.url()).searchParams.getAll('without')).toEqual([first.to]);
      const less = await ask({ q, without: first.to });
      expect(less.total).toBe(total - first.count);
      await expect.poll(() => page.locator('.counts').textContent()).toMatch(new RegExp(`^${less.total} 条`));
      await page.getByRole('link', { name: `恢复“${first.to}”` }).click();
      await added.waitFor();
      await page.getByRole('link', { name: '只检索所输入的词' }).click();
      await expect.poll(() => page.url()).toContain('expand=off');
      await expect.poll(() => added.count()).toBe(0);
      await page.getByRole('link', { name: '同时检索同义词' }).click();
      await added.waitFor();
    });

    it('marks what was added as Chinese, and not the sentence around it', async () => {
      const { query } = await ask({ q: '大模型' });
      const page = await open({ q: '大模型' }, 'en-GB');
      const added = page.locator('.expanded .word').first();
      await added.waitFor();
      expect(await added.locator('[lang]').allTextContents()).toEqual([query.expanded[0]?.to]);
    });

    it('keeps what was left out when another word is dropped', async () => {
      const { query } = await ask({ q: '大模型 北京' });
      const to = query.expanded[0]?.to ?? '';
      const page = await open({ q: '大模型 北京', without: to });
      await page.getByRole('link', { name: '去掉 北京' }).click();
      await expect.poll(() => page.locator('#box').inputValue()).toBe('大模型');
      expect(new URL(page.url()).searchParams.getAll('without')).toEqual([to]);
    });
  });

  describe('where words are looked for', () => {
    it('is beside the box, kept in the address, and counts documents', async () => {
      const q = '人工智能';
      const { documents } = await ask({ q, scope: 'title' });
      const page = await open({ q });
      await page.locator('.found').first().waitFor();
      await page.getByLabel('检索范围').selectOption('标题');
      await expect.poll(() => page.locator('.counts').textContent()).toBe(`${documents} 份文件`);
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ q, scope: 'title' });
      expect(await page.locator('.found').count()).toBe(documents);
      await page.reload();
      await expect.poll(() => page.locator('.counts').textContent()).toBe(`${documents} 份文件`);
      expect(await page.locator('#scope').inputValue()).toBe('title');
      await page.goBack();
      await expect.poll(() => page.locator('.counts').textContent()).toMatch(/条，见于/);
      expect(await page.locator('#scope').inputValue()).toBe('all');
    });

    it('says where the reader is from the first frame on, so that Enter asks what is seen', async () => {
      const page = await open({ q: '人工智能' });
      await page.locator('.found').first().waitFor();
      await page.locator('#scope').selectOption('title');
      await page.locator('#box').fill('方案');
      await page.locator('#box').press('Enter');
      await expect.poll(() => page.url()).toContain(encodeURIComponent('方案'));
      // After what the page draws at once, before a frame is painted.
      const said = await page.evaluate(`new Promise((resolve) => {
        const read = () => resolve(['box', 'scope'].map((id) => document.getElementById(id).value));
        addEventListener('popstate', () => setTimeout(read), { once: true });
        history.go(-2);
      })`);
      expect(said).toEqual(['人工智能', 'all']);
    });

    it('leaves the flat list, which titles have none of', async () => {
      const page = await open({ q: '方案', group: 'none' });
      await page.locator('.found').first().waitFor();
      await page.locator('#scope').selectOption('title');
      await expect.poll(() => page.url()).not.toContain('group=none');
      await expect.poll(() => page.locator('.counts').textContent()).toBe('2 份文件');
    });

    it('is chosen before the words, and holds for them', async () => {
      const page = await site().open('/');
      await page.locator('#scope').selectOption('title');
      await page.locator('#box').fill('方案');
      await page.locator('#box').press('Enter');
      await expect.poll(() => page.locator('.counts').textContent()).toBe('2 份文件');
      await page.locator('.found-title a').first().click();
      await page.locator('.clause mark').first().waitFor();
      expect(page.url()).toContain('scope=title');
      await page.locator('#back').click();
      await expect.poll(() => page.locator('.counts').textContent()).toBe('2 份文件');
    });

    it.each([
      ['zh-CN', '“算力”不见于这些条件下的任何标题', '改为检索全文', ['全文', '标题']],
      ['zh-TW', '「算力」不見於這些條件下的任何標題', '改為檢索全文', ['全文', '標題']],
      [
        'en-GB',
        '“算力” appears in no title under these filters',
        'Search the full text instead',
        ['Full text', 'Titles'],
      ],
    ])('is left where titles hold nothing: %s', async (locale, said, instead, names) => {
      const page = await open({ q: '算力', scope: 'title' }, locale);
      await page.getByText(said).waitFor();
      expect(await page.locator('#scope option').allTextContents()).toEqual(names);
      await page.getByRole('link', { name: instead }).click();
      await page.locator('.found').first().waitFor();
      expect(new URL(page.url()).search).toBe(`?${new URLSearchParams({ q: '算力' })}`);
    });
  });
}

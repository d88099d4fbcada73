/** The pictures of README, taken of the real page: `npm run bench -- --pictures`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PolicyError } from '../core/errors.js';
import { startBuiltServer } from './built-server.js';
import { type BrowserPage, findChromium, openChromium } from './chromium.js';
import { indexInto } from './corpora.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Picture {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme?: 'light' | 'dark';
  /** From the start page on, as a reader does it. */
  readonly steps: (page: BrowserPage) => Promise<void>;
}

const search = async (page: BrowserPage, words: string): Promise<void> => {
  await page.locator('#box').fill(words);
  await page.locator('#box').press('Enter');
  await page.locator('.hit mark').first().waitFor();
};

const PICTURES: readonly Picture[] = [
  { file: 'page.png', width: 1280, height: 800, steps: (page) => search(page, '算力') },
  {
    file: 'document.png',
    ...{ width: 1280, height: 800 },
    async steps(page) {
      await search(page, '算力');
      await page.getByRole('link', { name: '全文' }).first().click();
      await page.locator('.clause mark').first().waitFor();
    },
  },
  {
    file: 'phone.png',
    ...{ width: 390, height: 800, colorScheme: 'dark' },
    steps: (page) => search(page, '人工智慧 先導區'),
  },
];

export async function runPictures(): Promise<void> {
  const chromium = findChromium();
  if (chromium === null) {
    throw new PolicyError(
      'invalid_request',
      'There is no browser to take pictures with.',
      'Install one: apt-get install chromium-headless-shell fonts-noto-cjk.',
    );
  }
  const data = mkdtempSync(join(tmpdir(), 'zhengsou-pictures-'));
  await indexInto(data, [join(ROOT, 'seeds')]);
  const server = await startBuiltServer({ DATA_DIR: data });
  const browser = await openChromium(chromium);
  try {
    for (const { file, width, height, colorScheme = 'light', steps } of PICTURES) {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width, height }, colorScheme });
      const page = await context.newPage();
      await page.goto(server.origin);
      await steps(page);
      await page.locator('#box').blur();
      await page.waitForTimeout(500); // what is suggested goes, what is loaded later comes
      await page.screenshot({ path: join(ROOT, 'docs', file) });
      process.stdout.write(`docs/${file}\n`);
      await context.close();
    }
  } finally {
    await browser.close();
    await server.stop();
    rmSync(data, { recursive: true });
  }
}

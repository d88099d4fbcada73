/**
 * The real site for the browser tests: texts indexed by the real command, the built server on a free port, and
 * Chromium. With the seeds it is started once for the whole suite.
 */
import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { findChromium, openChromium } from '../../bench/chromium.js';
import { SEEDS_INDEX } from '../seeds-index.js';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const built = ['dist/server/main.js', 'dist/indexer/cli.js', 'web/dist/index.html'];

const chromium = findChromium(process.env.CHROMIUM_PATH);

/** Why there can be no browser tests here; empty where there can. */
export const whyNot =
  chromium === null
    ? 'no Chromium: set CHROMIUM_PATH or install one'
    : built.some((path) => !existsSync(join(ROOT, path)))
      ? 'not built: run `npm run build`'
      : '';

export interface Site {
  /** What every path is put behind: the origin, and what the site lies under. */
  readonly address: string;
  /** A page in a context of its own; everything that the browser complains about is kept in `complaints`. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  /** Errors of scripts and on the console, violations of the content security policy included. */
  readonly complaints: string[];
  /** Closes the pages: what a test leaves open costs those behind it. */
  readonly tidy: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * @param path      What is indexed.
 * @param options   Of the command, further ones.
 * @param basePath  What the site lies under (BASE_PATH), without a slash at its end; empty: the root.
 */
export async function openSite(
  path = 'seeds',
  options: readonly string[] = [],
  basePath = '',
): Promise<Site> {
  const data = mkdtempSync(join(tmpdir(), 'zhengsou-web-'));
  const node = process.execPath;
  const seeds = process.env[SEEDS_INDEX];
  if (path === 'seeds' && seeds !== undefined) cpSync(seeds, data, { recursive: true });
  else
    await promisify(execFile)(node, ['dist/indexer/cli.js', path, '--data', data, ...options], { cwd: ROOT });
  const place = { DATA_DIR: data, PORT: '0', HOST: '127.0.0.1', BASE_PATH: basePath };
  const environment = { ...process.env, ...place, LOG_LEVEL: 'warn' };
  const server = spawn(node, ['dist/server/main.js'], { cwd: ROOT, env: environment });
  const origin = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer) => {
      said += chunk;
      const ready = /http:\/\/\S+:\d+/.exec(said);
      if (ready) resolve(ready[0]);
    };
    server.stdout.on('data', listen);
    server.stderr.on('data', listen);
    server.once('exit', () => reject(new Error(`The server ended: ${said}`)));
  });
  const address = origin + basePath;
  const browser = await openChromium(chromium ?? '');
  const complaints: string[] = [];

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'zh-CN', ...options });
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${path}: ${message.text()} (${message.location().url})`);
    });
    await page.goto(address + path);
    await page.locator('#page main').first().waitFor();
    return page;
  }

  async function tidy(): Promise<void> {
    await Promise.all(browser.contexts().map((context) => context.close()));
  }

  async function close(): Promise<void> {
    await browser.close();
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    rmSync(data, { recursive: true, force: true });
  }
  return { address, open, complaints, tidy, close };
}

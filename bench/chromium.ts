/** A Chromium of this machine, for pictures and for the tests of the page. The only file that knows how one is started. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The shell is the same engine without windows, menus and extensions: a page opens in less than half the time. */
const BROWSERS = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);
const QUIET = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map(
  (part) => `--disable-${part}`,
);

/** A tab of it. */
export type BrowserPage = Page;

/** @param chosen  Comes first. @returns null where there is none. */
export function findChromium(chosen = ''): string | null {
  return [chosen, ...BROWSERS].find((path) => path !== '' && existsSync(path)) ?? null;
}

export function openChromium(path: string): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--no-first-run', ...QUIET],
  });
}

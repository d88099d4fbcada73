/** A real site for suites: texts indexed by the real command, the built server, Chromium; each page closed behind its test. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site, whyNot } from './site.js';

/** @param texts  What is indexed: the seeds, or documents as a user's JSONL has them. */
export function onSite(
  name: string,
  texts: 'seeds' | readonly object[],
  suites: readonly ((site: () => Site) => void)[],
): void {
  describe.skipIf(whyNot !== '')(`${name}, in Chromium${whyNot && ` (skipped: ${whyNot})`}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengsou-texts-'));
    let site: Site;
    beforeAll(async () => {
      const file = join(folder, 'texts.jsonl');
      if (texts !== 'seeds') writeFileSync(file, texts.map((text) => JSON.stringify(text)).join('\n'));
      site = await openSite(texts === 'seeds' ? texts : file);
    });
    afterEach(() => site.tidy());
    afterAll(async () => {
      await site?.close();
      rmSync(folder, { recursive: true });
    });

    for (const suite of suites) suite(() => site);

    it('gave the browser nothing to complain about: no error, no violation of the policy', () => {
      expect(site.complaints).toEqual([]);
    });
  });
}

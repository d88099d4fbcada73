/** A real site for suites: texts indexed by the real command, the built server, Chromium; each page closed behind its test. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openSite, type Site, whyNot } from './site.js';

/** Files of any format, by their paths. */
export type Files = ReadonlyMap<string, string | Buffer>;

/**
 * @param texts     What is indexed: the seeds, documents as a user's JSONL has them, or files, which are then kept beside the index.
 * @param basePath  What the site lies under; empty: the root.
 */
export function onSite(
  name: string,
  texts: 'seeds' | readonly object[] | Files,
  suites: readonly ((site: () => Site) => void)[],
  basePath = '',
): void {
  describe.skipIf(whyNot !== '')(`${name}, in Chromium${whyNot && ` (skipped: ${whyNot})`}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengsou-texts-'));
    let site: Site;
    beforeAll(async () => {
      if (texts === 'seeds') {
        site = await openSite('seeds', [], basePath);
        return;
      }
      const isFiles = texts instanceof Map;
      const lines = isFiles ? [] : (texts as readonly object[]).map((text) => JSON.stringify(text));
      const files: Files = isFiles ? texts : new Map([['texts.jsonl', lines.join('\n')]]);
      for (const [name, bytes] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), bytes);
      }
      const indexed = isFiles ? folder : join(folder, 'texts.jsonl');
      site = await openSite(indexed, isFiles ? ['--keep-files'] : [], basePath);
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

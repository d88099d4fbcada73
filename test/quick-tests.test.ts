import { describe, expect, it } from 'vitest';
import { quickTests } from './quick-tests.js';
import { importsOf } from './source-files.js';

const quick = quickTests();
const BROWSER = "'playwright-core'"; // apart, or this file would seem to import it

describe('the quick tests', () => {
  it.each([
    // what a test file says                                             whether it is quick
    ["import { it } from 'vitest';", true],
    ["import { fold } from '../../core/text/fold.js';", true],
    ["import { spawn } from 'node:child_process';", false],
    [`const { chromium } = await import(${BROWSER});`, false],
    ["import { build } from 'vite';", false],
    ["import { serve } from '../http/serve-seeds.js';", false], // which runs the built command
    ["import { openSite } from '../web/site.js';", false],
  ])('%s', (source, isQuick) => {
    const file = 'test/unit/planted.test.ts';
    const found = quickTests([file], (path) => (path === file ? importsOf(path, source) : importsOf(path)));
    expect(found).toEqual(isQuick ? [file] : []);
  });

  it('are most of the tables, and the recipes', () => {
    expect(quick.filter((file) => file.startsWith('test/unit/')).length).toBeGreaterThan(50);
    expect(quick).toContain('test/recipes.test.ts');
    expect(quick).toContain('test/architecture.test.ts');
    expect(quick).toContain('test/quick-tests.test.ts');
  });

  it('none runs a browser, a process, an engine that has to be started or the command', () => {
    expect(
      quick.filter((file) => /^test\/(?:web|cli|meilisearch|image)|^test\/compose\.test/.test(file)),
    ).toEqual([]);
  });
});

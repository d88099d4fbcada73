/** Keys, suggestions, readers of all kinds, what is loaded, and an engine that is away, in a real browser. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilitySuite } from './accessibility-suite.js';
import { failingSuite } from './failing-suite.js';
import { keyboardSuite } from './keyboard-suite.js';
import { loadSuite } from './load-suite.js';
import { openSite, type Site, whyNot } from './site.js';
import { suggestionsSuite } from './suggestions-suite.js';

describe.skipIf(whyNot !== '')(`the page in use, in Chromium${whyNot && ` (skipped: ${whyNot})`}`, () => {
  let site: Site;
  const here = () => site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterEach(() => site.tidy());
  afterAll(() => site?.close());

  failingSuite(here);
  keyboardSuite(here);
  suggestionsSuite(here);
  accessibilitySuite(here);
  loadSuite(here);

  it('gave the browser nothing to complain about: no error, no violation of the policy', () => {
    expect(site.complaints).toEqual([]);
  });
});

/** Everything that is tested in a real browser: one site, one suite a file. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilitySuite } from './accessibility-suite.js';
import { citationSuite } from './citation-suite.js';
import { documentSuite } from './document-suite.js';
import { facetsSuite } from './facets-suite.js';
import { failingSuite } from './failing-suite.js';
import { groupsSuite } from './groups-suite.js';
import { hostileSuite } from './hostile-suite.js';
import { keyboardSuite } from './keyboard-suite.js';
import { loadSuite } from './load-suite.js';
import { readingSuite } from './reading-suite.js';
import { searchSuite } from './search-suite.js';
import { openSite, type Site, whyNot } from './site.js';

describe.skipIf(whyNot !== '')(`the page, in Chromium${whyNot && ` (skipped: ${whyNot})`}`, () => {
  let site: Site;
  const here = () => site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site?.close());

  searchSuite(here);
  groupsSuite(here);
  facetsSuite(here);
  documentSuite(here);
  citationSuite(here);
  failingSuite(here);
  keyboardSuite(here);
  accessibilitySuite(here);
  loadSuite(here);
  hostileSuite();
  readingSuite();

  it('gave the browser nothing to complain about: no error, no violation of the policy', () => {
    expect(site.complaints).toEqual([]);
  });
});

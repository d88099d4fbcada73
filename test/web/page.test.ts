/** Searching, reading and citing, tested in a real browser: one site a file, one suite a part. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { citationSuite } from './citation-suite.js';
import { documentSuite } from './document-suite.js';
import { facetsSuite } from './facets-suite.js';
import { groupsSuite } from './groups-suite.js';
import { searchSuite } from './search-suite.js';
import { openSite, type Site, whyNot } from './site.js';
import { wordsSuite } from './words-suite.js';

describe.skipIf(whyNot !== '')(`the page, in Chromium${whyNot && ` (skipped: ${whyNot})`}`, () => {
  let site: Site;
  const here = () => site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterEach(() => site.tidy());
  afterAll(() => site?.close());

  searchSuite(here);
  groupsSuite(here);
  facetsSuite(here);
  wordsSuite(here);
  documentSuite(here);
  citationSuite(here);

  it('gave the browser nothing to complain about: no error, no violation of the policy', () => {
    expect(site.complaints).toEqual([]);
  });
});

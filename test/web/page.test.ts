/** Searching, reading and citing, tested in a real browser: one site a file, one suite a part. */
import { citationSuite } from './citation-suite.js';
import { documentSuite } from './document-suite.js';
import { facetsSuite } from './facets-suite.js';
import { groupsSuite } from './groups-suite.js';
import { onSite } from './on-site.js';
import { searchSuite } from './search-suite.js';
import { wordsSuite } from './words-suite.js';

onSite('the page', 'seeds', [
  searchSuite,
  groupsSuite,
  facetsSuite,
  wordsSuite,
  documentSuite,
  citationSuite,
]);

/** Hostile texts, and long ones, each with a site of its own, in a real browser. */
import { describe } from 'vitest';
import { hostileSuite } from './hostile-suite.js';
import { readingSuite } from './reading-suite.js';
import { whyNot } from './site.js';

describe.skipIf(whyNot !== '')(
  `the page of other texts, in Chromium${whyNot && ` (skipped: ${whyNot})`}`,
  () => {
    hostileSuite();
    readingSuite();
  },
);

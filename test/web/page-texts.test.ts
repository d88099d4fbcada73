/** Hostile texts, and long ones, each with a site of its own, in a real browser. */
import { foundValuesSuite } from './found-values-suite.js';
import { HOSTILE, hostileSuite } from './hostile-suite.js';
import { MADE } from './made-texts.js';
import { onSite } from './on-site.js';
import { readingSuite } from './reading-suite.js';

onSite('the page of hostile texts', HOSTILE, [hostileSuite]);
onSite('the page of other texts', MADE, [readingSuite, foundValuesSuite]);

/** Keys, suggestions, readers of all kinds, what is loaded, and an engine that is away, in a real browser. */
import { accessibilitySuite } from './accessibility-suite.js';
import { failingSuite } from './failing-suite.js';
import { keyboardSuite } from './keyboard-suite.js';
import { loadSuite } from './load-suite.js';
import { onSite } from './on-site.js';
import { suggestionsSuite } from './suggestions-suite.js';

onSite('the page in use', 'seeds', [
  failingSuite,
  keyboardSuite,
  suggestionsSuite,
  accessibilitySuite,
  loadSuite,
]);

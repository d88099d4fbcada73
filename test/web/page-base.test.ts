/** The page where one path of a host is ours (BASE_PATH), in a real browser. */
import { baseSuite } from './base-suite.js';
import { onSite } from './on-site.js';

onSite('the page under /zhengsou', 'seeds', [baseSuite], '/zhengsou');

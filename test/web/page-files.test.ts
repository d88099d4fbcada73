/** Files of many formats, indexed with `--keep-files`, in a real browser. */
import { FILES, filesSuite } from './files-suite.js';
import { onSite } from './on-site.js';

onSite('the page of files', FILES, [filesSuite]);

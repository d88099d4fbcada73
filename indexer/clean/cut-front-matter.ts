/** Cuts the YAML metadata at the head of a text file: `read` has taken it as given. */
import { findFrontMatter } from '../read/front-matter.js';
import { cutOut, type Draft } from './draft.js';

export function cutFrontMatter(draft: Draft): Draft {
  const found = findFrontMatter(draft.mapped.text);
  return found === null
    ? draft
    : cutOut(draft, [{ start: found.start, end: found.end, rule: 'front-matter' }]);
}

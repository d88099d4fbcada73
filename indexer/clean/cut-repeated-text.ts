/** Cuts the second copy where a site printed the whole text twice. */
import { cutOut, type Draft } from './draft.js';

const MIN_LENGTH = 100;

export function cutRepeatedText(draft: Draft): Draft {
  const { text } = draft.mapped;
  if (text.length < 2 * MIN_LENGTH) return draft;
  const lineEnd = text.indexOf('\n');
  if (lineEnd === -1) return draft;
  // The copies differ in white space at most, so the second begins within a few characters of the middle.
  const beginning = text.slice(0, Math.min(lineEnd, 16));
  const again = text.indexOf(`\n${beginning}`, Math.floor(text.length * 0.45));
  if (again === -1 || beginning.length < 4) return draft;
  if (packed(text.slice(0, again)) !== packed(text.slice(again))) return draft;
  return cutOut(draft, [{ start: again + 1, end: text.length, rule: 'repeated-text' }]);
}

function packed(text: string): string {
  return text.replace(/\s+/gu, '');
}

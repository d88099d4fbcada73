/** Which script a text is printed in: the one more of its telling characters belong to. */
import { convert, toTraditional } from '../../core/text/convert.js';

/** A thousand characters decide; the middle of the text has no menus. */
const SAMPLE = 1000;

export function scriptOf(text: string): 'hans' | 'hant' {
  const start = Math.max(0, Math.floor((text.length - SAMPLE) / 2));
  const sample = text.slice(start, start + SAMPLE);
  const traditional = differing(sample, convert(sample));
  // Of Traditional text a fifth of the characters differ; Simplified text has a few that convert, too (乾, 瞭).
  if (traditional * 50 < sample.length) return 'hans';
  if (traditional * 10 > sample.length) return 'hant';
  return traditional > differing(sample, toTraditional(sample)) ? 'hant' : 'hans';
}

function differing(a: string, b: string): number {
  const other = [...b];
  let count = 0;
  [...a].forEach((character, index) => {
    if (character !== other[index]) count += 1;
  });
  return count;
}

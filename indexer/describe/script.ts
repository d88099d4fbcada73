/** Which script a text is printed in: the one more of its telling characters belong to. */
import { convert, toTraditional } from '../../core/text/convert.js';

/** A few thousand characters decide; the middle of the text has no menus. */
const SAMPLE = 3000;

export function scriptOf(text: string): 'hans' | 'hant' {
  const start = Math.max(0, Math.floor((text.length - SAMPLE) / 2));
  const sample = text.slice(start, start + SAMPLE);
  const traditional = differing(sample, convert(sample));
  if (traditional === 0) return 'hans';
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

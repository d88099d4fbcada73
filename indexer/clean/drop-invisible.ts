/**
 * Takes out what prints nothing and stands inside words all the same: soft hyphens, zero-width spaces, word joiners, marks of
 * direction, control characters. 2023⁠年6月30­日 is then a date, and （​一） a label, wherever they are read.
 *
 * A joiner inside an emoji stays. What is dropped is no cut: nobody printed it; the way back to the file leads around it.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

/** White space stays for the steps behind; selectors choose the shape of a character, tags and joiners that of an emoji. */
const INVISIBLE =
  /(?:(?!\u200d|[\t\n\v\f\r\u0085\p{Variation_Selector}\u{e0000}-\u{e0fff}])[\p{Default_Ignorable_Code_Point}\p{Cc}])+|(?<!\p{Extended_Pictographic}\ufe0f?)\u200d+/gu;

export function dropInvisible(draft: Draft): Draft {
  const edits: Edit[] = [];
  for (const match of draft.mapped.text.matchAll(INVISIBLE)) {
    edits.push({ start: match.index, end: match.index + match[0].length, insert: '' });
  }
  return edits.length === 0 ? draft : { ...draft, mapped: draft.mapped.edit(edits) };
}

/** The same of a text whose way back nobody needs. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

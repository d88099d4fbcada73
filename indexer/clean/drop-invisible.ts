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

/** By code unit, whether `INVISIBLE` might match there: nearly all texts hold nothing of it, and a pattern takes its time. */
const MAY_BE = Uint8Array.from({ length: 0x1_0000 }, (_, code) =>
  (code >= 0xd800 && code < 0xe000) ||
  /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u.test(String.fromCharCode(code))
    ? 1
    : 0,
);
for (const white of '\t\n\v\f\r\u0085') MAY_BE[white.charCodeAt(0)] = 0;

function mayHold(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (MAY_BE[text.charCodeAt(at)] === 1) return true;
  return false;
}

export function dropInvisible(draft: Draft): Draft {
  if (!mayHold(draft.mapped.text)) return draft;
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

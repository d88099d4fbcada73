/**
 * Line ends become `\n`; white space at the ends of lines and blank lines go.
 *
 * By character code, not by regular expression: every text of a corpus passes here, 88 million characters.
 */
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

export function tidyLines(draft: Draft): Draft {
  return { ...draft, mapped: draft.mapped.edit(findEdits(draft.mapped.text)) };
}

function findEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isSpace(text.charCodeAt(at))) continue;
    const start = at;
    let breaks = false;
    for (; at < text.length && isSpace(text.charCodeAt(at)); at += 1) {
      breaks ||= isLineEnd(text.charCodeAt(at));
    }
    if (start === 0 || at === text.length) edits.push({ start, end: at, insert: '' });
    else if (breaks && text.slice(start, at) !== '\n') edits.push({ start, end: at, insert: '\n' });
  }
  return edits;
}

function isLineEnd(code: number): boolean {
  return (code >= 0x0a && code <= 0x0d) || code === 0x85 || code === 0x2028 || code === 0x2029;
}

/** White space as `\s` has it, and what has no width: soft hyphen, U+200B–U+200F, U+2060, BOM. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code >= 0x3001 && code < 0xfeff) return false;
  return (
    code === 0x3000 ||
    code === 0xfeff ||
    code === 0xa0 ||
    code === 0xad ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x2060 ||
    code === 0x1680
  );
}

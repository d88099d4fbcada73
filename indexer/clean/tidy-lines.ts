/**
 * Line ends become `\n`; white space at the ends of lines and blank lines go; inside a line the middle of a run of blanks
 * that is longer than any rule looks at goes too, so that no pattern behind this step meets one.
 *
 * By character code, not by regular expression: every text of a corpus passes here, 88 million characters.
 */
import { isBlank, isLineEnd, middleOf } from '../../core/text/blanks.js';
import type { Draft } from './draft.js';
import type { Edit } from './mapped-text.js';

export function tidyLines(draft: Draft): Draft {
  return { ...draft, mapped: draft.mapped.edit(findEdits(draft.mapped.text)) };
}

function findEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isBlank(text.charCodeAt(at))) continue;
    const start = at;
    let breaks = false;
    for (; at < text.length && isBlank(text.charCodeAt(at)); at += 1) {
      breaks ||= isLineEnd(text.charCodeAt(at));
    }
    if (start === 0 || at === text.length) edits.push({ start, end: at, insert: '' });
    else if (breaks && text.slice(start, at) !== '\n') edits.push({ start, end: at, insert: '\n' });
    else if (!breaks) edits.push(...shortened(start, at));
  }
  return edits;
}

function shortened(start: number, end: number): Edit[] {
  const middle = middleOf(start, end);
  return middle === null ? [] : [{ ...middle, insert: '' }];
}

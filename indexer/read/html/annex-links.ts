/** Links of the text to its annexes: files, or what is called one. */
import type { AttachmentLink } from '../file-content.js';
import type { Document, Element } from '../parse-markup.js';
import { isFileAddress } from './file-address.js';
import { lineText } from './line-text.js';
import type { Range } from './print-blocks.js';
import { isElement, isHidden } from './visible.js';
import { nodesIn, textIn } from './walk.js';

const CALLED = /^[\s（(【[]{0,4}附(?:件|表|录|錄|图|圖|\d|[一二三四五六七八九十][:：、.])/u;
const NO_FILE = /^(?:#|javascript:|mailto:|tel:|data:|about:)/iu;
const MOST = 500;
const LONGEST_ADDRESS = 2000;
const LONGEST_TEXT = 300;

/**
 * @param ranges  What each element prints: a link in a table has none of its own, and stands where the table stands.
 * @param around  Where links are the text's; elsewhere they are the site's.
 */
export function annexLinks(
  root: Document,
  ranges: ReadonlyMap<Element, Range>,
  around: Range,
): readonly AttachmentLink[] {
  const found = new Map<string, AttachmentLink>();
  const isOutside = ({ first, end }: Range): boolean => first >= around.end || end <= around.first;
  const enters = (element: Element): boolean => {
    const range = ranges.get(element);
    return !isHidden(element) && !(range !== undefined && isOutside(range));
  };
  for (const node of nodesIn(root.children, enters)) {
    if (!isElement(node) || node.name !== 'a' || !enters(node)) continue;
    const link = annexOf(node);
    if (link !== null && !found.has(link.address)) found.set(link.address, link);
    if (found.size >= MOST) break;
  }
  return [...found.values()];
}

function annexOf({ attribs, children }: Element): AttachmentLink | null {
  const address = (attribs.href ?? '').trim();
  if (address === '' || address.length > LONGEST_ADDRESS || NO_FILE.test(address)) return null;
  const printed = lineText(textIn(children, LONGEST_TEXT)).trim();
  const text = printed === '' ? lineText(attribs.title ?? '').trim() : printed;
  if (!isFileAddress(address) && !CALLED.test(text)) return null;
  return { address: address.toWellFormed(), text: text.slice(0, LONGEST_TEXT).toWellFormed() };
}

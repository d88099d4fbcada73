/**
 * What of a tree a reader of the page sees: scripts, forms' hidden parts, pictures' alternative texts and stretches that are
 * set aside are not printed.
 */
import type { AnyNode, Element } from '../parse-markup.js';
import { isTextContainer } from './part-names.js';

/** Never printed, or no text: readings (rt) stand above the characters that they are of. */
const NEVER = new Set(
  'head xml script style template noscript title meta link base object embed applet param iframe frame frameset noframes svg math canvas audio video map area img input select datalist textarea progress meter rt rp rtc colgroup col dialog'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul ucapcontent ucaptitle marquee'.split(
    ' ',
  ),
);
const SET_ASIDE = /(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|mso-hide\s{0,9}:\s{0,9}all)/iu;
const UNSEEN = /(?:^|;)\s{0,9}visibility\s{0,9}:\s{0,9}hidden/iu;
const AS_BLOCK =
  /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)(?:\s{0,9};|\s{0,9}$)/iu;
const WITH_LINES = /white-space\s{0,9}:\s{0,9}(?:pre|break-spaces)/iu;

export const isElement = (node: AnyNode): node is Element => 'attribs' in node;

/** As far as a style is read: longer ones are of pictures. */
const styleOf = (element: Element): string => (element.attribs.style ?? '').slice(0, 2000);

export function isHidden(element: Element): boolean {
  const { name, attribs } = element;
  if (name === 'body' || name === 'html') return false;
  if (NEVER.has(name) || attribs.hidden !== undefined) return true;
  const style = styleOf(element);
  if (attribs['aria-hidden'] === 'true' || SET_ASIDE.test(style)) return true;
  // Some sites show their text by a script once it is there.
  return UNSEEN.test(style) && !isTextContainer(element);
}

export function isBlock(element: Element): boolean {
  return BLOCKS.has(element.name) || AS_BLOCK.test(styleOf(element));
}

export function keepsLines(element: Element): boolean {
  return element.name === 'pre' || element.name === 'listing' || WITH_LINES.test(styleOf(element));
}

export function isHeading(element: Element): boolean {
  return /^h[1-6]$/u.test(element.name);
}

/** Characters that show something. */
export function visible(text: string): number {
  return text.length - (text.match(/[\s\p{Cf}\p{Cc}]/gu)?.length ?? 0);
}

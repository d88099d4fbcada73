/**
 * Footnotes of a page: a raised link to a place in it is the mark of a note, and the note is the line at that place. Both are
 * printed as `[1]`, since a number alone would be read as part of the word before it, or as the number of an item.
 */
import type { AnyNode, Document, Element } from '../parse-markup.js';
import { isElement } from './visible.js';
import { nodesIn, textIn } from './walk.js';

export interface PageNotes {
  /** What a link prints that is the mark of a note. */
  readonly markOf: ReadonlyMap<Element, string>;
  /** Of the place of a note (id, or name of an anchor), its mark. */
  readonly markAt: ReadonlyMap<string, string>;
}

const MARK = /^[[［〔(（]?\s?(\d{1,3}|[*†‡§]{1,3})\s?[\]］〕)）]?$/u;
const BACK = /^(?:[\s↩↑⬆⤴⏎^]|\ufe0e|\ufe0f){1,6}$/u;
const CALLED = /(?:^|[\s_-])(?:foot|end)?(?:note)[\s_-]?ref|doc-noteref|footnote|reference/iu;

export function pageNotes(root: Document | Element): PageNotes {
  const markOf = new Map<Element, string>();
  const markAt = new Map<string, string>();
  for (const node of nodesIn(root.children)) {
    if (!isElement(node) || node.name !== 'a' || !isInside(node)) continue;
    const mark = MARK.exec(textIn(node.children, 20).trim())?.[1];
    if (mark === undefined || !isRaised(node)) continue;
    markOf.set(node, `[${mark}]`);
    const place = placeOf(node);
    if (!markAt.has(place)) markAt.set(place, `[${mark}]`);
  }
  return { markOf, markAt };
}

/** A link from a note back to its mark, which says nothing. */
export function isBackLink(element: Element): boolean {
  return element.name === 'a' && isInside(element) && BACK.test(textIn(element.children, 20));
}

/** The mark of the note that an element is the place of. */
export function noteMark({ markAt }: PageNotes, { attribs }: Element): string | null {
  if (markAt.size === 0) return null;
  return markAt.get(attribs.id ?? '') ?? markAt.get(attribs.name ?? '') ?? null;
}

/** A line of a note with its mark before it, once. */
export function withMark(mark: string, text: string): string {
  const number = mark.slice(1, -1);
  const printed = /^\s*[[［〔(（]?\s?([\d*†‡§]{1,3})\s?[\]］〕)）.．、]?\s*/u.exec(text);
  return `${mark} ${printed?.[1] === number ? text.slice(printed[0].length) : text.trimStart()}`;
}

const isInside = ({ attribs: { href = '' } }: Element): boolean => /^[^#]{0,200}#[^#]{1,200}$/u.test(href);

const placeOf = ({ attribs: { href = '' } }: Element): string => href.slice(href.indexOf('#') + 1);

function isRaised(link: Element): boolean {
  const { role = '', class: called = '' } = link.attribs;
  if (CALLED.test(`${role} ${called} ${link.attribs['epub:type'] ?? ''}`)) return true;
  return isSup(link.parent) || isSup(link.parent?.parent ?? null) || link.children.some(isSup);
}

const isSup = (node: AnyNode | null): boolean => node !== null && isElement(node) && node.name === 'sup';

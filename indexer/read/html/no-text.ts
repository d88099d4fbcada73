/** Why a page is no text, where it is none: a list of links, a frame, a page that a script fills, an error. */
import { PolicyError } from '../../../core/errors.js';
import type { Document } from '../parse-markup.js';
import { ERROR_PAGE } from '../tables/page-lines.js';
import type { Range } from './print-blocks.js';
import { isElement } from './visible.js';
import { nodesIn } from './walk.js';
import { isLinks, isSentence, type WeighedPage } from './weigh-blocks.js';

/** Characters that are no links: a notice of one sentence has more. */
const LEAST_TEXT = 40;
const LONGEST_ERROR = 400;
/** A list has so many links, and no more sentences than a third of them. */
const LIST_LINKS = 5;

export function withoutText(
  page: WeighedPage,
  main: Range,
  root: Document,
  called: readonly string[],
): PolicyError | null {
  const blocks = page.blocks.slice(main.first, main.end);
  const own = blocks.reduce((sum, { visible, linked }) => sum + visible - linked, 0);
  const printed = page.blocks.reduce((sum, { visible }) => sum + visible, 0);
  const shown = [...called, ...blocks.slice(0, 8).map(({ text }) => text.slice(0, 200))];
  if (own < LONGEST_ERROR && printed < LONGEST_ERROR * 3 && shown.some((line) => ERROR_PAGE.test(line))) {
    return noText(
      'says that something is missing or barred',
      'Open its address in a browser, and save the page once it shows the text.',
    );
  }
  const names = namesIn(root);
  if (own < LEAST_TEXT && names.has('frameset')) return inFrames();
  if (isList(page, main)) {
    return noText('is a list of links', 'Open the texts that it links to, and save these pages.');
  }
  if (own >= LEAST_TEXT) return null;
  if (names.has('iframe') || names.has('frame')) return inFrames();
  if (names.has('script') && printed < LEAST_TEXT * 5) {
    return noText(
      'is filled by a script, which does not run here',
      'Open it in a browser, wait until the text is there, and save it as a whole page or as one file (MHTML).',
    );
  }
  return noText('prints next to no text', 'Look at it in a browser; save the page that shows the text.');
}

function isList(page: WeighedPage, main: Range): boolean {
  const blocks = page.blocks.slice(main.first, main.end);
  const sentences = blocks.filter(isSentence);
  const links = blocks.filter((block) => isLinks(block) && block.linked >= 6).length;
  // A page in which no sentence is printed is a list where links are more than all else.
  const linked = page.blocks.reduce((sum, block) => sum + block.linked, 0);
  const own = page.blocks.reduce((sum, { visible, linked: of }) => sum + visible - of, 0);
  const texts = blocks.reduce((sum, { visible, linked: of }) => sum + visible - of, 0);
  if (
    sentences.length === 0 &&
    linked > own &&
    linked > texts * 2 &&
    page.blocks.filter(isLinks).length >= LIST_LINKS
  )
    return true;
  if (links < LIST_LINKS) return false;
  // Of each text a beginning: 为贯彻落实……[详细]
  const beginnings = sentences.filter(({ text }) =>
    /(?:…|\.{3}|详细|詳細|更多|全文)[\]】>＞\s]{0,4}$/u.test(text),
  ).length;
  return beginnings * 2 > sentences.length || sentences.length * 3 <= links;
}

function namesIn(root: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesIn(root.children))
    if (isElement(node) && !(node.name === 'iframe' && isUnseen(node.attribs))) names.add(node.name);
  return names;
}

/** Frames that count visitors are of no size. */
const isUnseen = (attribs: Readonly<Record<string, string>>): boolean =>
  /^[01](?:px)?$/u.test(attribs.width ?? '') ||
  /^[01](?:px)?$/u.test(attribs.height ?? '') ||
  /display\s{0,4}:\s{0,4}none/u.test((attribs.style ?? '').slice(0, 2000));

function inFrames(): PolicyError {
  return noText(
    'shows the text in a frame, which is another page',
    'Open the frame by itself (“open frame in a new tab”), and save that page.',
  );
}

function noText(fault: string, remedy: string): PolicyError {
  return new PolicyError('page_without_text', `The page ${fault}.`, remedy);
}

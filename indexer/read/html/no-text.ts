/** Why a page is no text, where it is none: a list of links, a frame, a page that a script fills, an error. */
import { PolicyError } from '../../../core/errors.js';
import type { AttachmentLink } from '../file-content.js';
import type { Document, Element } from '../parse-markup.js';
import { BARRED_PAGE, ERROR_PAGE, RESULTS } from '../tables/page-lines.js';
import { isTextContainer } from './part-names.js';
import type { Block, Range } from './print-blocks.js';
import { isElement } from './visible.js';
import { nodesIn } from './walk.js';
import { isLinks, isSentence, type WeighedPage } from './weigh-blocks.js';

export interface FoundText {
  readonly main: Range;
  /** Ordinals of the blocks that print the title above it. */
  readonly title: readonly number[];
  readonly annexes: readonly AttachmentLink[];
  /** What the page is called by itself. */
  readonly called: readonly string[];
}

/** Characters that are no links: a notice of one sentence has more. */
const LEAST_TEXT = 40;
const ERROR_TEXT = 200;
const LONGEST_ERROR_LINE = 60;
/** A list has so many links. */
const LIST_LINKS = 5;
/** A home page has so many, and of text a paragraph at most. */
const HOME_LINKS = 40;
const HOME_TEXT = 400;

/** @returns null where the page is a text. */
export function withoutText(page: WeighedPage, root: Document, found: FoundText): PolicyError | null {
  const blocks = page.blocks.slice(found.main.first, found.main.end);
  const heads = found.title.map((at) => page.blocks[at]?.text ?? '');
  const own = ownText(blocks);
  const printed = page.blocks.reduce((sum, { visible }) => sum + visible, 0);
  if (isError(blocks, own, printed, [...found.called, ...heads])) {
    const remedy = 'Open its address in a browser, and save the page once it shows the text.';
    return noText('says that something is missing or barred', remedy);
  }
  if (isList(page, blocks, found) || isHome(page, own, found)) {
    return noText('is a list of links', 'Open the texts that it links to, and save these pages.');
  }
  if (own >= LEAST_TEXT) return null;
  const names = namesIn(root);
  if (names.has('frameset') || names.has('frame') || names.has('iframe')) {
    const remedy = 'Open the frame by itself (“open frame in a new tab”), and save that page.';
    return noText('shows the text in a frame, which is another page', remedy);
  }
  if (names.has('script') && printed < LEAST_TEXT * 5) {
    const remedy =
      'Open it in a browser, wait until the text is there, and save it as a whole page or as one file (MHTML).';
    return noText('is filled by a script, which does not run here', remedy);
  }
  return noText('prints next to no text', 'Look at it in a browser; save the page that shows the text.');
}

function noText(fault: string, remedy: string): PolicyError {
  return new PolicyError('page_without_text', `The page ${fault}.`, remedy);
}

const ownText = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, { visible, linked }) => sum + visible - linked, 0);

function isError(blocks: readonly Block[], own: number, printed: number, called: readonly string[]): boolean {
  if (own >= ERROR_TEXT || printed >= ERROR_TEXT * 6) return false;
  const lines = [...called, ...blocks.map(({ text }) => text)].filter(
    (line) => line.length <= LONGEST_ERROR_LINE,
  );
  return lines.some((line) => ERROR_PAGE.test(line) || (own < LEAST_TEXT * 2 && BARRED_PAGE.test(line)));
}

function isList(page: WeighedPage, blocks: readonly Block[], { annexes }: FoundText): boolean {
  const isSearch = page.blocks.some(({ text }) => text.length <= LONGEST_ERROR_LINE && RESULTS.test(text));
  if (isSearch && page.blocks.filter(isLinks).length >= LIST_LINKS) return true;
  const files = new Set(annexes.map(({ text }) => text).filter((text) => text !== ''));
  const isAnnex = ({ text }: Block): boolean =>
    files.has(text.trim()) || [...files].some((file) => text.includes(file));
  const links = blocks.filter(
    (block) => (isLinks(block) || isLinkedRow(block)) && block.linked >= 6 && !isAnnex(block),
  );
  const sentences = blocks.filter((block) => isSentence(block) && !links.includes(block));
  if (sentences.length === 0) {
    if (links.length >= LIST_LINKS && links.length * 2 >= blocks.length) return true;
    const linked = page.blocks.reduce((sum, block) => sum + block.linked, 0);
    const isLinked = linked > ownText(page.blocks) && linked > ownText(blocks) * 2;
    return annexes.length === 0 && isLinked && page.blocks.filter(isLinks).length >= LIST_LINKS;
  }
  if (links.length < LIST_LINKS) return false;
  // Of each text its name and a beginning: 为贯彻落实……[详细]
  const behind = blocks.filter((block, at) => isSentence(block) && links.includes(blocks[at - 1] ?? block));
  return behind.length * 2 > sentences.length || sentences.length * 3 <= links.length;
}

/** A row of a table of texts: the title links to it, number and day stand beside it. */
function isLinkedRow({ of, linked, visible }: Block): boolean {
  return of.type === 'tag' && of.name === 'table' && linked * 4 > visible;
}

/** Of a portal the longest paragraph is no text: it has no title, and no element of its own. */
function isHome(page: WeighedPage, own: number, { main, title, annexes }: FoundText): boolean {
  if (own >= HOME_TEXT || title.length > 0 || annexes.length > 0) return false;
  if (page.blocks.filter(isLinks).length < HOME_LINKS) return false;
  return ![...page.ranges].some(([element, range]) => isTextElement(element, range, main));
}

function isTextElement(element: Element, range: Range, main: Range): boolean {
  return range.first <= main.first && range.end >= main.end && isTextContainer(element);
}

function namesIn(root: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of nodesIn(root.children)) {
    if (isElement(node) && !(node.name === 'iframe' && isUnseen(node))) names.add(node.name);
  }
  return names;
}

/** Frames that count visitors are of no size. */
function isUnseen({ attribs: { width = '', height = '', style = '' } }: Element): boolean {
  const isSmall = /^[01](?:px)?$/u.test(width) || /^[01](?:px)?$/u.test(height);
  return isSmall || /display\s{0,4}:\s{0,4}none/u.test(style.slice(0, 2000));
}

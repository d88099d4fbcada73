/**
 * EPUB: its chapters in the order of the spine, each as HTML. The navigation repeats their headings, and is no text.
 *
 * @see  EPUB 3.3, 5 (package document), 4.2.6.3 (META-INF).
 */
import { PolicyError } from '../../core/errors.js';
import type { SaidMetadata } from '../model.js';
import { loneSurrogates } from './encoding.js';
import type { FileContent, Furniture } from './file-content.js';
import { decodePage } from './html/decode-html.js';
import { htmlText } from './html/html-text.js';
import { type OfficePackage, openPackage, partName, passwordNeeded } from './office-package.js';
import type { Document, Element } from './parse-markup.js';
import { findElement, ownText, walkTree } from './walk-tree.js';
import { wellFormed } from './well-formed.js';
import { withoutText } from './word-content.js';

const READ = /\.(?:xml|opf|x?html?)$/i;
/** A book names each chapter once. */
const MOST_CHAPTERS = 10_000;

/**
 * @throws  PolicyError `unreadable_file` where it is no book, is cut off or a bomb; `password_needed` where its chapters are
 *          encrypted; `page_without_text` where they are pictures.
 */
export async function readEpub(bytes: Uint8Array, name: string): Promise<FileContent> {
  const parts = await openPackage(bytes, READ);
  const container = parts.xml('META-INF/container.xml');
  const root = container === null ? null : findElement(container, local('rootfile'));
  const path = root?.attribs['full-path'] ?? '';
  const book = parts.xml(path);
  if (book === null) throw noBook(name);
  const chapters = chaptersOf(book, path);
  refuseEncrypted(parts, new Set(chapters));
  const texts: string[] = [];
  for (const chapter of chapters) {
    const page = parts.bytes(chapter);
    const isBlank = page === null || page.every((byte) => byte <= 0x20);
    const text = isBlank ? '' : htmlText(decodePage(page).text).text;
    if (text !== '') texts.push(text);
  }
  const { text, replaced } = wellFormed(texts.join('\n'));
  if (text === '') throw withoutText(name);
  return {
    format: 'epub',
    text,
    furniture: titlePage(texts),
    said: saidOf(book),
    savedFrom: null,
    links: [],
    encoding: null,
    warnings: replaced === 0 ? [] : [loneSurrogates(replaced)],
  };
}

/** A page that prints the title alone, where the text begins with it again. */
function titlePage([first = '', second = '']: readonly string[]): readonly Furniture[] {
  const isRepeated = first !== '' && second.split('\n', 1)[0] === first;
  return isRepeated ? [{ start: 0, end: first.length, rule: 'title-page' }] : [];
}

/** Names of the parts, without the navigation. */
function chaptersOf(book: Document, path: string): readonly string[] {
  const items = new Map<string, Element>();
  const order: string[] = [];
  const contents = new Set<string>();
  walkTree(book, {
    enter(element) {
      const { attribs } = element;
      if (local('item')(element)) items.set(attribs.id ?? '', element);
      else if (local('itemref')(element) && order.length < MOST_CHAPTERS) order.push(attribs.idref ?? '');
      else if (local('reference')(element) && attribs.type === 'toc') contents.add(hrefOf(element, path));
      return true;
    },
    leave() {},
  });
  const named = [...new Set(order)].flatMap((id) => items.get(id) ?? []);
  const pages = named
    .filter(({ attribs }) => !(attribs.properties ?? '').split(/\s/u).includes('nav'))
    .map((item) => hrefOf(item, path))
    .filter((chapter) => !contents.has(chapter));
  return [...new Set(pages)];
}

function hrefOf({ attribs }: Element, path: string): string {
  const [href = ''] = (attribs.href ?? '').split('#', 1);
  try {
    return partName(decodeURIComponent(href), path);
  } catch {
    return partName(href, path);
  }
}

/** Fonts may be: a reader takes no notice of them. */
function refuseEncrypted(parts: OfficePackage, chapters: ReadonlySet<string>): void {
  const list = parts.xml('META-INF/encryption.xml');
  if (list === null) return;
  const isChapter = (element: Element): boolean =>
    local('CipherReference')(element) && chapters.has(partName(element.attribs.URI ?? '', ''));
  if (findElement(list, isChapter) !== null) throw passwordNeeded();
}

function saidOf(book: Document): SaidMetadata {
  const said = (name: string): string => {
    const element = findElement(book, ({ name: its }) => its === `dc:${name}`);
    return element === null ? '' : ownText(element).slice(0, 300).replace(/\s+/gu, ' ').trim();
  };
  const [title, publisher] = [said('title'), said('publisher')];
  return { ...(title === '' ? {} : { title }), ...(publisher === '' ? {} : { sourceName: publisher }) };
}

/** Files have prefixes for the names, or none. */
const local =
  (name: string) =>
  ({ name: its }: Element): boolean =>
    its === name || its.endsWith(`:${name}`);

function noBook(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} is an archive without a book in it.`,
    'Get it from its source again, or unpack it if it is a ZIP archive.',
  );
}

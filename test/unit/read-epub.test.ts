import { describe, expect, it } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { readEpub } from '../../indexer/read/epub.js';
import { zipOfParts } from './zip-of.js';

interface Chapter {
  readonly href: string;
  readonly content: string;
  /** Further attributes of its item. */
  readonly more?: string;
}

/** @param order  Ids of the spine: c0 is the first of the chapters. */
function epubOf(
  chapters: readonly Chapter[],
  order: readonly string[],
  metadata = '',
  more: Record<string, string> = {},
): Buffer {
  const items = chapters.map(({ href, more: said = '' }, at) => `<item id="c${at}" href="${href}" ${said}/>`);
  return zipOfParts({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata>${metadata}</metadata><manifest>${items.join('')}</manifest><spine>${order.map((id) => `<itemref idref="${id}"/>`).join('')}</spine></package>`,
    ...Object.fromEntries(chapters.map(({ href, content }) => [`OEBPS/${decodeURI(href)}`, content])),
    ...more,
  });
}

const chapter = (href: string, body: string): Chapter => ({
  href,
  content: `<html><head><title>书</title></head><body>${body}</body></html>`,
});
const linesOf = async (file: Buffer): Promise<readonly string[]> =>
  (await readEpub(file, 'a.epub')).text.split('\n');

describe('a book', () => {
  const [first, second] = [
    chapter('a.xhtml', '<h1>第一章</h1><p>甲</p>'),
    chapter('text/b%20c.html', '<h1>第二章</h1><p>乙</p>'),
  ];

  it('is its chapters in the order of the spine', async () => {
    expect(await linesOf(epubOf([first, second], ['c1', 'c0']))).toEqual(['第二章', '乙', '第一章', '甲']);
  });

  it('has no navigation for its text', async () => {
    const contents = {
      ...chapter('nav.xhtml', '<nav><ol><li>第一章</li></ol></nav>'),
      more: 'properties="nav"',
    };
    expect(await linesOf(epubOf([contents, first], ['c0', 'c1']))).toEqual(['第一章', '甲']);
  });

  it('has each chapter once, and none that is not there', async () => {
    const missing = epubOf([first, first], ['c0', 'c0', 'c1', 'c9']);
    expect(await linesOf(missing)).toEqual(['第一章', '甲']);
  });

  it('names a page that prints the title alone, where the text begins with it', async () => {
    const { text, furniture } = await readEpub(
      epubOf(
        [chapter('t.xhtml', '<h1>处罚法</h1>'), chapter('a.xhtml', '<h1>处罚法</h1><p>甲</p>')],
        ['c0', 'c1'],
      ),
      'a',
    );
    expect(furniture.map(({ start, end, rule }) => [rule, text.slice(start, end)])).toEqual([
      ['title-page', '处罚法'],
    ]);
  });

  it('says its title and publisher', async () => {
    const metadata =
      '<dc:title>处罚法</dc:title><dc:publisher>法律出版社</dc:publisher><dc:date>2026-11-27</dc:date>';
    expect((await readEpub(epubOf([first], ['c0'], metadata), 'a')).said).toEqual({
      title: '处罚法',
      sourceName: '法律出版社',
    });
  });

  const locked = (uri: string): Record<string, string> => ({
    'META-INF/encryption.xml': `<encryption><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="${uri}"/></enc:CipherData></enc:EncryptedData></encryption>`,
  });
  it('may have locked fonts', async () => {
    expect(await linesOf(epubOf([first], ['c0'], '', locked('OEBPS/font.otf')))).toEqual(['第一章', '甲']);
  });

  it.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'unreadable_file'],
    ['is cut off', epubOf([first], ['c0']).subarray(0, 400), 'unreadable_file'],
    ['is another archive', zipOfParts({ 'a.txt': '甲' }), 'unreadable_file'],
    ['has locked chapters', epubOf([first], ['c0'], '', locked('OEBPS/a.xhtml')), 'password_needed'],
    [
      'is of pictures',
      epubOf([chapter('a.xhtml', '<img src="a.png" alt="封面"/>')], ['c0']),
      'page_without_text',
    ],
    ['has no chapters', epubOf([], []), 'page_without_text'],
    [
      'nests a million elements',
      epubOf([chapter('a.xhtml', '<div>'.repeat(1_000_000))], ['c0']),
      'unreadable_file',
    ],
  ])('says why it cannot be read where it %s', async (_, bytes, code) => {
    const error = await readEpub(bytes, 'a.epub').then(
      () => null,
      (thrown: PolicyError) => thrown,
    );
    expect(error).toMatchObject({ name: 'PolicyError', code });
    expect(error?.remedy).toMatch(/\.$/);
  });
});

/**
 * Other files inside of a .docx (`altChunk`): registers write a whole law as HTML, and leave the document itself empty. Word
 * shows them like the rest.
 */
import type { FileContent } from '../file-content.js';
import { decodePage } from '../html/decode-html.js';
import { htmlText } from '../html/html-text.js';
import { mimeParts } from '../mime-parts.js';
import type { OfficePackage } from '../office-package.js';
import { readRtf } from '../rtf/read-rtf.js';

const PAGES = new Set(['text/html', 'application/xhtml+xml']);
const KIND = '/aFChunk';

/**
 * Their texts, by the ids of their relations; of several that lead to one part, by the first.
 *
 * @param readDocx  How a .docx inside of this one is read.
 */
export async function readChunks(
  parts: OfficePackage,
  main: string,
  readDocx: (bytes: Uint8Array, name: string) => Promise<FileContent>,
): Promise<Map<string, string>> {
  const read = new Set<string>();
  const texts = new Map<string, string>();
  for (const { id, target } of parts.relations(main, KIND)) {
    const bytes = parts.bytes(target);
    if (bytes === null || read.has(target)) continue;
    read.add(target);
    texts.set(id, await textOf(bytes, target, readDocx));
  }
  return texts;
}

async function textOf(
  bytes: Buffer,
  name: string,
  readDocx: (bytes: Uint8Array, name: string) => Promise<FileContent>,
): Promise<string> {
  const head = bytes.toString('latin1', 0, 2000).trimStart();
  if (head === '') return '';
  if (head.startsWith('PK')) return (await readDocx(bytes, name)).text;
  if (head.startsWith('{\\rtf')) return (await readRtf(bytes, name)).text;
  const isMessage = /^(?:MIME-Version|Content-Type|From|Date|Subject|X-[\w-]{1,40}):/im.test(head);
  const page = isMessage ? mimeParts(bytes).find(({ type }) => PAGES.has(type))?.body : bytes;
  if (page === undefined) return '';
  const { text } = decodePage(page);
  return /<[a-z!]/i.test(text) ? htmlText(text).text : text;
}

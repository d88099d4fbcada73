/**
 * Which files are annexes of which pages: a page links to a file that lies beside it.
 */
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { InputFormat } from './detect-format.js';
import type { InputFile } from './list-files.js';

export interface Annexes {
  /** Of a page, in the order of its links. */
  readonly of: ReadonlyMap<InputFile, readonly InputFile[]>;
  /** Of an annex: the first page that links to it. */
  readonly noticeOf: ReadonlyMap<InputFile, InputFile>;
}

const PAGES: ReadonlySet<InputFormat> = new Set(['html', 'mhtml']);
const ANNEXES: ReadonlySet<InputFormat> = new Set(['docx', 'doc', 'odt', 'rtf', 'pdf', 'xlsx', 'xls', 'csv']);
/** A page of more is a list of files. */
const MOST_ANNEXES = 50;
const LARGEST_PAGE = 8 * 1024 * 1024;
const HREF = /\shref\s{0,9}=(?:3D)?\s{0,9}(?:"([^"<>]{1,1000})"|'([^'<>]{1,1000})'|([^"'<>\s]{1,1000}))/giu;

/** Opens only pages in whose folder there is a file that could be an annex. */
export async function tieAnnexes(files: readonly InputFile[]): Promise<Annexes> {
  const of = new Map<InputFile, readonly InputFile[]>();
  const noticeOf = new Map<InputFile, InputFile>();
  for (const beside of byFolder(files)) {
    const annexes = new Map(
      beside.filter(({ format }) => ANNEXES.has(format)).map((file) => [baseOf(file.name), file]),
    );
    if (annexes.size === 0) continue;
    for (const page of beside.filter(({ format }) => PAGES.has(format))) {
      const own = linkedFrom(await textOf(page)).flatMap((name) => annexes.get(name) ?? []);
      if (own.length === 0 || own.length > MOST_ANNEXES) continue;
      of.set(page, own);
      for (const annex of own) if (!noticeOf.has(annex)) noticeOf.set(annex, page);
    }
  }
  return { of, noticeOf };
}

/**
 * What a document has from others: the annexes that a page names; the notice of an annex, which gives it body, number and day. Where it
 * differs from before, the document does, though not a byte of its own.
 */
export function tiesOf({ of, noticeOf }: Annexes, file: InputFile): string {
  const notice = noticeOf.get(file);
  const annexes = (of.get(file) ?? []).map(({ origin }) => origin);
  return [...annexes, ...(notice === undefined ? [] : [notice.origin, notice.stamp])].join('\n');
}

function byFolder(files: readonly InputFile[]): Iterable<readonly InputFile[]> {
  const folders = new Map<string, InputFile[]>();
  for (const file of files) {
    const folder = dirname(file.absolute);
    const beside = folders.get(folder);
    if (beside === undefined) folders.set(folder, [file]);
    else beside.push(file);
  }
  return folders.values();
}

/** Addresses are ASCII, or UTF-8 as the name is; a page in another encoding writes them with %. */
async function textOf({ absolute }: InputFile): Promise<string> {
  const bytes = await readFile(absolute).catch(() => Buffer.alloc(0));
  const text = bytes.subarray(0, LARGEST_PAGE).toString('utf8');
  return text.replace(/=\r?\n/gu, ''); // MHTML breaks lines inside of words
}

/** Last parts of the addresses, each once. */
function linkedFrom(page: string): readonly string[] {
  const names = [...page.matchAll(HREF)].map(([, double, single, bare]) =>
    baseOf(decoded(double ?? single ?? bare ?? '')),
  );
  return [...new Set(names)];
}

function baseOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).normalize('NFC');
}

/** The path of an address: without entities, what stands behind ? and #, and %. */
function decoded(address: string): string {
  const written = address
    .replace(/&#(\d{1,6});/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&amp;', '&');
  const path = written.split(/[?#]/u, 1)[0] ?? '';
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

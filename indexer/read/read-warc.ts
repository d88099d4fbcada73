/**
 * A web archive → the pages and files that were fetched, each with the address it came from. The only file that knows warcio.
 */
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { WARCParser, type WARCRecord } from 'warcio';
import { PolicyError } from '../../core/errors.js';
import { sizeOf } from './file-bytes.js';
import { emptyFile, MAX_FILE_BYTES, tooLarge } from './limits.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { MAX_DEPTH } from './read-zip.js';
import { formatOfBytes } from './sniff.js';
import { archiveTooDeep, partOfPage } from './unlisted.js';

/** Responses that are parts of pages: a crawl has thousands, and none is a text. */
const PART =
  /^(?:image|audio|video|font)\/|javascript|ecmascript|^text\/css|^application\/(?:json|x-font|font|octet-stream)/iu;

/** @throws PolicyError `unreadable_file` where it is none, or breaks off before its first record; `page_without_text` where nothing in it was fetched. */
export async function* readWarc(file: InputFile): AsyncGenerator<InputFile | UnreadInput> {
  const depth = file.unpacked?.depth ?? 0;
  if (depth >= MAX_DEPTH) throw archiveTooDeep(file.path, MAX_DEPTH);
  if ((await sizeOf(file)) === 0) throw emptyFile();
  const { unpacked } = file;
  const source = unpacked === undefined ? createReadStream(file.absolute) : Readable.from([unpacked.bytes]);
  let [records, fetched] = [0, 0];
  try {
    for await (const record of WARCParser.iterRecords(source)) {
      records += 1;
      const url = record.warcTargetURI ?? '';
      if (!wasFetched(record, url)) continue;
      fetched += 1;
      yield await readRecord(record, url, file, depth);
    }
  } catch (cause) {
    if (cause instanceof PolicyError) throw cause;
    yield { path: file.path, error: brokenOff(file.path, records, cause) };
    return;
  } finally {
    source.destroy();
  }
  if (records === 0) throw brokenOff(file.path, 0, new Error('it holds no records'));
  if (fetched === 0) throw withoutPages(file.path, records);
}

function wasFetched(record: WARCRecord, url: string): boolean {
  if (record.warcType !== 'response' && record.warcType !== 'resource') return false;
  if (!/^https?:\/\//iu.test(url)) return false;
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  return status >= 200 && status < 300;
}

async function readRecord(
  record: WARCRecord,
  url: string,
  file: InputFile,
  depth: number,
): Promise<InputFile | UnreadInput> {
  const inner = innerName(url);
  const path = `${file.path}/${inner}`;
  try {
    const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
    if (PART.test(type)) throw partOfPage(path, 'pages of the archive');
    const bytes = await contentOf(record, path);
    const format = await formatOfBytes(inner, bytes);
    if (format === null) throw partOfPage(path, 'pages of the archive');
    const unpacked = { bytes, meta: null, savedFrom: { url, by: 'saved' as const }, depth: depth + 1 };
    return { ...file, path, name: `${file.name}/${inner}`, format, metaPath: null, unpacked };
  } catch (error) {
    if (error instanceof PolicyError) return { path, error };
    return { path, error: brokenOff(path, 0, error) };
  }
}

/** Without the encodings it was sent in (chunks, gzip). */
async function contentOf(record: WARCRecord, path: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.length;
    if (length > MAX_FILE_BYTES) throw tooLarge(path, length, MAX_FILE_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** https://www.gov.cn/zhengce/a.html?id=1 → www.gov.cn/zhengce/a.html?id=1 */
function innerName(url: string): string {
  const address = url.split('#', 1)[0] ?? '';
  return address.replace(/^https?:\/\//iu, '').replace(/\/$/u, '/index.html');
}

/** What was only asked for, refused, or sent elsewhere; or records whose heads are damaged. */
function withoutPages(path: string, records: number): PolicyError {
  return new PolicyError(
    'page_without_text',
    `${path} holds ${records} ${records === 1 ? 'record' : 'records'}, and no page among them that a site has sent.`,
    'Fetch the pages again; or leave the archive out.',
  );
}

function brokenOff(path: string, records: number, cause: unknown): PolicyError {
  const fault = cause instanceof Error ? cause.message : String(cause);
  return new PolicyError(
    'unreadable_file',
    `${path} breaks off after ${records} ${records === 1 ? 'record' : 'records'}, which were read: ${fault}.`,
    'Fetch or copy the archive again.',
    { cause },
  );
}

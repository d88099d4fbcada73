/**
 * What a file is, by its first bytes; its ending decides only between kinds of plain text, and where the bytes say nothing.
 */
import type { FileFormat } from '../../core/model.js';
import { openZip } from './unzip.js';

/** What a file is: of one document (a text may be Markdown by its name), or an archive. */
export type InputFormat = 'text' | 'zip' | 'warc' | Exclude<FileFormat, 'txt' | 'md'>;

export interface Detectable {
  /** Its ending is looked at. */
  readonly name: string;
  /** Its first bytes, 4 kB or all. */
  readonly head: Uint8Array;
  /** All of it: a path, or its bytes; looked into where the first bytes say no more than that it is packed. */
  readonly whole: () => Promise<string | Uint8Array>;
  readonly bytes: () => Promise<Uint8Array>;
}

export const HEAD_BYTES = 4096;

const ENDINGS: readonly (readonly [ending: RegExp, format: InputFormat])[] = [
  [/\.(?:txt|md|markdown)$/iu, 'text'],
  [/\.(?:jsonl|ndjson)(?:\.gz)?$/iu, 'jsonl'],
  [/\.json$/iu, 'json'],
  [/\.(?:x?html?|shtml?)$/iu, 'html'],
  [/\.mht(?:ml)?$/iu, 'mhtml'],
  [/\.(?:csv|tsv)$/iu, 'csv'],
  [/\.warc(?:\.gz)?$/iu, 'warc'],
  [/\.(?:docx|docm|dotx)$/iu, 'docx'],
  [/\.(?:doc|dot|wps)$/iu, 'doc'],
  [/\.odt$/iu, 'odt'],
  [/\.rtf$/iu, 'rtf'],
  [/\.epub$/iu, 'epub'],
  [/\.pdf$/iu, 'pdf'],
  [/\.(?:xlsx|xlsm)$/iu, 'xlsx'],
  [/\.(?:xls|et)$/iu, 'xls'],
  [/\.zip$/iu, 'zip'],
];
/** Files whose ending says that they are text: of these alone the bytes may say nothing. */
const TEXTS: ReadonlySet<InputFormat> = new Set(['text', 'jsonl', 'json', 'csv']);

/** What a page begins with, whatever it is called; a .txt may speak of <p> and stays a text. */
const PAGE = /^<(?:!doctype\s{1,9}html|html|head|meta|title|body|frameset)(?=[\s>])/iu;
/** What a page begins with where its name says that it is one: .htm, .xls, .doc. */
const PIECE = /^<[a-z][^<>]{0,500}>/iu;
const MHTML = /^(?:\s{0,9}[\w-]{1,40}:[^\n]{0,900}\r?\n(?:[ \t][^\n]{0,900}\r?\n){0,20}){1,20}/u;

/** @returns null for what is of no format that we read. */
export async function detectFormat({ name, head, whole, bytes }: Detectable): Promise<InputFormat | null> {
  const ending = ENDINGS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
  if (begins(head, 'PK\u0003\u0004') || begins(head, 'PK\u0005\u0006')) return packed(await whole(), ending);
  if (begins(head, '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'))
    return compound(await bytes(), ending);
  if (Buffer.from(head.subarray(0, 1024)).includes('%PDF-')) return 'pdf';
  if (begins(head, '{\\rtf')) return 'rtf';
  if (begins(head, 'WARC/')) return 'warc';
  if (begins(head, '\u001f\u008b')) return ending === 'warc' || ending === 'jsonl' ? ending : null;
  const text = asText(head);
  if (isMhtml(text)) return 'mhtml';
  if (ending !== 'json' && ending !== 'jsonl' && !/\.(?:md|markdown)$/iu.test(name)) {
    const markup = behindComments(text);
    if (PAGE.test(markup)) return 'html';
    if (ending !== null && !TEXTS.has(ending) && PIECE.test(markup)) return 'html';
  }
  return ending;
}

function begins(head: Uint8Array, signature: string): boolean {
  return [...signature].every((sign, at) => head[at] === sign.charCodeAt(0));
}

/** Enough to see tags and header lines in: they are ASCII in every encoding that we read but UTF-16. */
function asText(head: Uint8Array): string {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const encoding = isUtf16 ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'latin1';
  return new TextDecoder(encoding).decode(head).replace(/^\u00ef\u00bb\u00bf/u, '');
}

/** A page may begin with where it was saved from, in a comment, and with the version of its XML. */
function behindComments(text: string): string {
  let rest = text.trimStart();
  for (;;) {
    const [opening, closing] = rest.startsWith('<!--') ? ['<!--', '-->'] : ['<?', '?>'];
    const end = rest.startsWith(opening) ? rest.indexOf(closing) : -1;
    if (end < 0) return rest;
    rest = rest.slice(end + closing.length).trimStart();
  }
}

function isMhtml(text: string): boolean {
  const lines = MHTML.exec(text.slice(0, 4000))?.[0] ?? '';
  return /^MIME-Version:/imu.test(lines) && /^Content-Type:\s{0,9}(?:multipart\/|text\/html)/imu.test(lines);
}

/** An office file names its parts; what names none is an archive of files. */
async function packed(source: string | Uint8Array, ending: InputFormat | null): Promise<InputFormat> {
  let looked = 0;
  try {
    for await (const entry of openZip(source)) {
      const part = entry.name.toLowerCase();
      if (part === 'word/document.xml') return 'docx';
      if (part === 'xl/workbook.xml') return 'xlsx';
      if (part === 'mimetype' && entry.size < 200) {
        const type = (await entry.read()).toString('latin1').trim();
        if (type.startsWith('application/epub')) return 'epub';
        if (type === 'application/vnd.oasis.opendocument.text') return 'odt';
      }
      looked += 1;
      if (looked > 2000) break; // an archive of texts
    }
  } catch {
    return ending ?? 'zip'; // damaged: who reads it says so
  }
  return 'zip';
}

/** An old Office file is known by the streams in its directory, whose names are UTF-16. */
function compound(bytes: Uint8Array, ending: InputFormat | null): InputFormat | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string): boolean => whole.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('WordDocument')) return 'doc';
  if (holds('Workbook') || holds('Book')) return 'xls';
  // A .docx or .xlsx with a password is a compound file around the packed one: whoever reads it says so.
  if (holds('EncryptedPackage')) return ending === 'xlsx' || ending === 'xls' ? 'xls' : 'doc';
  return null;
}

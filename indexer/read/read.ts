/**
 * Files in, documents out. One bad file, line or entry never stops the rest.
 */
import { basename } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import type { RawDocument } from '../model.js';
import type { InputFormat } from './detect-format.js';
import { idOfFile } from './document-id.js';
import { readGivenBeside } from './given-beside.js';
import type { InputFile, UnreadFile, UnreadInput } from './list-files.js';
import type { PackedFormat, PackedText } from './read-content.js';
import { readJson } from './read-json.js';
import { readJsonl } from './read-jsonl.js';
import { readPacked } from './read-packed.js';
import { type OpenTable, readRows } from './read-rows.js';
import { readText } from './read-text.js';
import { readWarc } from './read-warc.js';
import { readZip } from './read-zip.js';
import { readTable } from './sheets/read-table.js';
import type { Annexes } from './tie-annexes.js';
import { vanished } from './unlisted.js';

/** What `clean` looks for: in a text page furniture, in data none, in a file what its reader left. */
export type DocumentKind = 'text' | 'jsonl' | 'file';

export interface ReadDocument extends RawDocument {
  readonly kind: DocumentKind;
  /** Of the file that it came from. */
  readonly origin: string;
  /** Until a thread has read its text. */
  readonly packed?: PackedText;
  /** Of an annex: the page that links to it. */
  readonly noticePage?: PackedText;
}

export interface ReadOptions {
  /** Which files are annexes of which pages; without it none is. */
  readonly annexes?: Annexes;
  /** Told how far a file is read: bytes of it as it lies on the disk. */
  readonly onRead?: (file: InputFile, bytes: number) => void;
  /** Given the bytes of each file that is one document, under the document's hash. */
  readonly keep?: (sha256: string, bytes: Uint8Array) => Promise<void>;
  /** In a thread, where there are such. */
  readonly openTable?: OpenTable;
}

/** The file as it came, where it is one document. */
export interface Whole {
  readonly whole?: Uint8Array;
}

interface Reading {
  readonly onRead: (bytes: number) => void;
  readonly openTable: OpenTable;
}

type ReadWhole = Omit<ReadDocument, 'origin'> & Whole;
type Read = ReadWhole | InputFile | UnreadInput;
type Format = (file: InputFile, reading: Reading) => AsyncIterable<Read>;

const FORMATS: Readonly<Record<InputFormat, Format>> = {
  text: (file) =>
    ofKind(
      'text',
      one(() => readText(file)),
    ),
  jsonl: (file, { onRead }) => ofKind('jsonl', readJsonl(file, onRead)),
  json: (file) => ofKind('jsonl', readJson(file)),
  html: packed('html'),
  mhtml: packed('mhtml'),
  docx: packed('docx'),
  doc: packed('doc'),
  odt: packed('odt'),
  rtf: packed('rtf'),
  epub: packed('epub'),
  pdf: packed('pdf'),
  csv: table('csv'),
  xlsx: table('xlsx'),
  xls: table('xls'),
  zip: readZip,
  warc: readWarc,
};

export async function* readDocuments(
  files: Iterable<InputFile>,
  { onRead = () => undefined, keep, openTable = readTable, annexes }: ReadOptions = {},
): AsyncGenerator<ReadDocument | UnreadFile> {
  for (const file of files) {
    const { origin } = file;
    for await (const read of documentsOf(file, { onRead: (bytes) => onRead(file, bytes), openTable })) {
      if ('error' in read) yield { ...read, origin };
      else {
        const { whole, ...document } = annexes === undefined ? read : await tied(read, file, annexes);
        if (keep !== undefined && whole !== undefined) await keep(read.sha256, whole);
        yield { ...document, origin };
      }
    }
    onRead(file, Number.POSITIVE_INFINITY);
  }
}

async function* documentsOf(file: InputFile, reading: Reading): AsyncGenerator<ReadWhole | UnreadInput> {
  try {
    for await (const read of FORMATS[file.format](file, reading)) {
      if ('format' in read && 'absolute' in read)
        yield* documentsOf(read, { ...reading, onRead: () => undefined });
      else yield read;
    }
  } catch (error) {
    yield { path: file.path, error: unreadable(file.path, error) };
  }
}

function table(format: 'csv' | 'xlsx' | 'xls'): Format {
  return async function* rows(file, { openTable }) {
    for await (const read of readRows(file, format, openTable)) {
      if ('error' in read) yield read;
      else {
        const { isRow, ...document } = read;
        yield { ...document, kind: isRow ? 'jsonl' : 'file' };
      }
    }
  };
}

/** A page knows its annexes, and an annex its page, whose bytes it takes along: what the page says of itself is the annex's too. */
async function tied(read: ReadWhole, file: InputFile, { of, noticeOf }: Annexes): Promise<ReadWhole> {
  const notice = noticeOf.get(file);
  const own = of.get(file) ?? [];
  if (notice === undefined && own.length === 0) return read;
  const attachments = await Promise.all(
    own.map(async (annex) => ({ id: await idOf(annex), name: basename(annex.name) })),
  );
  if (notice === undefined) return { ...read, attachments };
  const { packed: noticePage, id } = await readPacked(notice, notice.format as PackedFormat);
  return { ...read, attachments, attachmentOf: id, noticePage };
}

async function idOf(file: InputFile): Promise<string> {
  return (await readGivenBeside(file, null)).id ?? idOfFile(file.name);
}

function packed(format: PackedFormat): Format {
  return (file) =>
    ofKind(
      'file',
      one(() => readPacked(file, format)),
    );
}

async function* one(read: () => Promise<RawDocument & Whole>): AsyncGenerator<RawDocument & Whole> {
  yield await read();
}

async function* ofKind(
  kind: DocumentKind,
  documents: AsyncIterable<(RawDocument & Whole) | UnreadInput>,
): AsyncGenerator<Read> {
  for await (const read of documents) yield 'error' in read ? read : { ...read, kind };
}

/** What the operating system refuses (permissions, a file that vanished, a disk that fails), or a fault of ours. */
function unreadable(path: string, cause: unknown): PolicyError {
  if (cause instanceof PolicyError) return cause;
  if (!(cause instanceof Error && 'syscall' in cause)) return PolicyError.internalError(path, cause);
  if ('code' in cause && cause.code === 'ENOENT') return vanished(path);
  return new PolicyError(
    'unreadable_file',
    `${path} cannot be read: ${cause.message}.`,
    'Check that it is still there, and its permissions.',
    { cause },
  );
}

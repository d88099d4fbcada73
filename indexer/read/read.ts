/**
 * Files in, documents out. One bad file, or line, never stops the rest.
 */
import { PolicyError } from '../../core/errors.js';
import type { RawDocument } from '../model.js';
import type { InputFile, UnreadFile, UnreadInput } from './list-files.js';
import { readJson } from './read-json.js';
import { readJsonl } from './read-jsonl.js';
import { readText } from './read-text.js';

interface Format {
  /** `clean` looks for page furniture in a text that came as a page, never in one that was given as data. */
  readonly kind: ReadDocument['kind'];
  read(file: InputFile, onRead: (bytes: number) => void): AsyncIterable<RawDocument | UnreadInput>;
}

const FORMATS: Readonly<Record<InputFile['format'], Format>> = {
  text: { kind: 'text', read: readOneText },
  jsonl: { kind: 'jsonl', read: readJsonl },
  json: { kind: 'jsonl', read: (file) => readJson(file) },
};

async function* readOneText(file: InputFile): AsyncGenerator<RawDocument> {
  yield await readText(file);
}

export interface ReadDocument extends RawDocument {
  readonly kind: 'text' | 'jsonl';
  /** Of the file that it came from. */
  readonly origin: string;
}

/** @param onRead  Told how far a file is read: bytes of it as it lies on the disk. */
export async function* readDocuments(
  files: Iterable<InputFile>,
  onRead: (file: InputFile, bytes: number) => void = () => undefined,
): AsyncGenerator<ReadDocument | UnreadFile> {
  for (const file of files) {
    const { origin, format } = file;
    const { kind } = FORMATS[format];
    for await (const read of documentsOf(file, (bytes) => onRead(file, bytes))) {
      yield 'error' in read ? { ...read, origin } : { ...read, origin, kind };
    }
    onRead(file, Number.POSITIVE_INFINITY);
  }
}

async function* documentsOf(
  file: InputFile,
  onRead: (bytes: number) => void,
): AsyncGenerator<RawDocument | UnreadInput> {
  try {
    yield* FORMATS[file.format].read(file, onRead);
  } catch (error) {
    yield { path: file.path, error: unreadable(file.path, error) };
  }
}

/** What the operating system refuses (permissions, a file that vanished, a disk that fails), or a fault of ours. */
function unreadable(path: string, cause: unknown): PolicyError {
  if (cause instanceof PolicyError) return cause;
  if (!(cause instanceof Error && 'syscall' in cause)) return PolicyError.internalError(path, cause);
  return new PolicyError(
    'unreadable_file',
    `${path} cannot be read: ${cause.message}.`,
    'Check that it is still there, and its permissions.',
    { cause },
  );
}

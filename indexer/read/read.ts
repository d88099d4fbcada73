/**
 * Files in, documents out. One bad file, or line, never stops the rest.
 */
import { PolicyError } from '../../core/errors.js';
import type { RawDocument } from '../model.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { readJson } from './read-json.js';
import { readJsonl } from './read-jsonl.js';
import { readText } from './read-text.js';

/** `kind`: `clean` looks for page furniture in text files, never in text given in JSONL. */
export type ReadDocument = RawDocument & { readonly kind: 'text' | 'jsonl' };

export async function* readDocuments(files: Iterable<InputFile>): AsyncGenerator<ReadDocument | UnreadInput> {
  for (const file of files) {
    if (file.format === 'text') yield await readOne(file);
    else yield* readMany(file);
  }
}

async function* readMany(file: InputFile): AsyncGenerator<ReadDocument | UnreadInput> {
  try {
    const documents = file.format === 'json' ? readJson(file) : readJsonl(file);
    for await (const read of documents) yield 'error' in read ? read : { ...read, kind: 'jsonl' };
  } catch (error) {
    yield { path: file.path, error: error instanceof PolicyError ? error : unreadable(file.path, error) };
  }
}

async function readOne(file: InputFile): Promise<ReadDocument | UnreadInput> {
  try {
    return { ...(await readText(file)), kind: 'text' };
  } catch (error) {
    return { path: file.path, error: error instanceof PolicyError ? error : unreadable(file.path, error) };
  }
}

/** What the operating system refuses: permissions, a file that vanished, a disk that fails. */
function unreadable(path: string, cause: unknown): PolicyError {
  if (!(cause instanceof Error && 'code' in cause)) throw cause;
  return new PolicyError(
    'unreadable_file',
    `${path} cannot be read: ${cause.message}.`,
    'Check its permissions.',
    {
      cause,
    },
  );
}

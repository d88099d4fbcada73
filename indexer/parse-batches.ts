/**
 * Documents → threads → documents, in the order in which they came.
 *
 * Memory is bounded by what is under way: so many batches, each of so many characters. A thread that dies over a batch
 * loses the document that it died over; the others are parsed again, one by one.
 */
import { PolicyError } from '../core/errors.js';
import type { ThreadPool } from '../core/thread-pool.js';
import { watchBegun } from './begun.js';
import type { ParsedInput, ParseTask } from './parse-worker.js';
import type { ReadDocument } from './read/read.js';
import { failureOf } from './report.js';

const BATCH_CHARACTERS = 200_000; // some 25 ms of parsing: small enough to balance, large enough to be worth a message
const BATCHES_AHEAD = 1; // a thread
/** For one document. */
const LONGEST_MS = 60_000;

export interface ParseBatches {
  add(document: ReadDocument): Promise<void>;
  /** Waits until all that was added is taken. */
  finish(): Promise<void>;
}

export interface ParseBatchesOptions {
  readonly parse: ThreadPool<ParseTask, ParsedInput[]>;
  readonly threads: number;
  readonly indexedAt: string;
  readonly signal: AbortSignal;
  /** What became of documents, each in the place of its own. */
  readonly take: (parsed: readonly ParsedInput[], documents: readonly ReadDocument[]) => Promise<void>;
}

export function openParseBatches(options: ParseBatchesOptions): ParseBatches {
  const { parse, indexedAt, signal } = options;
  const underWay: { documents: readonly ReadDocument[]; parsed: Promise<ParsedInput[]> }[] = [];
  let batch: ReadDocument[] = [];
  let characters = 0;

  const takeNext = async (): Promise<void> => {
    const next = underWay.shift();
    if (next === undefined) return;
    const parsed = await next.parsed.catch((error: unknown) => {
      if (signal.aborted) throw error;
      const [only, ...others] = next.documents;
      if (only !== undefined && others.length === 0 && only.packed !== undefined) {
        return [failureOf(only.path, lostOver(only, error))];
      }
      return oneByOne(next.documents);
    });
    await options.take(parsed, next.documents);
  };
  const oneByOne = async (documents: readonly ReadDocument[]): Promise<ParsedInput[]> => {
    const parsed: ParsedInput[] = [];
    for (const document of documents) {
      try {
        parsed.push(...(await run([document])));
      } catch (error) {
        if (signal.aborted) throw error;
        parsed.push(failureOf(document.path, lostOver(document, error)));
      }
    }
    return parsed;
  };
  const run = async (documents: readonly ReadDocument[]): Promise<ParsedInput[]> => {
    const watch = watchBegun(LONGEST_MS);
    try {
      const stop = AbortSignal.any([signal, watch.stuck]);
      return await parse.run({ documents, indexedAt, begun: watch.begun }, stop);
    } finally {
      watch.end();
    }
  };
  const send = (): void => {
    if (batch.length === 0) return;
    const parsed = run(batch);
    parsed.catch(() => undefined); // it is awaited in its turn; until then it is not unhandled
    underWay.push({ documents: batch, parsed });
    batch = [];
    characters = 0;
  };

  return {
    async add(document) {
      batch.push(document);
      characters += charactersOf(document);
      if (characters >= BATCH_CHARACTERS) send();
      while (underWay.length > options.threads * BATCHES_AHEAD) await takeNext();
    },
    async finish() {
      send();
      while (underWay.length > 0) await takeNext();
    },
  };
}

export function charactersOf({
  text,
  textEn,
  packed,
}: Pick<ReadDocument, 'text' | 'textEn' | 'packed'>): number {
  return text.length + (textEn?.length ?? 0) + Math.ceil((packed?.bytes.length ?? 0) / BYTES_PER_CHARACTER);
}

/** What a file of another format costs: markup, pictures and fonts are most of it. */
const BYTES_PER_CHARACTER = 2;

/** A thread that was ended over a document: it took too long, or all the memory that there is. */
function lostOver({ path, packed }: ReadDocument, cause: unknown): PolicyError {
  if (packed === undefined) return PolicyError.internalError(path, cause);
  const fault =
    cause instanceof Error && cause.name === 'AbortError'
      ? `takes more than ${LONGEST_MS / 1000} seconds`
      : 'needs more memory than a file may have';
  return new PolicyError(
    'unreadable_file',
    `${path} ${fault} to be read.`,
    'Open it in the program that it was made with, and save it anew, or its parts as files of their own.',
    { cause },
  );
}

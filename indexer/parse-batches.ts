/**
 * Documents → threads → documents, in the order in which they came.
 *
 * Memory is bounded by what is under way: so many batches, each of so many characters. A thread that dies over a batch
 * loses the document that it died over; the others are parsed again, one by one.
 */
import { PolicyError } from '../core/errors.js';
import type { ThreadPool } from '../core/thread-pool.js';
import type { ParsedInput, ParseTask } from './parse-worker.js';
import type { ReadDocument } from './read/read.js';
import { failureOf } from './report.js';

const BATCH_CHARACTERS = 200_000; // some 25 ms of parsing: small enough to balance, large enough to be worth a message
const BATCHES_AHEAD = 1; // a thread

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
      return oneByOne(next.documents);
    });
    await options.take(parsed, next.documents);
  };
  const oneByOne = async (documents: readonly ReadDocument[]): Promise<ParsedInput[]> => {
    const parsed: ParsedInput[] = [];
    for (const document of documents) {
      try {
        parsed.push(...(await parse.run({ documents: [document], indexedAt }, signal)));
      } catch (error) {
        if (signal.aborted) throw error;
        parsed.push(failureOf(document.path, PolicyError.internalError(document.path, error)));
      }
    }
    return parsed;
  };
  const send = (): void => {
    if (batch.length === 0) return;
    const parsed = parse.run({ documents: batch, indexedAt }, signal);
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

export function charactersOf({ text, textEn }: Pick<ReadDocument, 'text' | 'textEn'>): number {
  return text.length + (textEn?.length ?? 0);
}

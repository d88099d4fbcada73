/**
 * Documents → engine: read in order, parsed in threads, added in order.
 *
 * Memory is bounded by what is under way: so many batches, each of so many characters. In order, because row ids,
 * and so every tie of the ranking, follow the order of the files.
 */

import { PolicyError } from '../core/errors.js';
import type { ThreadPool } from '../core/thread-pool.js';
import type { IndexBuild } from '../engine/engine.js';
import type { AnalyzedDocument } from '../engine/entry.js';
import type { ParsedInput, ParseTask } from './parse-worker.js';
import type { UnreadInput } from './read/list-files.js';
import type { ReadDocument } from './read/read.js';
import { failureOf, type Report, type ReportedDocument, reportOf, type SkippedInput } from './report.js';

const BATCH_CHARACTERS = 400_000; // some 50 ms of parsing: small enough to balance, large enough to be worth a message
const BATCHES_AHEAD = 2; // a thread

export interface Loaded extends Report {
  /** Documents that the index held already, unchanged; of these nothing was read but their bytes. */
  readonly unchanged: number;
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly characters: number;
}

export interface LoadOptions {
  readonly inputs: AsyncIterable<ReadDocument | UnreadInput>;
  /** null: parse and report, write nothing. */
  readonly build: IndexBuild | null;
  readonly parse: ThreadPool<ParseTask, ParsedInput[]>;
  readonly threads: number;
  readonly indexedAt: string;
  /** Whether a document of the index, by its path, should have been among the inputs: if it was not, it is removed. */
  readonly covers: (path: string) => boolean;
  readonly onProgress: (read: {
    readonly documents: number;
    readonly characters: number;
    readonly bytes: number;
  }) => void;
  readonly signal: AbortSignal;
}

export async function load(options: LoadOptions): Promise<Loaded> {
  const { inputs, build, parse, indexedAt, signal } = options;
  const documents: ReportedDocument[] = [];
  const skipped: SkippedInput[] = [];
  const seen = new Map<string, string>(); // id → path
  const unreadFiles = new Set<string>();
  const count = { unchanged: 0, added: 0, replaced: 0, characters: 0, documents: 0, bytes: 0 };
  const underWay: Promise<ParsedInput[]>[] = [];
  let batch: ReadDocument[] = [];
  let batchCharacters = 0;

  const take = async (): Promise<void> => {
    const parsed = await underWay.shift();
    const analyzed: AnalyzedDocument[] = [];
    for (const one of parsed ?? []) {
      if ('code' in one) {
        skipped.push(one);
        unreadFiles.add(fileOf(one.path));
      } else {
        analyzed.push(one);
        documents.push(reportOf(one));
        count[build?.existing.has(one.document.id) ? 'replaced' : 'added'] += 1;
      }
    }
    if (analyzed.length > 0) await build?.add(analyzed);
  };
  const send = (): void => {
    if (batch.length === 0) return;
    const sent = parse.run({ documents: batch, indexedAt }, signal);
    sent.catch(() => undefined); // it is awaited in its turn; until then it is not unhandled
    underWay.push(sent);
    batch = [];
    batchCharacters = 0;
  };

  for await (const input of inputs) {
    signal.throwIfAborted();
    if ('error' in input) {
      skipped.push(failureOf(input.path, input.error));
      unreadFiles.add(fileOf(input.path));
      continue;
    }
    const earlier = seen.get(input.id);
    if (earlier !== undefined) {
      skipped.push(failureOf(input.path, duplicate(input.id, earlier)));
      continue;
    }
    seen.set(input.id, input.path);
    count.documents += 1;
    count.bytes += input.bytes;
    count.characters += input.text.length + (input.textEn?.length ?? 0);
    options.onProgress(count);
    if (build?.existing.get(input.id)?.sha256 === input.sha256) {
      count.unchanged += 1;
      continue;
    }
    batch.push(input);
    batchCharacters += input.text.length + (input.textEn?.length ?? 0);
    if (batchCharacters >= BATCH_CHARACTERS) send();
    while (underWay.length > options.threads * BATCHES_AHEAD) await take();
  }
  send();
  while (underWay.length > 0) await take();

  const gone = [...(build?.existing ?? [])]
    .filter(([id, { path }]) => !seen.has(id) && options.covers(path) && !unreadFiles.has(fileOf(path)))
    .map(([id]) => id);
  if (gone.length > 0) await build?.remove(gone);
  const { unchanged, added, replaced, characters } = count;
  return { documents, skipped, unchanged, added, replaced, removed: gone.length, characters };
}

/** `laws.jsonl#12` → `laws.jsonl`: a file of which anything could not be read takes nothing out of the index. */
function fileOf(path: string): string {
  return path.replace(/#\d+$/, '');
}

function duplicate(id: string, earlier: string): PolicyError {
  return new PolicyError(
    'duplicate_id',
    `The id ${JSON.stringify(id)} is taken by ${earlier}.`,
    'Give one of the two another `id`, or remove one if they are the same document.',
  );
}

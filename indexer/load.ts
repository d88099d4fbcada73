/**
 * Documents → engine: read in order, parsed in threads, added in order.
 *
 * In order, because row ids, and so every tie of the ranking, follow the order of the files.
 */

import { PolicyError } from '../core/errors.js';
import type { AnalyzedDocument } from '../engine/entry.js';
import type { IndexBuild } from '../engine/index-build.js';
import { type Claim, openClaims } from './claims.js';
import { charactersOf, openParseBatches, type ParseBatchesOptions } from './parse-batches.js';
import type { ListedFiles, UnreadFile } from './read/list-files.js';
import type { ReadDocument } from './read/read.js';
import {
  type BriefDocument,
  briefOf,
  failureOf,
  type Report,
  reportOf,
  type SkippedInput,
} from './report.js';
import type { SeenDocument } from './seen-files.js';

export interface Loaded extends Report {
  /** Documents that the index held already, unchanged; of these nothing was read but their bytes. */
  readonly unchanged: number;
  readonly added: number;
  readonly replaced: number;
  readonly removed: number;
  readonly characters: number;
  /** By origin, what was claimed of each file that was read whole. */
  readonly read: ReadonlyMap<string, readonly SeenDocument[]>;
}

/** A file that was not opened, for all that it held is in the index. */
export interface UnchangedFile {
  readonly origin: string;
  readonly unchanged: readonly SeenDocument[];
}

export interface LoadOptions extends Omit<ParseBatchesOptions, 'take'> {
  readonly listed: ListedFiles;
  /** The documents of these files, in order; of all where no origins are named. */
  readonly read: (origins?: ReadonlySet<string>) => AsyncIterable<ReadDocument | UnreadFile | UnchangedFile>;
  /** Origins of documents that are others by what they are tied to. */
  readonly tiedAnew?: ReadonlySet<string>;
  /** null: parse and report, write nothing. */
  readonly build: IndexBuild | null;
  /** Whether documents are kept in full, for a report. */
  readonly isReported: boolean;
  readonly onProgress: (read: { readonly documents: number; readonly characters: number }) => void;
}

export async function load(options: LoadOptions): Promise<Loaded> {
  const { listed, build, signal } = options;
  const existing: IndexBuild['existing'] = build?.existing ?? new Map();
  const documents: BriefDocument[] = [];
  const skipped: SkippedInput[] = listed.skipped.map(({ path, error }) => failureOf(path, error));
  const claims = openClaims(existing, listed, options.tiedAnew);
  const count = { unchanged: 0, added: 0, replaced: 0, characters: 0, documents: 0 };
  const later = new Map<string, Map<string, string>>(); // origin → path → id
  const read = new Map<string, SeenDocument[]>();
  const incomplete = new Set<string>();

  const batches = openParseBatches({
    ...options,
    async take(parsed, documentsRead) {
      const analyzed: AnalyzedDocument[] = [];
      for (const [at, one] of parsed.entries()) {
        if ('code' in one) {
          skipped.push(one);
          claims.unread(documentsRead[at]?.origin ?? '');
          incomplete.add(documentsRead[at]?.origin ?? '');
        } else {
          analyzed.push(one);
          documents.push(options.isReported ? reportOf(one) : briefOf(one));
          count[existing.has(one.document.id) ? 'replaced' : 'added'] += 1;
        }
      }
      if (analyzed.length > 0) await build?.add(analyzed);
    },
  });
  const claimFor = (input: SeenDocument & { readonly origin: string }): Claim => {
    const { id, path, sha256, origin } = input;
    const claim = claims.claim(input);
    if (claim.verdict === 'taken') {
      incomplete.add(origin);
      skipped.push(failureOf(path, duplicate(id, claim)));
    } else if (claim.verdict !== 'later') {
      const documentsOf = read.get(origin) ?? [];
      documentsOf.push({ id, path, sha256 }); // a corpus is one file: a copy for each of its lines is a square
      read.set(origin, documentsOf);
      count.documents += 1;
    }
    return claim;
  };
  const take = async (input: ReadDocument): Promise<Claim['verdict']> => {
    const { verdict } = claimFor(input);
    if (verdict === 'later' || verdict === 'taken') return verdict;
    count.characters += charactersOf(input);
    options.onProgress(count);
    if (verdict === 'unchanged') count.unchanged += 1;
    else await batches.add(input);
    return verdict;
  };

  for await (const input of options.read()) {
    signal.throwIfAborted();
    if ('unchanged' in input) {
      for (const one of input.unchanged) {
        if (claimFor({ ...one, origin: input.origin }).verdict === 'unchanged') count.unchanged += 1;
      }
    } else if ('error' in input) {
      skipped.push(failureOf(input.path, input.error));
      incomplete.add(input.origin);
      if (input.error.code !== 'part_of_page') claims.unread(input.origin);
    } else if ((await take(input)) === 'later') {
      const paths = later.get(input.origin) ?? new Map<string, string>();
      later.set(input.origin, paths.set(input.path, input.id));
    }
  }
  claims.readAll();
  if (later.size > 0) {
    // Read again instead of kept: that whole corpora changed their files must not cost memory.
    for await (const input of options.read(new Set(later.keys()))) {
      signal.throwIfAborted();
      const paths = later.get(input.origin);
      if ('error' in input || 'unchanged' in input || paths?.get(input.path) !== input.id) continue;
      paths.delete(input.path);
      await take(input);
    }
    for (const path of [...later.values()].flatMap((paths) => [...paths.keys()])) {
      skipped.push(failureOf(path, changedMeanwhile(path)));
    }
  }
  await batches.finish();

  const { gone, heldBack } = claims.settle();
  if (gone.length > 0) await build?.remove(gone);
  for (const origin of incomplete) read.delete(origin);
  const { unchanged, added, replaced, characters } = count;
  return { documents, skipped, heldBack, unchanged, added, replaced, removed: gone.length, characters, read };
}

function duplicate(id: string, { by, inIndex }: Extract<Claim, { verdict: 'taken' }>): PolicyError {
  return new PolicyError(
    'duplicate_id',
    `The id ${JSON.stringify(id)} is taken by ${by}${inIndex ? ', which is in the index' : ''}.`,
    inIndex
      ? 'Give it another `id`. If the file was moved, name the folder that it was in as well; if that is gone, run without --update.'
      : 'Give one of the two another `id`, or remove one if they are the same document.',
  );
}

function changedMeanwhile(path: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${path} changed while it was read.`,
    'Run this again when nobody writes to it.',
  );
}

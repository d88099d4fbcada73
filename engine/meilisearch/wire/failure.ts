/**
 * What a server refused → what happened and what to do. Pure.
 */
import { PolicyError } from '../../../core/errors.js';
import { LIVE } from '../records/settings.js';
import type { Refusal } from './client.js';

/** Who asked: the remedy of a wrong key is another one. */
export type Asker = 'server' | 'indexer';

/** @returns null where it is no failure that a person can act on. */
export function toPolicyError(url: string, refusal: Refusal, asker: Asker): PolicyError | null {
  const { kind, status, code, message } = refusal;
  const variable = asker === 'server' ? 'MEILI_KEY' : 'MEILI_MASTER_KEY';
  if (kind === 'unreachable') {
    return new PolicyError(
      'engine_unavailable',
      `Meilisearch at ${url} cannot be reached (${code || 'no answer'}).`,
      asker === 'server'
        ? 'Start it, or correct MEILI_URL; it is asked again with the next request.'
        : 'Start it, or correct MEILI_URL; then run this again.',
    );
  }
  if (kind === 'timed out') {
    return new PolicyError(
      'engine_unavailable',
      `Meilisearch at ${url} did not answer in time.`,
      asker === 'server'
        ? 'Try again; if it lasts, look whether it is loading or short of memory, or raise SEARCH_DEADLINE.'
        : 'Look whether it is short of memory or stopped; then run this again.',
    );
  }
  if (kind === 'unreadable') {
    return new PolicyError(
      'engine_unavailable',
      `What answers at ${url} is not Meilisearch.`,
      'Correct MEILI_URL: it is the address of Meilisearch itself, not of a page or a proxy before it.',
    );
  }
  if (status === 401 || status === 403) {
    return new PolicyError(
      'engine_key_refused',
      `Meilisearch at ${url} ${status === 401 ? `wants a key, and there is none in ${variable}` : `refuses the key in ${variable}`}.`,
      asker === 'server'
        ? 'Set MEILI_KEY to the key that `npm run index -- <path>… --engine meilisearch` printed, or MEILI_KEY_FILE to the file it wrote.'
        : 'Set MEILI_MASTER_KEY to the master key that Meilisearch was started with.',
    );
  }
  if (code === 'index_not_found') return missing(url);
  if (code === 'invalid_multi_search_remote') return strangers(url);
  if (status === 503 || status === 429 || status === 408 || code === 'too_many_search_requests') {
    return new PolicyError(
      'engine_unavailable',
      `Meilisearch at ${url} has too much to do (${status}).`,
      'Try again in a few seconds; if it lasts, give it more cores, or another server (MEILI_URL).',
    );
  }
  if (code === 'payload_too_large' || status === 413) {
    return new PolicyError(
      'index_write_failed',
      `Meilisearch at ${url} refuses payloads of this size.`,
      'Start it with --http-payload-size-limit of 100 MB (its default) or more.',
    );
  }
  if (
    code === 'no_space_left_on_device' ||
    /no space left|MDB_MAP_FULL|database_size_limit/i.test(message + code)
  ) {
    return diskFull(url);
  }
  if (status >= 500) {
    return new PolicyError(
      'engine_unavailable',
      `Meilisearch at ${url} failed (${status}${code === '' ? '' : `, ${code}`}): ${message}`,
      'Look at its log; try again when it is well.',
    );
  }
  return null;
}

export function missing(url: string): PolicyError {
  return new PolicyError(
    'index_missing',
    `There is no index in Meilisearch at ${url} (${LIVE}).`,
    'Make one with `npm run index -- <path>… --engine meilisearch`.',
  );
}

/** @param found  Servers that the index says it lies on. */
export function otherServers(found: number, named: number): PolicyError {
  return new PolicyError(
    'index_out_of_date',
    `The index lies on ${servers(found)} of Meilisearch, and MEILI_URL names ${named}.`,
    'Set MEILI_URL to the addresses that it was made with, or run `npm run index -- <path>… --engine meilisearch` with these.',
  );
}

/** Clauses are there and their document is not: records were deleted by somebody else. */
export function withoutDocument(urls: readonly string[]): PolicyError {
  return new PolicyError(
    'index_damaged',
    `The index in Meilisearch holds clauses of a document that it does not hold (${urls.join(', ')}).`,
    'Rebuild it from its sources with `npm run index -- <path>… --engine meilisearch`.',
  );
}

function strangers(url: string): PolicyError {
  return new PolicyError(
    'index_out_of_date',
    `Meilisearch at ${url} does not know the others by their addresses in MEILI_URL.`,
    'Set MEILI_URL to what it was when the index was made, or run `npm run index -- <path>… --engine meilisearch` with these.',
  );
}

export function moving(url: string): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    `Documents are on their way to or from Meilisearch at ${url}; counts would be wrong.`,
    'Wait until `npm run index` is done; if it was stopped, run it again, with `--update` or without.',
  );
}

export function swapping(urls: readonly string[]): PolicyError {
  return new PolicyError(
    'engine_unavailable',
    `The Meilisearch servers hold parts of two different indexes (${urls.join(', ')}).`,
    'Try again in a moment; if it lasts, `npm run index` was stopped while it exchanged them: run it again.',
  );
}

function servers(count: number): string {
  return count === 1 ? '1 server' : `${count} servers`;
}

export function diskFull(url: string): PolicyError {
  return new PolicyError(
    'index_write_failed',
    `The disk of Meilisearch at ${url} is full; the index that serves is whole.`,
    'Free some space there (an index takes some thirty times the size of its texts, and a rebuild needs room for two), then run this again.',
  );
}

export function outOfDate(url: string, found: number, needed: number): PolicyError {
  return new PolicyError(
    'index_out_of_date',
    `The index in Meilisearch at ${url} has schema ${found}; this version reads schema ${needed}.`,
    'Rebuild it from its sources with `npm run index -- <path>… --engine meilisearch`.',
  );
}

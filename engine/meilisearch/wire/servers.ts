/**
 * The servers of one index: their names, and which of them a document lies on.
 */
import { createHash } from 'node:crypto';
import { PolicyError } from '../../../core/errors.js';
import { type Client, openClient, RequestRefused } from './client.js';
import { type Asker, toPolicyError } from './failure.js';

export interface EngineServer {
  /** `shard-1` …, by the order of the addresses: what readers see of it. */
  readonly name: string;
  /** What the servers call each other: the same whichever of them are asked. */
  readonly remote: string;
  readonly url: string;
  readonly client: Client;
}

/** @param urls  In any order. */
export function openServers(urls: readonly string[], key: string | null): readonly EngineServer[] {
  return [...urls].sort().map((url, place) => ({
    name: `shard-${place + 1}`,
    remote: remoteName(url),
    url,
    client: openClient(url, key),
  }));
}

function remoteName(url: string): string {
  return `policy-${createHash('sha256').update(url).digest('hex').slice(0, 16)}`;
}

/**
 * Rendezvous hashing: the server whose hash with the document is the highest. A further server takes its share of every
 * other one's documents, and no document moves between those that were there.
 *
 * @see Thaler and Ravishankar, "Using name-based mappings to increase hit rates", 1998
 */
export function homeOf<Server extends { readonly url: string }>(
  documentId: string,
  servers: readonly Server[],
): Server {
  let best: Server | undefined;
  let highest = '';
  for (const server of servers) {
    const hash = createHash('sha256').update(`${server.url}\n`).update(documentId, 'utf16le').digest('hex');
    if (best === undefined || hash > highest) [best, highest] = [server, hash];
  }
  if (best === undefined) throw new TypeError('An index has at least one server.');
  return best;
}

/** Runs a request. @throws PolicyError where somebody can act on what the server refused. */
export async function orPolicyError<Result>(asker: Asker, request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw toActionable(error, asker);
  }
}

export function toActionable(error: unknown, asker: Asker): unknown {
  if (!(error instanceof RequestRefused)) return error;
  return toPolicyError(error.url, error.refusal, asker) ?? error;
}

/** Whether a server itself is gone, or what it had of ours, rather than what was asked of it wrong. */
export function isAway(error: unknown): boolean {
  return error instanceof PolicyError
    ? error.code === 'engine_unavailable' || hasNothing(error)
    : error instanceof RequestRefused && (error.refusal.kind !== 'answered' || error.refusal.status >= 500);
}

/** It is there and empty, as with a new disk: no index, and no key of ours. */
export function hasNothing(error: unknown): boolean {
  return (
    error instanceof PolicyError && (error.code === 'index_missing' || error.code === 'engine_key_refused')
  );
}

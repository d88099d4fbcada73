/**
 * What can be suggested, found and counted when an index is made, before it serves: each reader would have to wait for it else.
 *
 * Terms and titles are counted by the searches that readers make, on the index that is being made. After an update only those
 * that may stand in a document that came, went or was changed are counted again. What else can be suggested are numbers, which are
 * understood by more than their text: they are counted when they are shown.
 */
import { PolicyError } from '../../../core/errors.js';
import { openSlices } from '../../../core/slices.js';
import { type Candidate, type CountedCandidate, candidatesOf, quotedPhrases } from '../../candidates.js';
import { facetValue } from '../records/facet-value.js';
import type { IndexState } from '../records/records.js';
import { suggestionPages } from '../records/suggestion-pages.js';
import { ask } from '../search/ask.js';
import { IS_CLAUSE } from '../search/filter.js';
import { sumByValue } from '../search/read-answer.js';
import { readCatalogue } from '../search/read-columns.js';
import { readSuggestions } from '../search/read-suggestions.js';
import { openSearch, type Search } from '../search/search.js';
import { openServing } from '../search/serving.js';
import { type Collection, openCollection } from '../wire/collection.js';
import { type EngineServer, toActionable } from '../wire/servers.js';
import type { BuildRun } from './build-run.js';
import type { MetTokens } from './met-tokens.js';
import { type Payload, toLines } from './payloads.js';

/** Of what is not asked again: 0 of a new index; null where nobody knows. */
export type CountBefore = (candidate: Candidate) => number | null;

const DEADLINE = 120_000; // ms a request: nobody waits but the build
const A_REQUEST = 64; // candidates
const AT_ONCE = 2; // requests: one is answered while the other is written

/**
 * As they are sent. null where they could not be made: that is told, and the index serves without; what a reader is shown is
 * counted then.
 *
 * @param version  That the index will have when it serves.
 * @param make     Of the index as it is now.
 */
export async function suggestionPayload(
  { tell, signal }: Pick<BuildRun, 'tell' | 'signal'>,
  version: string,
  make: () => Promise<readonly CountedCandidate[]>,
): Promise<Payload | null> {
  try {
    return { lines: toLines(suggestionPages(await make(), version)), bytes: 0, clauses: 0 };
  } catch (error) {
    signal.throwIfAborted();
    const reason = toActionable(error, 'indexer');
    if (!(reason instanceof PolicyError)) throw error;
    tell(`Suggestions could not be counted; the server counts them as they are shown. ${reason.message}`);
    return null;
  }
}

/** Those of the index that serves; null where it has none of this version, or its servers are of several. */
export async function readCounted(
  servers: readonly EngineServer[],
  states: readonly (IndexState | null)[],
): Promise<readonly CountedCandidate[] | null> {
  const [version = null, ...others] = new Set(states.map((state) => state?.version ?? null));
  if (version === null || others.length > 0) return null;
  const collection = openCollection(servers, { deadline: DEADLINE, partial: 'refuse' });
  return readSuggestions(collection, collection.ask(), version);
}

/** @param met  Tokens of every text that has come, gone or changed since `before`. */
export async function countSuggestions(
  servers: readonly EngineServer[],
  index: string,
  met: MetTokens,
  before: CountBefore,
): Promise<readonly CountedCandidate[]> {
  const collection = openCollection(servers, { deadline: DEADLINE, partial: 'refuse' }, index);
  const serving = openServing(collection);
  const now = await serving.fresh(collection.ask());
  const candidates = await candidatesOf(await readCatalogue(collection, collection.ask()), openSlices());
  const bodies = await countBodies(collection, now.longValues);
  const counts = new Map<Candidate, number | null>();
  const asked: Candidate[] = [];
  for (const candidate of candidates) {
    const { kind, text } = candidate;
    if (kind === 'issuingBody') counts.set(candidate, bodies.get(text) ?? 0);
    else if (kind === 'documentNumber') counts.set(candidate, null);
    else {
      const known = before(candidate);
      const phrases = quotedPhrases(candidate);
      if (phrases.length === 0) counts.set(candidate, null);
      else if (known === null || phrases.some(met.mayHold)) asked.push(candidate);
      else counts.set(candidate, known);
    }
  }
  const count = async (from: number): Promise<void> => {
    const some = asked.slice(from, from + A_REQUEST);
    const asking = collection.ask();
    const search: Search = openSearch(collection, asking, now, serving);
    const holders = await search.countHolders(
      some.map((candidate) => ({ alternatives: quotedPhrases(candidate) })),
    );
    for (const [place, candidate] of some.entries()) counts.set(candidate, holders[place] ?? null);
  };
  for (let from = 0; from < asked.length; from += A_REQUEST * AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => count(from + i * A_REQUEST)));
  }
  return candidates.map((candidate) => ({ ...candidate, count: counts.get(candidate) ?? null }));
}

/** Clauses of each body. */
async function countBodies(
  collection: Collection,
  longValues: Readonly<Record<string, string>>,
): Promise<ReadonlyMap<string, number>> {
  const everything = { branches: [{ q: '', filter: IS_CLAUSE }], select: null };
  const [found] = await ask(collection, collection.ask(), [{ ...everything, facets: ['issuingBody'] }]);
  const counts = found === undefined ? [] : [...sumByValue(found, 'issuingBody')];
  return new Map(counts.map(([code, count]) => [facetValue(code, longValues), count]));
}

/** Of suggestions that were counted before. */
export function countedBefore(suggestions: readonly CountedCandidate[]): CountBefore {
  const counts = new Map(suggestions.map(({ kind, text, count }) => [`${kind} ${text}`, count]));
  return ({ kind, text }) => counts.get(`${kind} ${text}`) ?? null;
}

/**
 * What is counted or listed of an index, and shows no clause of it: totals, values of a facet, what documents are called.
 */
import type { FacetName } from '../../core/model.js';
import type { Phrase } from '../../core/text/analyze.js';
import type { CountedCandidate } from '../../engine/candidates.js';
import type { FacetCount, SearchEngine } from '../../engine/engine.js';
import type { CatalogueEntry } from '../../engine/names.js';
import type { Understood } from '../api.js';
import { settle } from '../query/known-stretches.js';
import type { Question } from '../query/question.js';
import { SearchRequest } from '../request.js';
import { decideMatch } from './decide-match.js';
import { toEngineQuery } from './engine-query.js';
import { untilOneIndex } from './one-index.js';
import { watchMissing } from './partial.js';

export interface AskedTotal {
  readonly request: SearchRequest;
  readonly question: Question;
  /** What is counted, where it is not clauses. */
  readonly of?: 'documents';
}

/** What was counted, of the index of `version`; null where it was swapped meanwhile. */
interface OfVersion {
  readonly version: string | null;
  /** Parts that did not answer. */
  readonly missing?: readonly string[];
}

export interface Totals extends OfVersion {
  /** In step with what was asked. */
  readonly totals: readonly number[];
}

export interface FacetValues extends OfVersion {
  /** All that any hit has, in no promised order. */
  readonly values: readonly FacetCount[];
}

/** What can be suggested, or what it is made of; in pages, so that whoever reads it can do so in between. */
export interface Catalogue {
  readonly version: string;
  /** `suggestions`: as the index keeps them; `documents`: of one that keeps none. */
  readonly of: 'documents' | 'suggestions';
  /** Each the JSON of an array: of `CatalogueEntry`, or of `CountedCandidate`. */
  readonly pages: readonly string[];
}

const ENTRIES_A_PAGE = 500;
/** Searches that are asked for at the same time. */
const AT_ONCE = 8;
/** Values of a facet: more than any has. */
const EVERY = 10_000_000;

export function countTotals(engine: SearchEngine, all: readonly AskedTotal[]): Promise<Totals> {
  return watchedOfOne(engine, async (watched) => ({ totals: await totalsOf(watched, all) }));
}

export function countValues(
  engine: SearchEngine,
  facet: FacetName,
  { request, question: understood }: AskedTotal,
): Promise<FacetValues> {
  return watchedOfOne(engine, async (watched) => {
    const question = await settle(watched, understood);
    const match = await decideMatch(watched, question, request);
    const query = toEngineQuery(question, request, match);
    const { facets } = await watched.search({ ...query, facets: [facet], mostValues: EVERY });
    return { values: facets[facet] ?? [] };
  });
}

export async function readCatalogue(engine: SearchEngine): Promise<Catalogue> {
  const read = await watchedOfOne(engine, readSuggestable);
  const pages: string[] = [];
  for (let from = 0; from < read.entries.length; from += ENTRIES_A_PAGE) {
    pages.push(JSON.stringify(read.entries.slice(from, from + ENTRIES_A_PAGE)));
  }
  return { version: read.version ?? '', of: read.of, pages };
}

async function readSuggestable(engine: SearchEngine): Promise<
  Pick<Catalogue, 'of'> & {
    readonly entries: readonly CountedCandidate[] | readonly CatalogueEntry[];
  }
> {
  const kept = await engine.suggestions();
  return kept === null
    ? { of: 'documents', entries: await engine.catalogue() }
    : { of: 'suggestions', entries: kept };
}

async function watchedOfOne<Found extends object>(
  asked: SearchEngine,
  ask: (engine: SearchEngine) => Promise<Found>,
): Promise<Found & OfVersion> {
  const attempt = async (): Promise<Found & OfVersion> => {
    const { engine, missing } = watchMissing(asked);
    const before = await engine.status();
    const found = await ask(engine);
    const after = await engine.status();
    const version = before.version === after.version ? after.version : null;
    const parts = [...new Set([...missing(), ...(after.missing ?? [])])].sort();
    return { ...found, version, ...(parts.length === 0 ? {} : { missing: parts }) };
  };
  return untilOneIndex(attempt);
}

/** `total` of each search, and nothing else of it. */
export async function totalsOf(engine: SearchEngine, all: readonly AskedTotal[]): Promise<readonly number[]> {
  const phrases: Phrase[] = [];
  const ofPhrases: number[] = [];
  const others: number[] = [];
  for (const [place, one] of all.entries()) {
    const phrase = onlyPhrase(one);
    if (phrase === null) others.push(place);
    else {
      phrases.push(phrase);
      ofPhrases.push(place);
    }
  }
  const totals = new Array<number>(all.length).fill(0);
  const [frequencies] = await Promise.all([
    engine.frequencies(phrases),
    countEach(engine, all, others, totals),
  ]);
  for (const [i, place] of ofPhrases.entries()) totals[place] = frequencies[i] ?? 0;
  return totals;
}

/** Sets the totals at some places, so many at a time: an engine that is asked for more at once has others wait. */
async function countEach(
  engine: SearchEngine,
  all: readonly AskedTotal[],
  places: readonly number[],
  totals: number[],
): Promise<void> {
  for (let from = 0; from < places.length; from += AT_ONCE) {
    const some = places.slice(from, from + AT_ONCE);
    const counted = await Promise.all(some.map((place) => totalOf(engine, all[place] as AskedTotal)));
    for (const [i, place] of some.entries()) totals[place] = counted[i] as number;
  }
}

/**
 * The clauses that hold one quoted text are what its frequency counts, in half the time; null for any other question, and under
 * anything that narrows it.
 */
function onlyPhrase({ request, question, of }: AskedTotal): Phrase | null {
  const [word, ...others] = question.words;
  const [phrase, ...readings] = word?.alternatives ?? [];
  if (
    of !== undefined ||
    !phrase ||
    !question.understood.every(isQuoted) ||
    others.length > 0 ||
    readings.length > 0
  )
    return null;
  const { q } = request;
  const isNarrowed = JSON.stringify({ ...request, ...SHOWN }) !== JSON.stringify({ ...EVERYTHING, q });
  return isNarrowed ? null : phrase;
}

function isQuoted({ kind }: Understood): boolean {
  return kind === 'phrase';
}

const EVERYTHING = SearchRequest.parse({});
/** What of a request narrows nothing, as it is where nothing is said. */
const { match, expand, without, group, sort, page, size, script, explain } = EVERYTHING;
const SHOWN = { match, expand, without, group, sort, page, size, script, explain };

async function totalOf(
  engine: SearchEngine,
  { request, question: understood, of }: AskedTotal,
): Promise<number> {
  const question = await settle(engine, understood);
  const match = await decideMatch(engine, question, request);
  const query = toEngineQuery(question, request, match);
  if (of === 'documents') return (await engine.search(query)).documents;
  return (await engine.search({ ...query, onlyTotal: true })).total;
}

/**
 * GET /api/suggest: what can be asked that begins like what is typed, each with the count that it leads to.
 *
 * What can be named is read once an index, in slices beside all other work; what serves meanwhile is the one before, or what has
 * been read so far. Counts are the engine's, of those that are shown, and kept as long as the index is the same.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { keepRecent } from '../../core/recent.js';
import type { CatalogueEntry } from '../../engine/engine.js';
import type { Moment } from '../answer/deadline.js';
import type { EngineAnswers } from '../answer/engine-answers.js';
import type { SuggestAnswer, Suggestion } from '../api.js';
import { understandQuery } from '../query/understand-query.js';
import { SearchRequest, type SuggestRequest } from '../request.js';
import { askedBy } from './candidates.js';
import { openSlices } from './slices.js';
import { openSpellings } from './spellings.js';
import { type Match, readSuggestionIndex, type SuggestionIndex } from './suggestion-index.js';

export interface Suggester {
  /** @throws PolicyError `index_missing`, `index_out_of_date`, `engine_unavailable`. */
  suggest(request: SuggestRequest, until?: Moment): Promise<SuggestAnswer>;
}

type Asking = Pick<EngineAnswers, 'catalogue' | 'totals' | 'facetValues'>;

const LOOK_AGAIN_AFTER = 1000; // ms
/** ms that a question waits for an index that is being read for the first time; then it has what is there. */
const PATIENCE = 500;
const MOST_COUNTS = 50_000;
/** Times that more are counted, twice as many each time, where those before turn out to be in no clause. */
const ROUNDS = 5;
const NOTHING: SuggestionIndex = { find: () => [] };
const NONE: Counted = { count: () => 0 };

interface Counted {
  count(match: Match): number;
  readonly missing?: readonly string[];
}

interface Serving {
  readonly version: string;
  readonly index: SuggestionIndex;
}

export function openSuggester(engine: Asking): Suggester {
  const counts = keepRecent<number>(MOST_COUNTS);
  let spellings = openSpellings();
  let serving: Serving | null = null;
  let reading: Promise<void> | null = null;
  let seen = { version: '', at: Number.NEGATIVE_INFINITY };
  let bodies: { readonly version: string; readonly counts: Promise<ReadonlyMap<string, number>> } | null =
    null;

  const currentVersion = async (until: Moment | undefined): Promise<string> => {
    if (performance.now() - seen.at < LOOK_AGAIN_AFTER) return seen.version;
    const { version } = await engine.totals([], until);
    if (version !== null) seen = { version, at: performance.now() };
    return seen.version;
  };

  const read = async (): Promise<void> => {
    const slices = openSlices();
    const { version, pages } = await engine.catalogue();
    const catalogue: CatalogueEntry[] = [];
    for (const page of pages) {
      catalogue.push(...(JSON.parse(page) as CatalogueEntry[]));
      await slices.pause();
    }
    const next = openSpellings(spellings);
    const isFirst = serving === null;
    const index = await readSuggestionIndex(catalogue, next, slices, (begun) => {
      if (isFirst) serving = { version, index: begun };
    });
    next.forget();
    spellings = next;
    serving = { version, index };
  };

  /** Begins to read an index that is new. */
  const keepUp = (version: string): void => {
    if (reading !== null || serving?.version === version) return;
    reading = read().finally(() => {
      reading = null;
    });
    reading.catch(() => undefined); // told to whoever waits for it; the next question tries again
  };

  const served = async (version: string): Promise<SuggestionIndex> => {
    keepUp(version);
    // Of the first index as much as there is by then; an index that serves is waited for by nobody.
    const isFirst = serving === null || (reading !== null && serving.version === version);
    if (isFirst) await Promise.race([reading, pause(PATIENCE, undefined, { ref: false })]);
    if (serving === null) await reading;
    return (serving as Serving | null)?.index ?? NOTHING;
  };

  const bodyCounts = async (version: string, until: Moment | undefined): Promise<Counted> => {
    if (bodies?.version !== version) {
      const count = async (): Promise<ReadonlyMap<string, number>> => {
        const request = SearchRequest.parse({});
        const found = await engine.facetValues('issuingBody', request, understandQuery(''), until);
        if (found.version !== version || found.missing) bodies = null; // of another index, or of a part
        return new Map(found.values.map(({ value, count: clauses }) => [value, clauses]));
      };
      bodies = { version, counts: count() };
      bodies.counts.catch(() => {
        bodies = null;
      });
    }
    const counts = await bodies.counts;
    return { count: ({ text }) => counts.get(text) ?? 0 };
  };

  const textCounts = async (
    matches: readonly Match[],
    version: string,
    until: Moment | undefined,
  ): Promise<Counted> => {
    const found = new Map<string, number>();
    const unknown: Match[] = [];
    for (const match of matches) {
      const known = counts.get(`${version} ${askedBy(match).q}`);
      if (known === undefined) unknown.push(match);
      else found.set(askedBy(match).q, known);
    }
    let missing: readonly string[] | undefined;
    if (unknown.length > 0) {
      const asked = unknown.map((match) => {
        const { q } = askedBy(match);
        return { request: SearchRequest.parse({ q }), question: understandQuery(q) };
      });
      const answer = await engine.totals(asked, until);
      missing = answer.missing;
      for (const [place, total] of answer.totals.entries()) {
        const { q } = askedBy(unknown[place] as Match);
        found.set(q, total);
        if (answer.version !== null && !missing) counts.set(`${answer.version} ${q}`, total);
      }
    }
    return { count: (match) => found.get(askedBy(match).q) ?? 0, ...(missing ? { missing } : {}) };
  };

  return {
    async suggest({ q, limit }, until) {
      if (q.trim() === '') return { suggestions: [] };
      const version = await currentVersion(until);
      const matches = (await served(version)).find(q, limit);
      const shown: Suggestion[] = [];
      const missing = new Set<string>();
      for (let round = 0; round < ROUNDS && shown.length < limit; round += 1) {
        const next = matches.slice((2 ** round - 1) * limit, (2 ** (round + 1) - 1) * limit);
        if (next.length === 0) break;
        const isBody = ({ kind }: Match): boolean => kind === 'issuingBody';
        const [ofBodies, ofTexts] = await Promise.all([
          next.some(isBody) ? bodyCounts(version, until) : NONE,
          textCounts(
            next.filter((match) => !isBody(match)),
            version,
            until,
          ),
        ]);
        for (const part of ofTexts.missing ?? []) missing.add(part);
        for (const match of next) {
          const count = (isBody(match) ? ofBodies : ofTexts).count(match);
          const { kind, text, matched } = match;
          if (count > 0) shown.push({ text, kind, count, matched, ...askedBy(match) });
        }
      }
      return {
        suggestions: shown.slice(0, limit),
        ...(missing.size === 0 ? {} : { partial: { missing: [...missing].sort() } }),
      };
    },
  };
}

/**
 * GET /api/suggest: what can be asked that begins like what is typed, each with the count that it leads to.
 *
 * What can be named is read once an index, in slices beside all other work; what serves meanwhile is the one before, or what has
 * been read so far. Counts are the engine's, of those that are shown, and kept as long as the index is the same.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { openSlices, type Slices } from '../../core/slices.js';
import { type Candidate, type CountedCandidate, candidatesOf } from '../../engine/candidates.js';
import type { CatalogueEntry } from '../../engine/names.js';
import { NEVER, type Patience, whoeverLeaves } from '../answer/deadline.js';
import type { EngineAnswers } from '../answer/engine-answers.js';
import type { SuggestAnswer, Suggestion } from '../api.js';
import type { SuggestRequest } from '../request.js';
import { askedBy } from './candidate-names.js';
import { openSpellings, type Spellings } from './spellings.js';
import { openCounts } from './suggestion-counts.js';
import { likeliestFirst, readSuggestionIndex, type SuggestionIndex } from './suggestion-index.js';

export interface Suggester {
  /** @throws PolicyError `index_missing`, `index_out_of_date`, `engine_unavailable`. */
  suggest(request: SuggestRequest, patience?: Patience): Promise<SuggestAnswer>;
  /** Kept with those of what can be suggested: bodies and terms are spelled once, whoever asks. */
  spell: Spellings['spell'];
}

type Asking = Pick<EngineAnswers, 'catalogue' | 'totals' | 'facetValues'>;

/** ms after which it is looked whether the index is another one; and after which that is waited for. A new one serves within 5 s. */
const LOOK_AGAIN_AFTER = 1000;
const TRUSTED = 4000;
/** ms after which an index that is being read for the first time is waited for by nobody: it answers with what is there. */
const PATIENCE = 500;
/**
 * Counted ahead at a time; and by how much shorter than it took the pause behind it is: three quarters of one thread while nobody
 * asks, for some twenty seconds after an index of 12,000 documents is new; where others ask it waits behind them, and longer.
 */
const AHEAD = 8;
const SHORTER = 3;
/** Times that more are counted, twice as many each time, where those before turn out to be in no clause. */
const ROUNDS = 5;
/** Of what nobody waits for. */
const BESIDE: Patience = { until: NEVER, isAhead: true };
const NOTHING: SuggestionIndex = { candidates: [], find: () => [] };

interface Serving {
  readonly version: string;
  readonly index: SuggestionIndex;
}

/** @param countsAhead  Whether what is likely to be shown is counted before it is. */
export function openSuggester(engine: Asking, countsAhead = false): Suggester {
  const counts = openCounts(engine);
  let spellings = openSpellings();
  let serving: Serving | null = null;
  let reading: Promise<void> | null = null;
  let began = 0;
  let seen = { version: '', at: Number.NEGATIVE_INFINITY };

  let looking: Promise<unknown> | null = null;

  const look = async (patience: Patience | undefined): Promise<void> => {
    const { version } = await engine.totals([], patience);
    if (version !== null) seen = { version, at: performance.now() };
  };
  /** Looked at beside the answer, which does not wait behind the searches of others. */
  const currentVersion = async (patience: Patience | undefined): Promise<string> => {
    const age = performance.now() - seen.at;
    if (age > TRUSTED) await look(patience);
    else if (age > LOOK_AGAIN_AFTER && looking === null) {
      looking = look(whoeverLeaves(patience))
        .catch(() => undefined) // told to whoever has to wait for it
        .finally(() => {
          looking = null;
        });
    }
    return seen.version;
  };

  const read = async (): Promise<void> => {
    const slices = openSlices();
    const { version, of, pages } = await engine.catalogue(BESIDE);
    const candidates =
      of === 'documents'
        ? await candidatesOf(await readPages<CatalogueEntry>(pages, slices), slices)
        : takeCounted(await readPages<CountedCandidate>(pages, slices), version);
    const next = openSpellings(spellings);
    const isFirst = serving === null;
    const index = await readSuggestionIndex(candidates, next, slices, (begun) => {
      if (isFirst) serving = { version, index: begun };
    });
    next.forget();
    spellings = next;
    serving = { version, index };
    if (countsAhead) void countAhead(version, index).catch(() => undefined);
  };

  const takeCounted = (counted: readonly CountedCandidate[], version: string): readonly Candidate[] => {
    counts.take(counted, version);
    return counted.map(({ kind, text }) => ({ kind, text }));
  };

  /** Begins to read an index that is new. */
  const keepUp = (version: string): void => {
    if (reading !== null || serving?.version === version) return;
    began = performance.now();
    reading = read().finally(() => {
      reading = null;
    });
    reading.catch(() => undefined); // told to whoever waits for it; the next question tries again
  };

  const served = async (version: string): Promise<SuggestionIndex> => {
    keepUp(version);
    // Of the first index as much as there is by then; an index that serves is waited for by nobody.
    const isFirst = serving === null || (reading !== null && serving.version === version);
    const patience = began + PATIENCE - performance.now();
    if (isFirst && patience > 0) {
      await Promise.race([reading, pause(patience, undefined, { ref: false })]);
    }
    if (serving === null) await reading;
    return (serving as Serving | null)?.index ?? NOTHING;
  };

  /** Until another index serves. What fails ends it: the rest is counted when it is shown. */
  const countAhead = async (version: string, { candidates }: SuggestionIndex): Promise<void> => {
    const all = [...likeliestFirst(candidates)];
    for (let from = 0; from < all.length && seen.version === version; from += AHEAD) {
      const began = performance.now();
      await counts.of(all.slice(from, from + AHEAD), version, BESIDE);
      await pause((performance.now() - began) / SHORTER, undefined, { ref: false });
    }
  };

  const suggestOf = async (
    version: string,
    { q, limit }: SuggestRequest,
    patience: Patience | undefined,
  ): Promise<{ readonly answer: SuggestAnswer; readonly isOfVersion: boolean }> => {
    const matches = (await served(version)).find(q, limit);
    const shown: Suggestion[] = [];
    const missing = new Set<string>();
    let isOfVersion = true;
    for (let round = 0; round < ROUNDS && shown.length < limit; round += 1) {
      const next = matches.slice((2 ** round - 1) * limit, (2 ** (round + 1) - 1) * limit);
      if (next.length === 0) break;
      const counted = await counts.of(next, version, patience);
      for (const part of counted.missing) missing.add(part);
      isOfVersion &&= counted.isOfVersion;
      for (const [place, match] of next.entries()) {
        const { kind, text, matched } = match;
        const count = counted.counts[place] as number;
        if (count > 0) shown.push({ text, kind, count, matched, ...askedBy(match) });
      }
    }
    const suggestions = shown.slice(0, limit);
    const partial = missing.size === 0 ? {} : { partial: { missing: [...missing].sort() } };
    return { answer: { suggestions, ...partial }, isOfVersion };
  };

  return {
    spell: (name) => spellings.spell(name),
    async suggest(request, patience) {
      if (request.q.trim() === '') return { suggestions: [] };
      const { answer, isOfVersion } = await suggestOf(await currentVersion(patience), request, patience);
      if (isOfVersion) return answer;
      await look(patience); // the index was swapped meanwhile: not some counts of the one and some of the other
      return (await suggestOf(seen.version, request, patience)).answer;
    },
  };
}

async function readPages<Entry>(pages: readonly string[], slices: Slices): Promise<readonly Entry[]> {
  const read: Entry[] = [];
  for (const page of pages) {
    read.push(...(JSON.parse(page) as Entry[]));
    await slices.pause();
  }
  return read;
}

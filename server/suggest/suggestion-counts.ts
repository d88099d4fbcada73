/**
 * How many clauses each suggestion leads to: bodies by one count of all of them, the others asked together; kept as long as the
 * index is the same.
 */
import { keepRecent } from '../../core/recent.js';
import { openSlices } from '../../core/slices.js';
import type { Candidate, CountedCandidate } from '../../engine/candidates.js';
import type { AskedTotal } from '../answer/counts.js';
import { type Patience, whoeverLeaves } from '../answer/deadline.js';
import type { EngineAnswers } from '../answer/engine-answers.js';
import { understandQuery } from '../query/understand-query.js';
import { SearchRequest } from '../request.js';
import { askedBy } from './candidate-names.js';

export interface Counted {
  /** Whether all of them are of the index that was asked about. */
  readonly isOfVersion: boolean;
  /** In step with what was asked. */
  readonly counts: readonly number[];
  /** Parts of the index that did not answer. */
  readonly missing: readonly string[];
}

export interface SuggestionCounts {
  /** @param version  Of the index that serves: what was counted of another is not taken. */
  of(candidates: readonly Candidate[], version: string, patience?: Patience): Promise<Counted>;
  /** What the index of this version has counted already, of all its bodies. */
  take(candidates: readonly CountedCandidate[], version: string): void;
}

/** Twice what two corpora of 12,000 documents have to suggest. */
const MOST_COUNTS = 65_000;

type Found = Omit<Counted, 'counts'> & { readonly counts: ReadonlyMap<string, number> };

const NONE: Found = { counts: new Map(), missing: [], isOfVersion: true };

export function openCounts(engine: Pick<EngineAnswers, 'totals' | 'facetValues'>): SuggestionCounts {
  const kept = keepRecent<number>(MOST_COUNTS);
  let bodies: { readonly version: string; readonly found: Promise<Found> } | null = null;

  const countBodies = (version: string, patience: Patience | undefined): Promise<Found> => {
    if (bodies?.version === version) return bodies.found;
    const count = async (): Promise<Found> => {
      const answer = await engine.facetValues(
        ...(['issuingBody', SearchRequest.parse({}), NO_WORDS] as const),
        whoeverLeaves(patience),
      );
      const { values, missing = [] } = answer;
      const isOfVersion = answer.version === version;
      if (!isOfVersion || missing.length > 0) bodies = null; // of another index, or of a part
      const counts = new Map(values.map(({ value, count: clauses }) => [value, clauses]));
      return { counts, missing, isOfVersion };
    };
    const found = count();
    bodies = { version, found };
    found.catch(() => {
      bodies = null;
    });
    return found;
  };

  const countTexts = async (
    candidates: readonly Candidate[],
    version: string,
    patience: Patience | undefined,
  ): Promise<Found> => {
    const counts = new Map<string, number>();
    const unknown: string[] = [];
    for (const candidate of candidates) {
      const { q } = askedBy(candidate);
      const known = kept.get(`${version} ${q}`);
      if (known === undefined) unknown.push(q);
      else counts.set(q, known);
    }
    if (unknown.length === 0) return { ...NONE, counts };
    const asked: AskedTotal[] = [];
    const slices = openSlices();
    for (const q of unknown) {
      asked.push({ request: SearchRequest.parse({ q }), question: understandQuery(q) });
      await slices.pause();
    }
    const { totals, version: counted, missing = [] } = await engine.totals(asked, patience);
    for (const [place, q] of unknown.entries()) {
      const total = totals[place] as number;
      counts.set(q, total);
      if (counted !== null && missing.length === 0) kept.set(`${counted} ${q}`, total);
    }
    return { counts, missing, isOfVersion: counted === version };
  };

  return {
    take(candidates, version) {
      const counted = new Map<string, number>();
      for (const candidate of candidates) {
        const { count, text } = candidate;
        if (count === null) continue;
        if (isBody(candidate)) counted.set(text, count);
        else kept.set(`${version} ${askedBy(candidate).q}`, count);
      }
      bodies = { version, found: Promise.resolve({ ...NONE, counts: counted }) };
    },

    async of(candidates, version, patience) {
      const texts = candidates.filter((candidate) => !isBody(candidate));
      const [ofBodies, ofTexts] = await Promise.all([
        texts.length < candidates.length ? countBodies(version, patience) : NONE,
        countTexts(texts, version, patience),
      ]);
      return {
        counts: candidates.map((candidate) =>
          isBody(candidate)
            ? (ofBodies.counts.get(candidate.text) ?? 0)
            : (ofTexts.counts.get(askedBy(candidate).q) ?? 0),
        ),
        missing: [...ofBodies.missing, ...ofTexts.missing],
        isOfVersion: ofBodies.isOfVersion && ofTexts.isOfVersion,
      };
    },
  };
}

const NO_WORDS = understandQuery('');

function isBody({ kind }: Candidate): boolean {
  return kind === 'issuingBody';
}

/**
 * What Meilisearch answers to a search → what we take of it. Pure.
 */
import { z } from 'zod';
import type { ClauseKind } from '../../../core/model.js';

/** A clause as it is proposed, judged and weighed by; of a record, what was asked for. */
export interface FoundClause {
  readonly id: string;
  /** As the index has it: `readStored`. */
  readonly documentId: string;
  /** Of the clause; with the place of its document (`placeOf`). */
  readonly order: number;
  readonly kind: ClauseKind;
  readonly weight: number;
  readonly folded: string;
  readonly above: readonly string[];
  readonly ownNumber?: readonly string[];
  readonly number?: readonly string[];
  readonly names?: readonly string[];
}

/** What is asked of a clause that is to be judged. */
export const CLAUSE_FIELDS: readonly (keyof FoundClause)[] = [
  ...([
    'id',
    'documentId',
    'order',
    'kind',
    'weight',
    'folded',
    'above',
    'ownNumber',
    'number',
    'names',
  ] as const),
];

const NOTHING_ASKED: Omit<FoundClause, 'id'> = {
  ...{ documentId: '', order: 0, kind: 'body', weight: 0, folded: '', above: [] },
};

/** Hundreds of hits an answer: their shape is what we wrote, and is looked at no further than their id. */
const Hits = z
  .custom<readonly (Partial<FoundClause> & Pick<FoundClause, 'id'>)[]>(
    (hits) => Array.isArray(hits) && hits.every(hasId),
  )
  .transform((hits) => hits.map((hit): FoundClause => (isClause(hit) ? hit : { ...NOTHING_ASKED, ...hit })));

/** Asked for with all CLAUSE_FIELDS; numbers and names, which not all clauses have, may be missing. Not copied. */
function isClause(hit: Partial<FoundClause>): hit is FoundClause {
  return (
    hit.above !== undefined &&
    hit.folded !== undefined &&
    hit.weight !== undefined &&
    hit.kind !== undefined &&
    hit.order !== undefined &&
    hit.documentId !== undefined
  );
}

function hasId(hit: unknown): boolean {
  return typeof hit === 'object' && hit !== null && 'id' in hit && typeof hit.id === 'string';
}

/** Code of a facet's value, or its number → clauses, as it was answered: thousands of values, looked at once, in `eachCount`. */
type Counts = object;

const Facets = z.record(
  z.string(),
  z.custom<Counts>((counts) => typeof counts === 'object' && counts !== null),
);

export interface Found {
  readonly total: number;
  readonly clauses: readonly FoundClause[];
  /** By attribute, those that were asked for; of each search and server by itself. */
  readonly facets: ReadonlyMap<string, readonly Counts[]>;
  /** Servers of the network that did not answer, as they call each other. */
  readonly away: readonly string[];
}

const Plain = z.object({
  hits: Hits,
  totalHits: z.number().optional(),
  estimatedTotalHits: z.number().optional(),
  facetDistribution: Facets.default({}),
});

const Federated = z.object({
  hits: Hits,
  totalHits: z.number(),
  facetsByIndex: z.record(z.string(), z.object({ distribution: Facets })).default({}),
  remoteErrors: z.record(z.string(), z.unknown()).default({}),
});

const Records = z.object({ hits: z.array(z.unknown()) });

const Several = z.object({ results: z.array(z.unknown()) });

/** Of one search. */
export function readSearch(answer: unknown): Found {
  const { hits, totalHits, estimatedTotalHits, facetDistribution } = Plain.parse(answer);
  const total = totalHits ?? estimatedTotalHits;
  if (total === undefined) throw new TypeError('A search was answered without a count.');
  return { total, clauses: hits, facets: joined([facetDistribution]), away: [] };
}

/** Of several searches in one request, in the order asked. @param asked  How many. */
export function readSearches(answer: unknown, asked: number): readonly Found[] {
  return readResults(answer, asked).map(readSearch);
}

/** The same, each still as it was answered. */
export function readResults(answer: unknown, asked: number): readonly unknown[] {
  const { results } = Several.parse(answer);
  if (results.length === asked) return results;
  throw new TypeError(`Of ${asked} searches ${results.length} were answered.`);
}

/** What one search found of records that are no clauses. */
export function readHits(answer: unknown): readonly unknown[] {
  return Records.parse(answer).hits;
}

/** Of a federated search: of all servers and all its searches together. */
export function readFederated(answer: unknown): Found {
  const { hits, totalHits, facetsByIndex, remoteErrors } = Federated.parse(answer);
  const facets = joined(Object.values(facetsByIndex).map(({ distribution }) => distribution));
  return { total: totalHits, clauses: hits, facets, away: Object.keys(remoteErrors) };
}

function joined(parts: readonly z.output<typeof Facets>[]): Found['facets'] {
  return listed(
    parts.flatMap((part) => Object.entries(part).map(([name, counts]) => [name, [counts]] as const)),
  );
}

function listed(parts: Iterable<readonly [string, readonly Counts[]]>): Found['facets'] {
  const facets = new Map<string, readonly Counts[]>();
  for (const [name, counts] of parts) facets.set(name, [...(facets.get(name) ?? []), ...counts]);
  return facets;
}

/** What is counted of a facet: a value comes once for each search and server that told it. */
export function eachCount(
  { facets }: Pick<Found, 'facets'>,
  facet: string,
  take: (value: string, count: number) => void,
): void {
  for (const counts of facets.get(facet) ?? []) {
    // Not by entries: a pair for each of thousands takes twice the time.
    for (const value of Object.keys(counts)) {
      const count = (counts as Readonly<Record<string, unknown>>)[value];
      if (typeof count !== 'number') throw new TypeError('Counts are numbers by value.');
      take(value, count);
    }
  }
}

/** The same, added up. A value may be called anything, `__proto__` as well. */
export function sumByValue(found: Pick<Found, 'facets'>, facet: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  eachCount(found, facet, (value, count) => sums.set(value, (sums.get(value) ?? 0) + count));
  return sums;
}

/** Of servers that were asked one by one, or of searches that have none in common: everything adds up. */
export function together(parts: readonly Found[]): Found {
  return {
    total: parts.reduce((total, part) => total + part.total, 0),
    clauses: parts.flatMap(({ clauses }) => clauses),
    facets: listed(parts.flatMap(({ facets }) => [...facets])),
    away: parts.flatMap(({ away }) => away),
  };
}

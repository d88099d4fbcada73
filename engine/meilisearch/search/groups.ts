/**
 * The documents that are proposed, each with its best clauses.
 *
 * Which documents have hits, and how many, is known from the count. By date they are put in order here. By relevance, the
 * documents whose best clauses are worth the most come first, in the order of their score; the others behind them, those with
 * the most hits first: nobody reads that far, and every document comes once.
 */
import { sortByDate } from '../../document-columns.js';
import type { DocumentGroup, EngineQuery } from '../../engine.js';
import { CLAUSES_OF_GROUP, documentScore, FIRST } from '../../step-one.js';
import { documentKey, placeOf } from '../records/records.js';
import { askDistinct } from './ask.js';
import { type Branch, excludedTokens } from './compile.js';
import { UnknownDocument } from './count.js';
import { all, any, equals, type Filter, held, inOwn } from './filter.js';
import { BEST, type ProposalContext, READ_ALL, readByFilter } from './proposal-context.js';
import { bestHits, readAhead, readAllHits } from './propose.js';
import type { FoundClause } from './read-answer.js';
import { classesOf, MOST_CLASSES_OF } from './read-classes.js';
import { documentAt, type IndexColumns } from './read-columns.js';
import { compareScored, type Scored } from './weigh-clause.js';

/** Documents that are put in order by what their clauses are worth. */
const WINDOW = 100;
/** And so many are looked at for it: what the others of a document add may bring it forward. */
const LOOKED = 130;
const FIRST_OF_EACH = { ...BEST, most: LOOKED } as const;
/** Clauses of a document that are read for its best ones, before all of them are. */
const LOOK = 20;

export interface ProposedGroups {
  readonly groups: readonly DocumentGroup[];
  readonly scored: readonly Scored[];
}

interface Counts {
  readonly columns: IndexColumns;
  /** Hits of each document. */
  readonly hits: Uint32Array;
  /** Of `all+any`, those that hold every word; else null. */
  readonly firstHits: Uint32Array | null;
  readonly total: number;
}

/** @param first  Of `all+any`, what finds the hits that hold every word; else null. */
export async function proposeGroups(
  context: ProposalContext,
  counts: Counts,
  first: ProposalContext | null,
): Promise<ProposedGroups> {
  const { query } = context;
  const { columns, hits } = counts;
  if (query.take === 0) return { groups: [], scored: [] };
  const isWeighed = query.sort === 'relevance' && query.words.length > 0;
  const end = query.skip + query.take;
  const best = isWeighed ? await bestDocuments(context, counts, first) : new Map<number, readonly Scored[]>();
  const ordered = isWeighed ? byRelevance(counts, [...best.keys()]) : byDate(query, counts);
  const wanted = ordered.slice(query.skip, end);
  const known = wanted.map((document) => best.get(document) ?? null);
  const scored =
    query.words.length === 0
      ? []
      : await Promise.all(
          wanted.map((document, place) => known[place] ?? readBest(context, columns, document, hits)),
        );
  return {
    groups: wanted.map((document) => ({
      documentId: columns.ids[document] as string,
      total: hits[document] as number,
    })),
    scored: scored.flat(),
  };
}

/** @param best  Documents that were put in order. */
function byRelevance(counts: Counts, best: readonly number[]): readonly number[] {
  const { hits, total } = counts;
  const leading = total <= READ_ALL ? best : best.slice(0, WINDOW);
  const out = new Set(leading);
  const others = [...hits.keys()]
    .filter((document) => (hits[document] as number) > 0 && !out.has(document))
    .sort((a, b) => (hits[b] as number) - (hits[a] as number) || a - b);
  return firstAhead(counts, [...leading, ...others]);
}

function byDate({ sort, date }: EngineQuery, counts: Counts): readonly number[] {
  const found = Uint32Array.from(counts.hits.keys()).filter(
    (document) => (counts.hits[document] as number) > 0,
  );
  const order = sortByDate(found, counts.columns.dates[date], sort === 'oldest' ? 1 : -1);
  return firstAhead(counts, [...order]);
}

/** The same documents, those with a hit that holds every word before the others. */
function firstAhead({ firstHits }: Counts, documents: readonly number[]): readonly number[] {
  if (firstHits === null) return documents;
  const isFirst = (document: number): boolean => (firstHits[document] as number) > 0;
  return [...documents.filter(isFirst), ...documents.filter((document) => !isFirst(document))];
}

/** Documents with their best clauses, the best first. */
async function bestDocuments(
  context: ProposalContext,
  counts: Counts,
  first: ProposalContext | null,
): Promise<ReadonlyMap<number, readonly Scored[]>> {
  const { columns, hits, total } = counts;
  const isAll = total <= READ_ALL;
  const [leading, found] = await Promise.all([
    first === null ? [] : readAllHits(first),
    isAll ? readAllHits(context) : readLeading(context),
  ]);
  const known = distinct([...leading, ...found].flatMap((clause) => context.weigh(clause) ?? []));
  const byDocument = group(columns, known);
  if (isAll)
    return inOrder([...byDocument].map(([document, all]) => [document, all.slice(0, CLAUSES_OF_GROUP)]));
  const looked = inOrder([...byDocument].map(([document, all]) => [document, all.slice(0, 1)]));
  const whole = await readMany(context, columns, [...looked.keys()].slice(0, LOOKED), hits, byDocument);
  return inOrder(whole);
}

/** Of each document that may be among the best, its best clause. */
async function readLeading(context: ProposalContext): Promise<readonly FoundClause[]> {
  const { query, branches } = context;
  if (query.words.length > MOST_CLASSES_OF) {
    const best = await (context.ahead ?? bestHits(context, Number.POSITIVE_INFINITY));
    return best.map(({ clause }) => clause);
  }
  const filters = classesOf(context).map(
    ({ filter }): Branch => ({ q: '', filter: filterOf(context, filter) }),
  );
  // Of one word every hit is worth its weight; of a class, too.
  const isOne = query.words.length === 1;
  const found = await Promise.all([
    readAhead(context),
    ...(isOne
      ? [askDistinct(context.collection, context.asking, branches, context.select, FIRST_OF_EACH)]
      : filters.map((branch) =>
          askDistinct(context.collection, context.asking, [branch], null, FIRST_OF_EACH),
        )),
  ]);
  return found.flat();
}

function filterOf({ query, select }: ProposalContext, filter: Filter): Filter {
  return all(filter, excludedTokens(query), select);
}

/** The best clauses of several documents, in one request a server; of those few that it does not tell, all hits are read. */
async function readMany(
  context: ProposalContext,
  columns: IndexColumns,
  documents: readonly number[],
  hits: Uint32Array,
  known: ReadonlyMap<number, readonly Scored[]>,
): Promise<readonly (readonly [number, readonly Scored[]])[]> {
  const filters = documents.map((document) => mayBeOf(context, columns, document));
  const found = await readByFilter(context, filters, LOOK);
  return Promise.all(
    documents.map(async (document, place) => {
      const read = weighed(context, found[place] ?? []);
      const both = distinct([...read, ...(known.get(document) ?? [])]).slice(0, CLAUSES_OF_GROUP);
      const enough = Math.min(CLAUSES_OF_GROUP, hits[document] as number);
      return [
        document,
        both.length >= enough ? both : await readBest(context, columns, document, hits),
      ] as const;
    }),
  );
}

function readBest(
  context: ProposalContext,
  { ids }: IndexColumns,
  document: number,
  hits: Uint32Array,
): Promise<readonly Scored[]> {
  const group = { documentId: ids[document] as string, total: hits[document] as number };
  return hitsOfDocument(context, group, CLAUSES_OF_GROUP);
}

/** The best clauses of one document: read among all its hits, where these are not too many. */
export async function hitsOfDocument(
  context: ProposalContext,
  { documentId, total }: DocumentGroup,
  most: number,
): Promise<readonly Scored[]> {
  const select = all(context.select, equals('documentKey', documentKey(documentId)));
  return (await bestHits({ ...context, select }, total)).slice(0, most);
}

/** Clauses of a document that hold the tokens of the words: those that hold the words are among them. */
function mayBeOf({ query }: ProposalContext, { places }: IndexColumns, document: number): Filter {
  const { words, match } = query;
  const ofDocument = equals('place', String(places[document]));
  return all(ofDocument, any(words.map(inOwn)), ...(match === 'all' ? words.map(held) : []));
}

function weighed({ weigh }: ProposalContext, clauses: readonly FoundClause[]): Scored[] {
  return clauses.flatMap((clause) => weigh(clause) ?? []);
}

function distinct(scored: readonly Scored[]): Scored[] {
  return [...new Map(scored.map((one) => [one.clause.id, one])).values()].sort(compareScored);
}

/** By document, in the order given. */
function group(columns: IndexColumns, all: readonly Scored[]): ReadonlyMap<number, readonly Scored[]> {
  const byDocument = new Map<number, Scored[]>();
  for (const scored of all) {
    const place = placeOf(scored.clause.order);
    const document = documentAt(columns, place);
    if (document === null) throw new UnknownDocument(place);
    const list = byDocument.get(document);
    if (list === undefined) byDocument.set(document, [scored]);
    else list.push(scored);
  }
  return byDocument;
}

function inOrder(
  documents: readonly (readonly [number, readonly Scored[]])[],
): ReadonlyMap<number, readonly Scored[]> {
  return new Map(
    documents
      .map(([document, best]) => ({ document, best, score: scoreOf(best) }))
      .sort((a, b) => b.score - a.score || a.document - b.document)
      .map(({ document, best }) => [document, best]),
  );
}

function scoreOf(best: readonly Scored[]): number {
  const isFirst = best[0]?.isFirst === true;
  const scores = best.map((one) => one.score - (one.isFirst ? FIRST : 0));
  const sum = scores.reduce((all, score) => all + score, 0);
  return documentScore(scores[0] ?? 0, sum) + (isFirst ? FIRST : 0);
}

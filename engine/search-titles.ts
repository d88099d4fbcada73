/**
 * A search in titles alone (`scope: 'title'`): every word in the document's title, its English title or its number. What is
 * found are documents, one hit each; so everything is told by what is known of documents, and the same for every engine. Pure.
 */
import type { Phrase } from '../core/text/analyze.js';
import { type DocumentColumns, type FacetColumn, sortByDate } from './document-columns.js';
import {
  type EngineAnswer,
  type EngineQuery,
  type EngineTerm,
  type EngineWord,
  type Proposal,
  wordsOfAny,
} from './engine.js';
import { comparedNumber } from './entry.js';
import { failuresOf } from './failures.js';
import type { SearchedNames } from './names.js';
import { facetsOf, narrowDocuments } from './narrow-documents.js';
import { queryOf } from './other-words.js';

export interface TitleIndex {
  readonly columns: DocumentColumns;
  /** The themes of each document, in its place. */
  readonly themes: FacetColumn;
  /** By document; none of one that was removed. */
  readonly names: readonly (SearchedNames | undefined)[];
  readonly idOf: (document: number) => string;
}

/** Of equal documents the later; what a title has beside the words makes it less. */
interface Found {
  readonly document: number;
  readonly isFirst: boolean;
  readonly score: number;
}

/** @param only  The place of the document that alone is asked about; -1: there is none such. */
export function searchTitles(query: EngineQuery, index: TitleIndex, only: number | null): EngineAnswer {
  const { columns, names, themes } = index;
  const hits: number[] = [];
  const firsts = new Uint8Array(columns.documents);
  const scores = new Float64Array(columns.documents);
  for (const [document, searched] of names.entries()) {
    if (searched === undefined) continue;
    const held = query.words.map((word) => holdsWord(searched, word));
    const holdsAll = held.every(Boolean);
    if (!isHit(query, searched, holdsAll)) continue;
    hits.push(document);
    firsts[document] = holdsAll ? 1 : 0;
    scores[document] = scoreOf(query, searched, held);
  }
  const failed = failuresOf(query, columns, only, themes);
  const documents = Uint32Array.from(hits);
  const one = { documents, counts: new Uint32Array(documents.length).fill(1) };
  const narrowed = narrowDocuments(query, columns, one, failed, themes);
  const isBoth = query.match === 'all+any';
  const found = ordered(query, columns, narrowed.hits.documents, isBoth ? firsts : null, scores);
  const first = found.filter(({ isFirst }) => isFirst).length;
  const wanted = found.slice(query.skip, query.skip + query.take);
  return {
    total: narrowed.documents,
    documents: narrowed.documents,
    first: isBoth ? { count: first, documents: first } : null,
    proposals: query.words.length === 0 ? [] : wanted.flatMap((one) => proposalOf(query, index, one) ?? []),
    groups: wanted.map(({ document }) => ({ documentId: index.idOf(document), total: 1 })),
    ...facetsOf(query, narrowed, null),
    otherTotals: (query.others ?? []).map((other) => searchTitles(queryOf(query, other), index, only).total),
  };
}

function isHit({ words, excluded, match }: EngineQuery, names: SearchedNames, holdsAll: boolean): boolean {
  if (excluded.some((phrase) => holds(names, phrase))) return false;
  if (words.length === 0 || holdsAll) return true;
  return match !== 'all' && wordsOfAny(words).some((word) => holdsWord(names, word));
}

function holdsWord(names: SearchedNames, word: EngineWord): boolean {
  return (
    holdsTerm(names, word) || (word.runs ?? []).some((run) => run.every((term) => holdsTerm(names, term)))
  );
}

function holdsTerm(names: SearchedNames, { alternatives, numbers = [] }: EngineTerm): boolean {
  return (
    alternatives.some((phrase) => holds(names, phrase)) ||
    numbers.some((number) => names.numbers.includes(comparedNumber(number)))
  );
}

function holds({ folded }: SearchedNames, phrase: Phrase): boolean {
  return folded.includes(phrase.folded);
}

/** By how many of the words it holds, then by how much of it they are. */
function scoreOf({ words }: EngineQuery, { folded }: SearchedNames, held: readonly boolean[]): number {
  let [count, length] = [0, 0];
  for (const [i, word] of words.entries()) {
    if (!held[i]) continue;
    count += 1;
    length += word.alternatives.find((phrase) => folded.includes(phrase.folded))?.folded.length ?? 0;
  }
  return count + length / (length + folded.length + 1);
}

/** Without words, `relevance` is newest first. */
function ordered(
  { sort, date, words }: EngineQuery,
  { dates }: DocumentColumns,
  documents: Uint32Array,
  firsts: Uint8Array | null,
  scores: Float64Array,
): readonly Found[] {
  const inTime = sortByDate(documents, dates[date], sort === 'oldest' ? 1 : -1);
  const found = Array.from(inTime, (document) => ({
    document,
    isFirst: firsts?.[document] === 1,
    score: scores[document] as number,
  }));
  const byScore = sort === 'relevance' && words.length > 0;
  return found.sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || (byScore ? b.score - a.score : 0));
}

/** null: the title is no clause. */
function proposalOf(query: EngineQuery, { names, idOf }: TitleIndex, found: Found): Proposal | null {
  const { clauseId = null, folded = '', numbers = [] } = names[found.document] ?? {};
  if (clauseId === null) return null;
  const asked = query.words.flatMap((word) => word.numbers ?? []).map(comparedNumber);
  return {
    clauseId,
    documentId: idOf(found.document),
    kind: 'title',
    score: found.score,
    folded: query.withText ? folded : null,
    inContext: query.words.map(() => false),
    isFirst: found.isFirst,
    isNumbered: asked.some((number) => numbers.includes(number)),
  };
}

/**
 * One index file, open for reading, and what is kept in memory of it. Never changes; a new index is a new file.
 */
import { join } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import type { Phrase } from '../../core/text/analyze.js';
import { toFacetColumn } from '../document-columns.js';
import type { DocumentGroup, EngineAnswer, EngineQuery, OtherWords, SearchEngine } from '../engine.js';
import { isNarrowedBy } from '../failures.js';
import { queryOf } from '../other-words.js';
import { searchTitles, type TitleIndex } from '../search-titles.js';
import { type CalledDocuments, openCalledDocuments } from './called-documents.js';
import { type Columns, loadColumns } from './columns.js';
import { intersection, union } from './combine-rows.js';
import { count, openThemeRows, tally } from './count.js';
import { countOthers } from './count-others.js';
import { type Database, openForReading } from './database.js';
import { type NamesReader, openNames } from './document-names.js';
import { type Matched, type Matching, match, matchesTheSame } from './match.js';
import { openPhraseRows } from './phrase-rows.js';
import type { IndexPointer } from './pointer.js';
import { openProposals } from './proposals.js';
import { openRanking } from './rank-rows.js';
import { type Now, openStored, type Present, type StoredReader } from './read-stored.js';
import type { RowSet } from './row-set.js';
import { openRowTexts, type RowTexts } from './row-texts.js';
import type { WeighedRows } from './scan-rows.js';
import { seek } from './seek.js';
import type { FindColumns } from './shared-columns.js';

/** How much is kept in memory, of each kind at least 1. Answers do not depend on it. */
export interface Capacities {
  /** Parsed metadata. */
  readonly documents: number;
  /** Rows of phrases, in bytes. */
  readonly phrases: number;
  /** Selections of themes. */
  readonly themes: number;
}

/** Documents of some pages of hits; for half a million clauses, more than a hundred phrases. */
const CAPACITIES: Capacities = { documents: 200, phrases: 24 << 20, themes: 30 };

export interface IndexOptions {
  /** Called between the passes of a question, which take some ms each; what it throws ends the question. */
  readonly onStep?: () => void;
  readonly capacities?: Capacities;
  /** Where other threads search the same. */
  readonly findColumns?: FindColumns;
}

export interface OpenIndex extends StoredReader, Pick<NamesReader, 'catalogue'> {
  readonly pointer: IndexPointer;
  readonly search: Now<SearchEngine['search']>;
  readonly hitsIn: Now<SearchEngine['hitsIn']>;
  readonly frequencies: Now<SearchEngine['frequencies']>;
  readonly known: Now<SearchEngine['known']>;
  close(): void;
}

type Searching = Pick<OpenIndex, 'search' | 'hitsIn' | 'frequencies'>;

export function openIndex(folder: string, pointer: IndexPointer, options: IndexOptions = {}): OpenIndex {
  const database = openForReading(join(folder, pointer.file));
  let texts: RowTexts | null = null;
  try {
    texts = openRowTexts(database);
    return openWith(database, texts, pointer, options);
  } catch (error) {
    // Of a damaged file, which is opened again for each question: nothing of it stays open.
    texts?.close();
    database.close();
    throw error;
  }
}

function openWith(
  database: Database,
  texts: RowTexts,
  pointer: IndexPointer,
  { capacities = CAPACITIES, findColumns = (_, load) => load(), onStep = () => undefined }: IndexOptions,
): OpenIndex {
  const { name: file } = database;
  const present: Present = (found, what) => {
    if (found === undefined) throw PolicyError.indexDamaged(file, `it lacks ${what}, which it names`);
    return found;
  };
  let searching: Searching | null = null;
  const called = openCalledDocuments(database);
  const { catalogue, searched } = openNames(database);
  // What the search runs over is read with the first search: a status or a document does not wait for it.
  const loaded = (): Searching => {
    const columns = (): Columns => findColumns(pointer.version, () => loadColumns(database));
    searching ??= openSearching(database, columns(), capacities, present, {
      called,
      searched,
      texts,
      onStep,
    });
    return searching;
  };
  return {
    pointer,
    search: (query) => loaded().search(query),
    hitsIn: (query, groups, most) => loaded().hitsIn(query, groups, most),
    frequencies: (phrases) => loaded().frequencies(phrases),
    known: (asked) => asked.map(called.known),
    ...openStored(database, capacities.documents, present),
    catalogue,
    close() {
      texts.close();
      database.close();
    },
  };
}

function openSearching(
  database: Database,
  columns: Columns,
  capacities: Capacities,
  present: Present,
  {
    called,
    searched,
    texts,
    onStep,
  }: {
    readonly called: CalledDocuments;
    readonly searched: NamesReader['searched'];
    readonly texts: RowTexts;
    readonly onStep: () => void;
  },
): Searching {
  const readPhrase = openPhraseRows(database, columns, capacities.phrases);
  const findPhrase: typeof readPhrase = (phrase) => {
    onStep();
    return readPhrase(phrase);
  };
  const findThemes = openThemeRows(columns, capacities.themes);
  const { rank, bestIn } = openRanking(columns);
  const findDocument = database
    .prepare<[string], number>('SELECT document FROM documents WHERE id = ?')
    .pluck();
  const readDocumentId = database
    .prepare<[number], string>('SELECT id FROM documents WHERE document = ?')
    .pluck();
  const documentIds: string[] = []; // all that were ever asked for: as many as there are documents

  const documentId = (document: number): string => {
    documentIds[document] ??= present(readDocumentId.get(document), `document ${document}`);
    return documentIds[document];
  };
  let titleIndex: TitleIndex | null = null;
  const titles = (): TitleIndex => {
    const names = searched();
    titleIndex ??= {
      ...{ columns, names, idOf: documentId },
      themes: toFacetColumn(Array.from({ length: columns.documents }, (_, at) => names[at]?.themes ?? [])),
    };
    return titleIndex;
  };
  const preferredOf = (phrases: readonly Phrase[]): RowSet | null => {
    if (phrases.length === 0) return null;
    return union(
      phrases.map((phrase) => findPhrase(phrase).own),
      columns.rows,
    );
  };

  const matching: Matching = {
    ...{ columns, findPhrase, called },
    ...{ matched: new WeakMap(), heldByAll: new WeakMap() },
  };
  const findMatches = (query: EngineQuery, isCounted = false): Matched => match(query, matching, isCounted);
  const totalOf = (query: EngineQuery, only: number | null): number =>
    count(query, columns, findMatches(query, true).rows, findThemes, only).total;
  // Of documents that were found, the same question asks for their hits next: what it matched is kept until then.
  let grouped: { readonly query: EngineQuery; readonly found: WeighedRows } | null = null;
  const weighedOf = (query: EngineQuery): WeighedRows => {
    if (grouped !== null && matchesTheSame(grouped.query, query)) return grouped.found;
    const matched = findMatches(query);
    const rows = isNarrowedBy(query, 'theme') ? intersection(matched.rows, findThemes(query)) : matched.rows;
    return { ...matched, rows, preferred: preferredOf(query.prefer) };
  };
  const proposalsOf = openProposals(columns, texts, documentId);

  return {
    hitsIn(query, groups, most) {
      const weighed = weighedOf(query);
      const ranked = groups.flatMap((group) => {
        const document = findDocument.get(group.documentId);
        return document === undefined ? [] : bestIn(document, weighed, most);
      });
      return proposalsOf(ranked, weighed, true);
    },
    search(query: EngineQuery): EngineAnswer {
      const only = query.document === null ? null : (findDocument.get(query.document) ?? -1);
      if (query.scope === 'title') return searchTitles(query, titles(), only);
      const matched = findMatches(query, query.take === 0);
      onStep();
      const counted = count(query, columns, matched.rows, findThemes, only);
      const { rows, hits, total, documents, facets, lacking } = counted;
      const first = matched.first && intersection(matched.first, rows);
      const found = { ...matched, rows, first, preferred: preferredOf(query.prefer) };
      if (query.group === 'document') grouped = { query, found };
      onStep();
      const ranked = rank(query, { ...found, hits });
      const proposals = proposalsOf(ranked.rows, found, query.withText);
      const groups: DocumentGroup[] = [];
      for (const document of ranked.documents) {
        const total = hits.counts[seek(hits.documents, document, 0)] as number;
        groups.push({ documentId: documentId(document), total });
      }
      const leading = first && tally(first, columns);
      const otherTotals = countOthers(query, rows, matching).map(
        (others, i) => others ?? totalOf(queryOf(query, (query.others ?? [])[i] as OtherWords), only),
      );
      return { total, documents, first: leading, proposals, groups, facets, lacking, otherTotals };
    },
    frequencies: (phrases) => phrases.map((phrase) => findPhrase(phrase).frequency),
  };
}

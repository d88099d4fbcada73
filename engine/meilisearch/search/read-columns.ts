/**
 * What all documents of an index are narrowed and counted by, read once for each version: so one count of hits by document
 * tells every facet, exclusion and missing value.
 */
import { z } from 'zod';
import {
  byDate,
  byDocumentFacet,
  type DocumentColumns,
  type FacetColumn,
  Lacks,
  toFacetColumn,
} from '../../document-columns.js';
import type { CatalogueEntry, SearchedNames } from '../../names.js';
import { readStored } from '../records/facet-value.js';
import type { StoredColumns } from '../records/records.js';
import type { Asking, Collection } from '../wire/collection.js';
import { equals } from './filter.js';

export interface IndexColumns extends DocumentColumns {
  /** By document, as are the places, which rise, and the numbers of their first themes: see `Numbers`. */
  readonly ids: readonly string[];
  readonly places: Uint32Array;
  readonly firstThemes: Uint32Array;
  /** What a search in titles goes by: of each document, and the themes of all in a column. */
  readonly names: readonly SearchedNames[];
  readonly themes: FacetColumn;
  /** Of a document's clauses, in the order of their numbers. */
  readonly clauseThemes: readonly (readonly string[])[];
}

/** @returns null where no document has that place. */
export function documentAt({ places }: IndexColumns, place: number): number | null {
  const document = lastUpTo(places, place);
  return places[document] === place ? document : null;
}

/** @returns the theme null: of none; null where no document has that number. */
export function themeAt(
  { firstThemes, clauseThemes }: IndexColumns,
  number: number,
): { readonly document: number; readonly theme: string | null } | null {
  const document = lastUpTo(firstThemes, number);
  const themes = clauseThemes[document];
  const place = number - (firstThemes[document] ?? 0);
  if (themes === undefined || place > themes.length) return null;
  return { document, theme: place === 0 ? null : (themes[place - 1] as string) };
}

/** Where the last stands that is no more than that; -1 where all are. */
function lastUpTo(rising: Uint32Array, value: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((rising[middle] as number) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

/** Those of one index, as they were read when all of its parts were there. */
export interface ColumnsKeeper {
  read(collection: Collection, asking: Asking): Promise<IndexColumns>;
  forget(): void;
}

export function keepColumns(): ColumnsKeeper {
  let kept: IndexColumns | null = null;
  /** Under way: of all parts, or null. */
  let reading: Promise<IndexColumns | null> | null = null;
  return {
    async read(collection, asking) {
      if (kept !== null) return kept;
      // Those who ask at the same time read it once; another's deadline is not ours, nor are the servers that it misses.
      const shared = reading === null ? null : await reading.catch(() => null);
      if (shared) return shared;
      const mine = readColumns(collection, asking);
      const whole = mine.then((columns) => (asking.away.size === 0 ? columns : null));
      reading = whole;
      try {
        const columns = await whole;
        if (columns !== null && reading === whole) kept = columns; // nothing was forgotten since
      } finally {
        if (reading === whole) reading = null;
      }
      return mine;
    },
    forget() {
      kept = null;
      reading = null;
    },
  };
}

/** What an index has of documents is less. */
const MOST_DOCUMENTS = 10_000_000;

const Records = z.object({
  results: z.array(
    z.object({ documentId: z.string(), place: z.number(), firstTheme: z.number(), columns: z.string() }),
  ),
});

interface StoredDocument {
  readonly id: string;
  readonly place: number;
  readonly firstTheme: number;
  readonly columns: StoredColumns;
}

/** In the order of the index. */
async function readDocuments(collection: Collection, asking: Asking): Promise<readonly StoredDocument[]> {
  const body = {
    filter: equals('record', 'document'),
    fields: ['documentId', 'place', 'firstTheme', 'columns'],
    limit: MOST_DOCUMENTS,
  };
  const parts = await collection.each(asking, async ({ client }, signal) =>
    Records.parse(await client.post(`indexes/${collection.index}/documents/fetch`, body, { signal })),
  );
  return parts
    .flatMap(({ results }) => results)
    .sort((a, b) => a.place - b.place)
    .map(({ documentId, columns, ...numbers }) => ({
      ...numbers,
      id: readStored(documentId),
      columns: JSON.parse(columns) as StoredColumns,
    }));
}

/** Read for itself and not kept: it is asked for once a version, in one thread. */
export async function readCatalogue(
  collection: Collection,
  asking: Asking,
): Promise<readonly CatalogueEntry[]> {
  const documents = await readDocuments(collection, asking);
  return documents.map(({ id, columns }) => {
    const { searched: _, ...names } = columns.names;
    return { id, ...names };
  });
}

async function readColumns(collection: Collection, asking: Asking): Promise<IndexColumns> {
  const documents = await readDocuments(collection, asking);
  const stored = documents.map(({ columns }) => columns);
  return {
    documents: documents.length,
    ids: documents.map(({ id }) => id),
    places: Uint32Array.from(documents, ({ place }) => place),
    firstThemes: Uint32Array.from(documents, ({ firstTheme }) => firstTheme),
    names: stored.map(({ names }) => names.searched),
    themes: toFacetColumn(stored.map(({ names }) => names.searched.themes)),
    clauseThemes: stored.map(({ themes }) => themes),
    facets: byDocumentFacet((facet) => toFacetColumn(stored.map(({ values }) => values[facet]))),
    dates: byDate((date) => Uint32Array.from(stored, ({ dates }) => dates[date])),
    lacks: Uint8Array.from(stored, ({ lacks }) => lacks.reduce((bits, one) => bits | Lacks[one], 0)),
  };
}

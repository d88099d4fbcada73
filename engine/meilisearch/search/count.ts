/**
 * What a question finds in each document → totals and facets. Hits are asked for by document, under no filter but that of
 * themes, and everything else is counted here (narrow-documents.ts), as the embedded engine does. Pure.
 */
import type { EngineAnswer, EngineQuery } from '../../engine.js';
import { type Failures, failedBy, failuresOf } from '../../failures.js';
import {
  type DocumentHits,
  facetsOf,
  type NarrowedDocuments,
  narrowDocuments,
  spread,
  type ThemeCounts,
} from '../../narrow-documents.js';
import type { Section } from './ask.js';
import type { Branch } from './compile.js';
import { themeSelection } from './filter.js';
import { eachCount, type Found } from './read-answer.js';
import { documentAt, type IndexColumns, themeAt } from './read-columns.js';

/** Found, and not among the columns: they were read before it came. */
export class UnknownDocument extends Error {
  override readonly name = 'UnknownDocument';

  constructor(number: number) {
    super(`A document was found that was not there when all were read: ${number}.`);
  }
}

/** Hits by document, and by document and theme, whichever themes are chosen: one search where that is the same. */
export function countingSections(
  query: EngineQuery,
  branches: readonly Branch[],
): { readonly byDocument: Section; readonly byTheme: Section | null } {
  const select = themeSelection(query);
  const counted = { branches, select, facets: ['place'] } as const;
  if (query.facets.length === 0) return { byDocument: counted, byTheme: null };
  if (select === null) {
    const both: Section = { ...counted, facets: ['place', 'themeNumber'] };
    return { byDocument: both, byTheme: both };
  }
  return { byDocument: counted, byTheme: { branches, select: null, facets: ['themeNumber'] } };
}

export interface Counted
  extends Omit<NarrowedDocuments, 'hits' | 'facets' | 'lacking'>,
    Pick<EngineAnswer, 'facets' | 'lacking'> {
  /** Of each document; 0 where it fails. */
  readonly hits: Uint32Array;
}

/** @param themes  null: no facet is asked for. */
export function countFound(
  query: EngineQuery,
  columns: IndexColumns,
  found: Found,
  themes: Found | null,
): Counted {
  const only = query.document === null ? null : columns.ids.indexOf(query.document);
  const failures = failuresOf(query, columns, only);
  const narrowed = narrowDocuments(query, columns, hitsByDocument(found, columns), failures);
  const ofThemes = themes === null ? null : countThemes(themes, columns, failures);
  const hits = spread(narrowed.hits, columns.documents);
  return { ...narrowed, hits, ...facetsOf(query, narrowed, ofThemes) };
}

/** @throws UnknownDocument */
function hitsByDocument(found: Found, columns: IndexColumns): DocumentHits {
  const hits = new Uint32Array(columns.documents);
  eachCount(found, 'place', (value, count) => {
    const document = known(documentAt(columns, Number(value)), value);
    hits[document] = (hits[document] as number) + count;
  });
  const documents = Uint32Array.from(hits.keys()).filter((document) => hits[document] !== 0);
  return { documents, counts: documents.map((document) => hits[document] as number) };
}

function known<Place>(place: Place | null, value: string): Place {
  if (place === null) throw new UnknownDocument(Number(value));
  return place;
}

function countThemes(found: Found, columns: IndexColumns, failures: Failures | null): ThemeCounts {
  const counted = new Map<string | null, { count: number; documents: Set<number> }>();
  eachCount(found, 'themeNumber', (value, count) => {
    const { document, theme } = known(themeAt(columns, Number(value)), value);
    if (failures !== null && failedBy(document, failures) !== 0) return;
    let tally = counted.get(theme);
    if (tally === undefined) {
      tally = { count: 0, documents: new Set() };
      counted.set(theme, tally);
    }
    tally.count += count;
    tally.documents.add(document); // several searches tell of one
  });
  const tallies = [...counted].map(([theme, { count, documents }]) => ({
    ...{ theme, count, documents: documents.size },
  }));
  const { count = 0, documents = 0 } = tallies.find(({ theme }) => theme === null) ?? {};
  return {
    values: tallies.flatMap(({ theme, ...tally }) => (theme === null ? [] : [{ value: theme, ...tally }])),
    lacking: { count, documents },
  };
}

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
import { facetValue } from '../records/facet-value.js';
import { readDocumentTheme } from '../records/records.js';
import type { Section } from './ask.js';
import type { Branch } from './compile.js';
import { themeSelection } from './filter.js';
import type { Distribution, Found } from './read-answer.js';
import type { IndexColumns } from './read-columns.js';
import type { Serving } from './serving.js';

/** Found, and not among the columns: they were read before it came. */
export class UnknownDocument extends Error {
  override readonly name = 'UnknownDocument';

  constructor(key: string) {
    super(`A document was found that was not there when all were read: ${key}.`);
  }
}

/** Hits by document. */
export function documentSection(query: EngineQuery, branches: readonly Branch[]): Section {
  return { branches, select: themeSelection(query), facets: ['documentKey'] };
}

/** Hits by document and theme, whichever themes are chosen. */
export function themeSection(branches: readonly Branch[]): Section {
  return { branches, select: null, facets: ['documentTheme'] };
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
  longValues: Serving['longValues'],
): Counted {
  const only = query.document === null ? null : columns.ids.indexOf(query.document);
  const failures = failuresOf(query, columns, only);
  const narrowed = narrowDocuments(query, columns, hitsByDocument(found, columns), failures);
  const ofThemes =
    themes === null
      ? null
      : countThemes(themes.facets.documentTheme ?? new Map(), columns, failures, longValues);
  const hits = spread(narrowed.hits, columns.documents);
  return { ...narrowed, hits, ...facetsOf(query, narrowed, ofThemes) };
}

/** @throws UnknownDocument */
function hitsByDocument({ facets }: Found, columns: IndexColumns): DocumentHits {
  const found = [...(facets.documentKey ?? [])].map(([key, count]) => {
    const document = columns.places.get(key);
    if (document === undefined) throw new UnknownDocument(key);
    return { document, count };
  });
  found.sort((a, b) => a.document - b.document);
  return {
    documents: Uint32Array.from(found, ({ document }) => document),
    counts: Uint32Array.from(found, ({ count }) => count),
  };
}

function countThemes(
  found: Distribution,
  columns: IndexColumns,
  failures: Failures | null,
  longValues: Serving['longValues'],
): ThemeCounts {
  const counts = new Map<string, { count: number; documents: number }>();
  const lacking = { count: 0, documents: 0 };
  const isOut = (key: string): boolean => {
    const document = columns.themePlaces.get(key);
    if (document === undefined) throw new UnknownDocument(key);
    return failures !== null && failedBy(document, failures) !== 0;
  };
  for (const [value, count] of found) {
    const { key, code } = readDocumentTheme(value);
    if (isOut(key)) continue;
    let tally = lacking;
    if (code !== null) {
      tally = counts.get(code) ?? { count: 0, documents: 0 };
      counts.set(code, tally);
    }
    tally.count += count;
    tally.documents += 1;
  }
  return {
    values: [...counts].map(([code, tally]) => ({ value: facetValue(code, longValues), ...tally })),
    lacking,
  };
}

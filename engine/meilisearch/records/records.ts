/**
 * Documents → what an index of Meilisearch is made of. Three kinds of records in one index, so that a document changes
 * in one step, all of it or nothing: clauses, documents, and one that says what the index is. A fourth is what can be
 * suggested of them (suggestion-pages.ts).
 *
 * Strings that are given back are stored as JSON: what is no valid Unicode in them survives.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { byFacet, DATES, type DateName, FACETS } from '../../../core/model.js';
import { BORDER } from '../../../core/text/fold.js';
import { type DocumentFacet, documentValuesOf, Lacks, lacksOf } from '../../document-columns.js';
import { type AnalyzedDocument, type Entry, entriesOf } from '../../entry.js';
import type { DocumentNames } from '../../names.js';
import { facetCode, isLongValue, storedText } from './facet-value.js';
import { openContexts, recordTokens } from './record-tokens.js';
import { SCHEMA } from './settings.js';
import { filterToken } from './token-code.js';

export type EngineRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export const STATE_ID = 'state';

/** What the index, or a server's part of it, says of itself. */
export const IndexState = z.object({
  id: z.literal(STATE_ID),
  schema: z.int(),
  version: z.string(),
  /** The rebuild that it comes from: the same on all servers, but for the moment in which one is swapped in. */
  build: z.string(),
  documents: z.int(),
  clauses: z.int(),
  /** Of the clauses' folded text, in UTF-16 code units. */
  characters: z.int(),
  /** Numbers of the next document. */
  nextPlace: z.int(),
  nextTheme: z.int(),
  indexedAt: z.string(),
  /** How many the index lies on; MOVING while documents go from one to another. */
  servers: z.int(),
  madeBy: z.enum(['user', 'start']),
  /** Of the server that it was loaded into: a key for our indexes only cannot ask. */
  engineVersion: z.string(),
  longValues: z.record(z.string(), z.string()),
});
export type IndexState = z.output<typeof IndexState>;

/** Of `servers`: documents come or go, what is found may be elsewhere too, or nowhere. Such a part is no part. */
export const MOVING = 0;

export function isCurrentSchema(state: { readonly schema: number }): boolean {
  return state.schema === SCHEMA;
}

/** A document's key: its id may be anything, a key is safe in a filter and as the id of a record. */
export function documentKey(documentId: string): string {
  return createHash('sha256').update(documentId, 'utf16le').digest('hex').slice(0, 32);
}

export function clauseRecordId(clauseId: string): string {
  return `c-${clauseId}`;
}

/** What may be an id at all; the engine refuses a request that asks for another one. */
export function isRecordId(id: string): boolean {
  return /^[A-Za-z0-9_-]{1,511}$/.test(id);
}

export function documentRecordId(key: string): string {
  return `d-${key}`;
}

/** Of a clause in the order of the index. Below 2⁵³ for a thousand million documents. */
const CLAUSES_PER_PLACE = 1_000_000;

/** Of a document's first clause; the others follow one by one. */
export function firstOrderOf(place: number): number {
  return place * CLAUSES_PER_PLACE;
}

/** @returns the place of the document of a clause. */
export function placeOf(order: number): number {
  return Math.floor(order / CLAUSES_PER_PLACE);
}

/**
 * By what hits are counted: small numbers, in the order in which documents came. The engine tells a number in a sixth of what a name
 * takes. None is given again, by the next index neither: who still has what was read of the one before finds numbers that it does
 * not know, and no other documents under them.
 */
export interface Numbers {
  /** Of a document. */
  readonly place: number;
  /** Of a document's clauses that have no theme; those after it are of its themes, one by one. */
  readonly theme: number;
}

/** Past it a new index begins at 0 again, far below the one that it replaces: so they stay below 2³². */
const FAR = 2 ** 31;

/** Of the next document in an index whose parts say so. */
export function nextNumbers(
  states: readonly (Pick<IndexState, 'nextPlace' | 'nextTheme'> | null)[],
): Numbers {
  return {
    place: Math.max(0, ...states.map((one) => one?.nextPlace ?? 0)),
    theme: Math.max(0, ...states.map((one) => one?.nextTheme ?? 0)),
  };
}

/** Of the first document in the index that replaces it. */
export function firstNumbers(states: Parameters<typeof nextNumbers>[0]): Numbers {
  const { place, theme } = nextNumbers(states);
  return place < FAR && theme < FAR ? { place, theme } : { place: 0, theme: 0 };
}

/** Of the document that comes next. */
export function numbersAfter({ place, theme }: Numbers, analyzed: AnalyzedDocument): Numbers {
  return { place: place + 1, theme: theme + 1 + themesOf(analyzed).length };
}

/** The themes of a document's clauses, in the order of their numbers. */
function themesOf({ clauses }: AnalyzedDocument): readonly string[] {
  return [...new Set(clauses.flatMap(({ clause }) => clause.themes))];
}

export function recordsOf(analyzed: AnalyzedDocument, { place, theme }: Numbers): readonly EngineRecord[] {
  const { document, origin, raw } = analyzed;
  const made = entriesOf(analyzed);
  const { entries, dates, names, called } = made;
  const lacks = LACKS.filter((one) => (lacksOf(made) & Lacks[one]) !== 0);
  const calledSo = called.length === 0 ? {} : { names: called.map(numberToken) };
  const key = documentKey(document.id);
  const clauses = entries.filter((entry) => entry.clause !== null);
  const contextOf = openContexts(entries);
  const themes = themesOf(analyzed);
  return [
    ...clauses.map((entry, ordinal): EngineRecord => {
      const own = recordTokens([entry.own], '');
      const context = contextOf(entry);
      return {
        id: clauseRecordId(entry.clause?.id ?? ''),
        documentKey: key,
        documentId: storedText(document.id),
        order: firstOrderOf(place) + ordinal,
        kind: entry.kind,
        weight: Math.fround(entry.weight),
        // A point between them is a separator to the engine: no phrase goes over it.
        text: [...own.searchable, ...context.searchable].join(' . '),
        own: own.distinct,
        context: context.distinct,
        ownTwice: own.repeated,
        contextTwice: context.repeated,
        ...facetsOf(entry),
        // Absent where there is none: such documents come last in either direction.
        ...Object.fromEntries(DATES.flatMap((date) => (dates[date] === 0 ? [] : [[date, dates[date]]]))),
        lacks,
        place,
        themeNumber: themeNumbers(entry, themes).map((number) => theme + number),
        ...(entry.ownNumbers.length === 0 ? {} : { ownNumber: entry.ownNumbers.map(numberToken) }),
        ...(entry.numbersAbove.length === 0 ? {} : { number: entry.numbersAbove.map(numberToken) }),
        ...calledSo,
        folded: entry.own.folded,
        above: context.folded,
        clause: JSON.stringify(entry.clause),
      };
    }),
    {
      id: documentRecordId(key),
      record: 'document',
      documentId: storedText(document.id),
      origin: storedText(origin),
      sha256: document.file.sha256,
      place,
      firstTheme: theme,
      clauses: clauses.length,
      characters: clauses.reduce((sum, { own }) => sum + own.length, 0),
      columns: JSON.stringify({
        values: documentValuesOf(made),
        dates,
        lacks,
        themes,
        names,
      } satisfies StoredColumns),
      metadata: JSON.stringify(document),
      raw: deflateRawSync(Buffer.from(raw, 'utf16le'), { level: 3 }).toString('base64'),
    },
  ];
}

/** What a document is narrowed and counted by, as its record keeps it. */
export interface StoredColumns {
  readonly values: Readonly<Record<DocumentFacet, readonly string[]>>;
  readonly dates: Readonly<Record<DateName, number>>;
  readonly lacks: readonly (keyof typeof Lacks)[];
  /** Of its clauses, in the order of their numbers. */
  readonly themes: readonly string[];
  readonly names: DocumentNames;
}

const LACKS = ['source', 'documentNumber'] as const;

/** Of each theme of a clause, from 1; 0 where it has none. */
function themeNumbers({ values }: Entry, themes: readonly string[]): readonly number[] {
  return values.theme.length === 0 ? [0] : values.theme.map((theme) => themes.indexOf(theme) + 1);
}

export function readRaw(stored: string): string {
  return inflateRawSync(Buffer.from(stored, 'base64')).toString('utf16le');
}

/** Values of facets that their codes do not tell, by code. */
export function longValuesOf(analyzed: AnalyzedDocument): Readonly<Record<string, string>> {
  const values = entriesOf(analyzed).entries.flatMap(({ values: own }) =>
    FACETS.flatMap((facet) => own[facet]),
  );
  return Object.fromEntries(values.filter(isLongValue).map((value) => [facetCode(value), storedText(value)]));
}

/** A compared number or name as filters have it: the borders in a folded text would be trimmed off. */
export function numberToken(compared: string): string {
  return filterToken(compared.replaceAll(BORDER, '|'));
}

function facetsOf({ values }: Entry): Readonly<Record<string, readonly string[]>> {
  return byFacet((facet) => values[facet].map(facetCode));
}

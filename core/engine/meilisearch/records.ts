/**
 * Documents → what an index of Meilisearch is made of. Three kinds of records in one index, so that a document changes
 * in one step, all of it or nothing: clauses, documents, and one that says what the index is.
 *
 * Strings that are given back are stored as JSON: what is no valid Unicode in them survives.
 */
import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { foldAndConvert } from '../../text/analyze.js';
import { BORDER } from '../../text/fold.js';
import type { AnalyzedDocument, Tokens } from '../analyzed-document.js';
import { clauseWeight } from '../step-one.js';
import { facetCode, isLongValue, storedText } from './facet-value.js';
import { SCHEMA } from './settings.js';
import { CONTEXT_MARK, filterToken, tokenCode } from './token-code.js';

export type EngineRecord = Readonly<Record<string, unknown>> & { readonly id: string };

export const STATE_ID = 'state';

/** What the index, or a server's part of it, says of itself. */
export const IndexState = z.object({
  id: z.literal(STATE_ID),
  schema: z.int(),
  version: z.string(),
  documents: z.int(),
  clauses: z.int(),
  /** Of the clauses' folded text, in UTF-16 code units. */
  characters: z.int(),
  /** Place of the next document; they keep the order in which they came. */
  nextPlace: z.int(),
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

/** @param place  Of the document in the order of the index. */
export function recordsOf(analyzed: AnalyzedDocument, place: number): readonly EngineRecord[] {
  const { document, raw, clauses } = analyzed;
  const key = documentKey(document.id);
  const facets = facetsOf(analyzed);
  const characters = clauses.reduce((sum, { tokens }) => sum + tokens.folded.length, 0);
  return [
    ...clauses.map(({ clause, tokens }, ordinal): EngineRecord => {
      const above = contextOf(analyzed, ordinal);
      return {
        id: clauseRecordId(clause.id),
        documentKey: key,
        documentId: storedText(document.id),
        order: place * CLAUSES_PER_PLACE + ordinal,
        kind: clause.kind,
        weight: Math.fround(clauseWeight(clause.kind, tokens.folded.length)),
        text: searchable(tokens, above),
        own: filterTokens([tokens]),
        context: filterTokens(above),
        ownTwice: repeatedTokens([tokens]),
        contextTwice: repeatedTokens(above),
        ...facets,
        theme: [...new Set(clause.themes)].map(facetCode),
        ...numbersOf(analyzed, ordinal),
        folded: tokens.folded,
        above: above.map(({ folded }) => folded),
        clause: JSON.stringify(clause),
      };
    }),
    {
      id: documentRecordId(key),
      record: 'document',
      documentId: storedText(document.id),
      path: document.file.path,
      sha256: document.file.sha256,
      place,
      clauses: clauses.length,
      characters,
      metadata: JSON.stringify(document),
      raw: deflateRawSync(Buffer.from(raw, 'utf16le'), { level: 3 }).toString('base64'),
    },
  ];
}

export function readRaw(stored: string): string {
  return inflateRawSync(Buffer.from(stored, 'base64')).toString('utf16le');
}

/** Values of facets that their codes do not tell, by code. */
export function longValuesOf({ document, clauses }: AnalyzedDocument): Readonly<Record<string, string>> {
  const { cities, issuingBodies, type, status } = document;
  const themes = clauses.flatMap(({ clause }) => clause.themes);
  const values = [...cities, ...issuingBodies, ...themes, type ?? '', status ?? ''];
  return Object.fromEntries(values.filter(isLongValue).map((value) => [facetCode(value), storedText(value)]));
}

/** The number as filters compare it: the borders in a folded text would be trimmed off. */
export function numberToken(documentNumber: string): string {
  return filterToken(foldAndConvert(documentNumber).replaceAll(BORDER, '|'));
}

/** The titles and the headings above a clause; a title is above everything in its document but itself. */
function contextOf({ clauses, unprintedTitle }: AnalyzedDocument, ordinal: number): readonly Tokens[] {
  const above = new Set(clauses[ordinal]?.clause.headings ?? []);
  const tokens = clauses.flatMap((one, other) =>
    other !== ordinal && (one.clause.kind === 'title' || above.has(other)) ? [one.tokens] : [],
  );
  return unprintedTitle ? [unprintedTitle, ...tokens] : tokens;
}

/** A point between them is a separator to the engine: no phrase goes over it. */
function searchable(own: Tokens, above: readonly Tokens[]): string {
  const parts = [own, ...above].map(({ grams }, place) =>
    grams === ''
      ? ''
      : grams
          .split(' ')
          .map((token) => (place === 0 ? '' : CONTEXT_MARK) + tokenCode(token))
          .join(' '),
  );
  return parts.filter((part) => part !== '').join(' . ');
}

function filterTokens(all: readonly Tokens[]): string[] {
  const found = new Set<string>();
  for (const { grams, characters } of all) {
    for (const token of grams.split(' ')) if (token !== '') found.add(filterToken(token));
    for (const token of characters.split(' ')) if (token !== '') found.add(token);
  }
  return [...found];
}

/** What occurs more than once: a phrase through any other token stands in one place (phrase-query.ts). */
function repeatedTokens(all: readonly Tokens[]): string[] {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const { grams } of all) {
    for (const token of grams.split(' ')) (once.has(token) ? twice : once).add(token);
  }
  twice.delete('');
  return [...twice].map(filterToken);
}

function facetsOf({ document }: AnalyzedDocument): EngineRecord | object {
  const { cities, issuingBodies, type, status, publishedOn } = document;
  return {
    city: [...new Set(cities)].map(facetCode),
    issuingBody: [...new Set(issuingBodies)].map(facetCode),
    ...(type === null ? {} : { type: facetCode(type) }),
    ...(status === null ? {} : { status: facetCode(status) }),
    // Absent where there is none: such documents come last in either direction.
    ...(publishedOn === null ? {} : { year: publishedOn.slice(0, 4), publishedOn: dateNumber(publishedOn) }),
  };
}

/** 2023-05-30 → 20230530. */
export function dateNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

/** The title clause holds its document's number, the others have it above them; an unprinted title is above all. */
function numbersOf({ document, clauses, unprintedTitle }: AnalyzedDocument, ordinal: number): object {
  if (document.documentNumber === null) return {};
  const number = numberToken(document.documentNumber.text);
  const title = unprintedTitle ? -1 : clauses.findIndex(({ clause }) => clause.kind === 'title');
  if (!unprintedTitle && title < 0) return {};
  return ordinal === title ? { ownNumber: number } : { number };
}

/** Documents of a few clauses, written down in a few words. */

import {
  byFacet,
  type Clause,
  type ClauseKind,
  type Language,
  type PolicyDocument,
} from '../../core/model.js';
import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { parseDocumentNumber } from '../../core/text/document-number.js';
import type { EngineQuery, EngineWord, Filters } from '../../engine/engine.js';
import { type AnalyzedDocument, analyzeDocument } from '../../engine/entry.js';
import { MOST_VALUES } from '../../engine/facet-order.js';

export interface SmallClause {
  readonly text: string;
  readonly kind?: ClauseKind;
  readonly language?: Language;
  /** Ordinals of the headings above; the printed title is ordinal 0. */
  readonly headings?: readonly number[];
  readonly themes?: readonly string[];
  readonly noteOf?: string;
}

export interface SmallDocument {
  readonly id: string;
  readonly title: string;
  /** A title that is not printed is no clause. */
  readonly printed?: boolean;
  readonly clauses: readonly (string | SmallClause)[];
  readonly number?: string | null | undefined;
  readonly cities?: readonly string[];
  readonly bodies?: readonly string[];
  readonly type?: string | null;
  readonly status?: string | null;
  readonly publishedOn?: string | null;
  readonly signedOn?: string | null;
  readonly effectiveOn?: string | null;
  readonly url?: string | null;
  readonly sha256?: string;
}

export function analyzed(small: SmallDocument): AnalyzedDocument {
  const title: readonly SmallClause[] = small.printed === false ? [] : [{ text: small.title, kind: 'title' }];
  const rest = small.clauses.map((clause) => (typeof clause === 'string' ? { text: clause } : clause));
  const clauses = [...title, ...rest].map(
    ({ text, kind = 'body', language = 'zh', headings = [], themes = [], noteOf }, ordinal): Clause => ({
      id: `${small.id}-${ordinal}`,
      kind,
      language,
      locator: '',
      path: [],
      headings,
      text,
      themes,
      raw: { start: 0, end: text.length },
      ...(noteOf === undefined ? {} : { noteOf }),
    }),
  );
  const document: PolicyDocument = {
    id: small.id,
    title: small.title,
    titleEn: null,
    issuingBodies: small.bodies ?? [],
    issuingBodiesPublished: small.bodies ?? [],
    documentNumberPublished: small.number ?? null,
    authors: [],
    publishedYear: small.publishedOn == null ? null : Number(small.publishedOn.slice(0, 4)),
    history: [],
    documentNumber: small.number == null ? null : parseDocumentNumber(small.number),
    type: small.type ?? null,
    status: small.status ?? null,
    publishedOn: small.publishedOn ?? null,
    signedOn: small.signedOn ?? null,
    effectiveOn: small.effectiveOn ?? null,
    cities: small.cities ?? [],
    themes: [...new Set(rest.flatMap(({ themes = [] }) => themes))],
    source: small.url == null ? null : { name: null, url: small.url },
    linkOrigin: null,
    attachments: [],
    attachmentOf: null,
    format: 'txt',
    script: 'hans',
    provenance: {},
    warnings: [],
    cuts: [],
    extra: {},
    file: {
      path: `${small.id}.txt`,
      sha256: small.sha256 ?? 'a',
      bytes: 1,
      indexedAt: '2026-01-01T00:00:00Z',
      encoding: null,
    },
  };
  return analyzeDocument(
    document,
    clauses,
    clauses.map(({ text }) => text).join('\n'),
    `/texts/${small.id}.txt`,
  );
}

export const NO_FILTERS: Filters = byFacet(() => []);

export function phrase(text: string): Phrase {
  const [made] = toPhrases(text, 'hans');
  if (made === undefined) throw new Error(`Nothing to look for in ${JSON.stringify(text)}.`);
  return made;
}

export function word(...alternatives: readonly string[]): EngineWord {
  return { alternatives: alternatives.flatMap((text) => toPhrases(text, 'hans')) };
}

/** Words separated by spaces, `-` before those excluded; punctuation alone is left out, as the server does. */
export function query(typed: string, rest: Partial<EngineQuery> = {}): EngineQuery {
  const parts = typed.split(' ').filter((part) => toPhrases(part, 'hans').length > 0);
  return {
    words: parts.filter((part) => !part.startsWith('-')).map((part) => word(part)),
    excluded: parts
      .filter((part) => part.startsWith('-'))
      .flatMap((part) => toPhrases(part.slice(1), 'hans')),
    match: 'all',
    filters: NO_FILTERS,
    excludedValues: NO_FILTERS,
    scope: 'all',
    lacking: [],
    date: 'publishedOn',
    from: null,
    to: null,
    document: null,
    group: 'none',
    sort: 'relevance',
    prefer: [],
    skip: 0,
    take: 1000,
    withText: false,
    facets: [],
    mostValues: MOST_VALUES,
    ...rest,
  };
}

/**
 * The wire: what a browser may send and what it gets back. `web/` imports these types and nothing else.
 */
import { z } from 'zod';
import { byFacet, type Clause, FACETS, type FacetName, type PolicyDocument } from '../core/model.js';

const QUERY_LENGTH = 500;
const tooLong = `A query is at most ${QUERY_LENGTH} characters.`;
const DEEPEST_HIT = 10_000; // beyond it nobody reads; export streams what lies further
const isoDate = z.iso.date('A date is written 2023-05-30.');

/** `?year=2023` and `?year=2023&year=2024` both mean a list. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .pipe(z.array(z.string().min(1).max(200)).max(100))
  .default([]);

/** Digits only: `1e1`, ` 5` and an empty value are slips, not numbers. */
function whole(message: string, most = DEEPEST_HIT) {
  return z
    .union(
      [
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
        z.number(),
      ],
      message,
    )
    .pipe(z.number().int(message).min(1, message).max(most, message));
}

export const Script = z.enum(['original', 'hans', 'hant']);
export type Script = z.output<typeof Script>;

/** Characters are code points: an emoji is one. */
const query = z
  .string()
  .max(2 * QUERY_LENGTH, tooLong)
  .refine((text) => [...text].length <= QUERY_LENGTH, tooLong)
  .default('');

/** The names that a facet cannot have: all stand in one address. */
const parameters = {
  q: query,
  from: isoDate.optional(),
  to: isoDate.optional(),
  match: z.enum(['auto', 'all', 'any']).default('auto'),
  sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance'),
  page: whole('A page is a whole number from 1.').default(1),
  size: whole('A page has 1 to 100 hits.', 100).default(20),
  script: Script.default('original'),
  expand: z.enum(['on', 'off']).default('on'),
  without: list,
  explain: z.enum(['on', 'off']).default('off'),
} satisfies Readonly<Record<string, z.ZodType>> & { readonly [facet in FacetName]?: never };

/** The parameters of a search, shared by everything that takes «…search parameters». */
export const SearchRequest = z
  .strictObject({ ...parameters, ...byFacet(() => list) })
  .refine(({ page, size }) => page * size <= DEEPEST_HIT, {
    path: ['page'],
    message: `page × size is at most ${DEEPEST_HIT}; narrow the search instead.`,
  })
  .transform((given) => ({ ...withoutFacets(given), filters: byFacet((facet) => given[facet]) }));
export type SearchRequest = z.output<typeof SearchRequest>;

function withoutFacets<Given extends object>(given: Given): Omit<Given, FacetName> {
  const names: readonly string[] = FACETS;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name))) as Omit<
    Given,
    FacetName
  >;
}

export const DocumentRequest = z.strictObject({
  script: Script.default('original'),
  q: query,
});
export type DocumentRequest = z.output<typeof DocumentRequest>;

/** Of a path that knows none. */
export const NoParameters = z.strictObject({});

/** A stretch of text, matching or not. Text, never HTML. Joined, fragments are the shown text. */
export interface Fragment {
  readonly text: string;
  readonly match: boolean;
}

export interface Understood {
  readonly kind: 'word' | 'phrase' | 'excluded' | 'documentNumber';
  readonly text: string;
  readonly ignored?: true;
  readonly reason?: string;
}

/** A clause as shown: in the script asked for. */
export interface ClauseAnswer
  extends Pick<Clause, 'id' | 'kind' | 'language' | 'locator' | 'path' | 'text' | 'themes'> {
  readonly fragments: readonly Fragment[];
  /** Of a hit that is long: `fragments` cut to two to four lines around the matches, from a sentence on; … marks the cuts. */
  readonly snippet?: readonly Fragment[];
  readonly part?: number;
  readonly parts?: number;
  readonly damage?: Clause['damage'];
  readonly counterpart?: string;
  /** Of a note: the id of the clause that prints its mark. */
  readonly noteOf?: string;
}

export interface DocumentSummary
  extends Pick<
    PolicyDocument,
    | 'id'
    | 'title'
    | 'titleEn'
    | 'issuingBodies'
    | 'type'
    | 'status'
    | 'publishedOn'
    | 'publishedYear'
    | 'authors'
    | 'issuingBodiesPublished'
    | 'documentNumberPublished'
    | 'cities'
    | 'themes'
    | 'script'
    | 'source'
  > {
  readonly documentNumber: string | null;
  readonly titleOrigin: 'printed' | 'given' | 'derived';
  readonly year: number | null;
}

export interface Hit {
  readonly clause: ClauseAnswer;
  readonly document: DocumentSummary;
}

export interface FacetValue {
  readonly value: string;
  readonly count: number;
  readonly selected: boolean;
}

export interface Explanation {
  readonly words: readonly { readonly text: string; readonly count: number }[];
  readonly filters: readonly {
    readonly facet: string;
    readonly value: string;
    readonly countWithout: number;
  }[];
  readonly coverage: { readonly documents: number };
}

/** By canonical theme. */
export type ThemeLabels = Readonly<Record<string, { readonly 'zh-Hant': string; readonly en: string }>>;

export interface SearchAnswer {
  readonly query: {
    readonly q: string;
    readonly understood: readonly Understood[];
    readonly match: 'all' | 'any';
    readonly expanded: readonly {
      readonly word: string;
      readonly to: string;
      readonly kind: string;
      readonly count: number;
    }[];
  };
  readonly engine: string;
  readonly tookMs: number;
  readonly total: number;
  readonly documents: number;
  readonly page: number;
  readonly size: number;
  readonly hits: readonly Hit[];
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  /** Of the themes in the facet and on the hits. */
  readonly labels: ThemeLabels;
  readonly explanation?: Explanation;
  /** There where parts of the index did not answer: hits, counts and facets are of the rest alone. */
  readonly partial?: { readonly missing: readonly string[] };
}

/** GET /api/documents/{id}. Every clause in order, highlighted where `q` matches. */
export interface DocumentAnswer {
  readonly document: DocumentSummary &
    Pick<
      PolicyDocument,
      'signedOn' | 'effectiveOn' | 'history' | 'provenance' | 'warnings' | 'cuts' | 'extra' | 'file'
    >;
  readonly clauses: readonly ClauseAnswer[];
  readonly labels: ThemeLabels;
}

/** A stretch of a citation. Text, never HTML or Markdown. */
export interface CitationRun {
  readonly text: string;
  /** As the style sets a title, where a text can be set so. */
  readonly italic?: true;
  /** To the citation's link. */
  readonly linked?: true;
}

/** What a citation is made of, to be pasted as formatted text. */
export interface CitationParts {
  /** The link of the document's source: the only one that a citation has. */
  readonly link: string | null;
  /** Paragraphs of the clause that stand in a block of their own. */
  readonly quotation: readonly string[];
  readonly paragraphs: readonly (readonly CitationRun[])[];
}

/** GET /api/clauses/{id}/citation?parts=on and /api/documents/{id}/citation?parts=on */
export interface CitationAnswer {
  readonly text: string;
  /** null in a style that is text alone. */
  readonly parts: CitationParts | null;
}

/** RFC 9457. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy: string;
  readonly errors?: readonly { readonly parameter: string; readonly message: string }[];
}

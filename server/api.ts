/**
 * The wire: what a browser gets back; what it may send is in `request.ts`. `web/` imports these types and nothing else.
 */
import type { Clause, FacetName, Lackable, PolicyDocument, Tally } from '../core/model.js';
import type { ExpansionKind } from '../core/text/expansion/expansion-table.js';

/** A stretch of text, matching or not. Text, never HTML. Joined, fragments are the shown text. */
export interface Fragment {
  readonly text: string;
  readonly match: boolean;
}

export interface Understood {
  readonly kind: 'word' | 'phrase' | 'either' | 'excluded' | 'documentNumber';
  readonly text: string;
  /** Of `either`: at least one of them. */
  readonly alternatives?: readonly {
    readonly kind: 'word' | 'phrase' | 'documentNumber';
    readonly text: string;
  }[];
  readonly ignored?: true;
  /** Of what is ignored: for programs, which word it themselves. */
  readonly code?: IgnoredCode;
  /** The same, in English. */
  readonly reason?: string;
}

/** Why a part of a query is not looked for. */
export type IgnoredCode = 'punctuation' | 'noContent' | 'noRoom' | 'oneSided' | 'wildcard' | 'tooMany';

/** What was looked for beside what was typed. */
export interface Expanded {
  /** As typed. */
  readonly word: string;
  readonly to: string;
  readonly kind: ExpansionKind;
  /** `total` less that of the same search with this in `without`. */
  readonly count: number;
}

/** A run that was cut into words, as the text that it is. */
export interface WholeRun {
  readonly text: string;
  /** The query in which it is quoted. */
  readonly q: string;
  /** `total` of the same search for `q`. */
  readonly count: number;
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

/** A document with its best clauses. */
export interface Group {
  readonly document: DocumentSummary;
  /** All its hits. */
  readonly total: number;
  /** The best three, best first; none where no word was asked for. */
  readonly hits: readonly Hit[];
}

export interface FacetValue extends Tally {
  readonly value: string;
  readonly selected: boolean;
  readonly excluded: boolean;
}

export interface Explanation {
  readonly words: readonly {
    readonly text: string;
    readonly count: number;
    /** Of a word that is nowhere: a term that is found under the same filters. */
    readonly nearest?: string;
  }[];
  readonly filters: readonly {
    readonly facet: string;
    readonly value: string;
    readonly countWithout: number;
  }[];
  readonly coverage: { readonly documents: number };
}

/** By canonical theme. */
export type ThemeLabels = Readonly<Record<string, { readonly 'zh-Hant': string; readonly en: string }>>;

/** What both forms of an answer have. */
interface SearchFrame {
  readonly query: {
    readonly q: string;
    readonly understood: readonly Understood[];
    readonly match: 'all' | 'any' | 'all+any';
    /** Of `all+any`: the clauses that hold every word, and in groups their documents. */
    readonly allTotal?: number;
    readonly allDocuments?: number;
    readonly expanded: readonly Expanded[];
    /** The first few, in the order typed. */
    readonly wholeRuns: readonly WholeRun[];
  };
  readonly engine: string;
  /** What was asked: `indexedAt` is its last commit, an ISO date and time, and `version` changes with each. */
  readonly index: { readonly version: string; readonly indexedAt: string };
  readonly tookMs: number;
  readonly total: number;
  readonly documents: number;
  readonly page: number;
  readonly size: number;
  readonly facets: Readonly<Record<FacetName, readonly FacetValue[]>>;
  readonly missing: Readonly<Record<Lackable, Tally>>;
  /** Of the themes in the facet and on the hits. */
  readonly labels: ThemeLabels;
  readonly explanation?: Explanation;
  /** There where parts of the index did not answer: hits, counts and facets are of the rest alone. */
  readonly partial?: { readonly missing: readonly string[] };
}

/** GET /api/search */
export interface SearchAnswer extends SearchFrame {
  readonly hits: readonly Hit[];
}

/** GET /api/search?group=document */
export interface GroupedAnswer extends SearchFrame {
  readonly groups: readonly Group[];
}

export type AnySearchAnswer = SearchAnswer | GroupedAnswer;

/** Those shown, in order; of groups, document after document. */
export function hitsOf(answer: AnySearchAnswer): readonly Hit[] {
  return 'hits' in answer ? answer.hits : answer.groups.flatMap(({ hits }) => hits);
}

/** GET /api/documents/{id}. Clauses in order, `next` the `from` of what follows; marked are the hits for `q`. */
export interface DocumentAnswer {
  readonly document: DocumentSummary &
    Pick<PolicyDocument, 'signedOn' | 'effectiveOn' | 'history' | 'provenance' | 'linkOrigin' | 'format'> &
    Pick<PolicyDocument, 'attachments' | 'attachmentOf' | 'warnings' | 'cuts' | 'extra' | 'file'> & {
      /** `kept`: whether the file itself is to be had, at /api/documents/{id}/file. The route says it, which knows the folder. */
      readonly file: { readonly kept?: boolean };
    };
  readonly clauses: readonly ClauseAnswer[];
  readonly next?: number;
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

/** What can be asked that begins like what is typed. */
export interface Suggestion {
  readonly text: string;
  readonly kind: 'term' | 'title' | 'issuingBody' | 'documentNumber';
  /** `total` of the search for `q` under `filters` and no others. */
  readonly count: number;
  readonly matched: 'text' | 'pinyin' | 'initials';
  /** What choosing it asks. */
  readonly q: string;
  readonly filters: Readonly<Partial<Record<FacetName, readonly string[]>>>;
}

/** GET /api/suggest */
export interface SuggestAnswer {
  readonly suggestions: readonly Suggestion[];
  readonly partial?: { readonly missing: readonly string[] };
}

/** GET /api/facets/{facet} */
export interface FacetValuesAnswer {
  /** Most clauses first. */
  readonly values: readonly (Tally & { readonly value: string })[];
  /** Whether there are values that are not listed. */
  readonly more: boolean;
  /** Of the themes listed. */
  readonly labels: ThemeLabels;
  /** As of a search. */
  readonly partial?: { readonly missing: readonly string[] };
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

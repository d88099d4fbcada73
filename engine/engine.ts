/**
 * The door. Two engines stand behind it and no reader can tell which: SQLite on a laptop, Meilisearch in production.
 *
 * An engine matches, counts and proposes. It never sees Traditional characters, chooses no snippet, formats no
 * citation and does not decide the first page: the order of the first proposals is the server's. What is asked of it is
 * the intersection of what engines can do; what one of them lacks is built above this file or not at all.
 *
 * What is a hit: C(w) are the clauses that hold the word w in their own text, in the headings above them or in
 * their document's title; O(w) those that hold it in their own text.
 *
 *   all:   ⋂ C(w) ∩ ⋃ O(w)      any:  ⋃ O(w)      no words: every clause
 *
 * less ⋃ C(x) of the excluded, under the filters. Counts are exact.
 */
import type { EngineName } from '../core/config.js';
import type { Clause, ClauseKind, FacetName, PolicyDocument } from '../core/model.js';
import type { Phrase } from '../core/text/analyze.js';
import type { AnalyzedDocument } from './entry.js';

export interface EngineWord {
  /** A clause holds the word if it holds any of these: what was typed first, then what widens it. */
  readonly alternatives: readonly Phrase[];
  /** Canonical document number: the title clause of a document that has it holds the word too. */
  readonly documentNumber?: string;
}

export type Filters = Readonly<Record<FacetName, readonly string[]>>;

export interface EngineQuery {
  readonly words: readonly EngineWord[];
  readonly excluded: readonly Phrase[];
  readonly match: 'all' | 'any';
  /** OR inside a facet, AND across; empty list: not filtered by it. */
  readonly filters: Filters;
  /** On `publishedOn`, ISO, inclusive; a document without a date is in no range. */
  readonly from: string | null;
  readonly to: string | null;
  /**
   * `relevance`: step one, the rarity of the words a clause holds, its length and kind; clauses that hold one of
   * `prefer` in one piece are worth a little more. By date: documents without one last; inside a document, and for equal dates and
   * scores, in document order.
   */
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly prefer: readonly Phrase[];
  /** Proposals wanted: from `skip`, `take` of them, with their folded text if `withText`. */
  readonly skip: number;
  readonly take: number;
  readonly withText: boolean;
  /** Which facets to count. Each is counted over everything but its own selection. */
  readonly facets: readonly FacetName[];
  /** Told the proposals by an engine that has them while it is still counting; once more where they have changed since. */
  readonly onProposals?: (proposals: readonly Proposal[]) => void;
}

export interface Proposal {
  readonly clauseId: string;
  readonly documentId: string;
  readonly kind: ClauseKind;
  /** Of step one; for comparison within this answer only. */
  readonly score: number;
  /** `readingsOf` of its own text; null unless asked for. */
  readonly folded: string | null;
  /** For each word of the query, whether the headings above or the title hold it. */
  readonly inContext: readonly boolean[];
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

export interface EngineAnswer {
  /** Clauses, and distinct documents among them. */
  readonly total: number;
  readonly documents: number;
  readonly proposals: readonly Proposal[];
  /** `year` newest first, the others by count, ties by code point; at most 100 values, those filtered by always among them. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>;
  /** Of an index in several parts, those that did not answer: everything above is without them. */
  readonly missing?: readonly string[];
}

export interface EngineStatus {
  readonly documents: number;
  readonly clauses: number;
  /** ISO date and time of the last commit. */
  readonly indexedAt: string;
  /** Changes with every commit: what answers may be cached under. */
  readonly version: string;
  /** Mean length of a clause's folded text, in UTF-16 code units. */
  readonly averageLength: number;
  /** Of an index in several parts, those that do not answer. */
  readonly missing?: readonly string[];
}

export interface StoredClause {
  readonly clause: Clause;
  readonly document: PolicyDocument;
}

export interface SearchEngine {
  readonly name: EngineName;

  /**
   * @param asOf  `now`: as it is at this moment; else it may be a second old.
   * @throws PolicyError `index_missing`, `index_out_of_date`, `engine_unavailable`; as does everything below.
   */
  status(asOf?: 'now'): Promise<EngineStatus>;

  search(query: EngineQuery): Promise<EngineAnswer>;

  /** In how many clauses' own text each phrase is contained; exact. What ranking weighs words by. */
  frequencies(phrases: readonly Phrase[]): Promise<readonly number[]>;

  /** Whole clauses with their documents, in the order asked; ids that are not there are left out. */
  clauses(ids: readonly string[]): Promise<readonly StoredClause[]>;

  /** A document with all its clauses in order; null where there is none such. */
  document(
    id: string,
  ): Promise<{ readonly document: PolicyDocument; readonly clauses: readonly Clause[] } | null>;

  /** The text of the file as it came. */
  raw(id: string): Promise<string | null>;

  close(): Promise<void>;
}

export interface BuildOptions {
  /** `update` starts from the index that serves; where there is none, from nothing. */
  readonly mode: 'rebuild' | 'update';
  /** `start`: made of the seeds by `npm start`, which may make it anew; what a `user` made it never touches. */
  readonly madeBy: 'user' | 'start';
  /** Told while a commit waits for an engine that works on by itself: clauses done, of all. */
  readonly onCommit?: (done: number, of: number) => void;
  /** For people: a key that was made, a server of an untested version. */
  readonly tell?: (message: string) => void;
}

/**
 * A new index beside the one that serves. Nothing is seen of it before `commit`, which swaps it in whole; a build that is
 * killed, abandoned or fails leaves the old index as it was, byte for byte.
 */
export interface IndexBuild {
  /** What the index holds already, by document id: of an update; of a rebuild nothing. `origin`: AnalyzedDocument. */
  readonly existing: ReadonlyMap<string, { readonly origin: string; readonly sha256: string }>;

  /** What the index that serves now holds: of an update; of a rebuild zeros. */
  readonly before: { readonly documents: number; readonly clauses: number };

  /** Adds documents, or replaces those with the same id. @throws PolicyError `index_write_failed` (disk full, …). */
  add(documents: readonly AnalyzedDocument[]): Promise<void>;

  remove(documentIds: readonly string[]): Promise<void>;

  commit(): Promise<EngineStatus>;

  abandon(): Promise<void>;
}

/**
 * The door. Two engines stand behind it and no reader can tell which: SQLite on a laptop, Meilisearch in production.
 *
 * An engine matches, counts and proposes. It never sees Traditional characters, chooses no snippet, formats no
 * citation and does not decide the first page: the order of the first proposals is the server's. What is asked of it is
 * the intersection of what engines can do; what one of them lacks is built above this file or not at all.
 *
 * What is a hit: O(w) are the clauses that hold the word w in their own text, X(w) those that hold it above: in the
 * headings above them, in their document's title, or by what its issuing bodies and places are called. C(w) = O(w) ∪ X(w).
 *
 *   all:   ⋂ C(w) ∩ ⋃ O(w)      any:  ⋃ O(w)      no words: every clause
 *
 * all+any: the hits of any; those of all, and the documents that have one, come first in every order.
 *
 * less ⋃ C(x) of the excluded, under the filters. Counts are exact. `any` leaves particles out, where there are other words.
 *
 * A word is held in any of its ways. One may be a run of several terms, which is held as a question of its own would be: every
 * term of it, and for the own text one of them there; so a clause is a hit if it is one of the plain question in which each
 * word is some one of its ways.
 *
 *   O(run) = ⋂ C(t) ∩ ⋃ O(t)      X(run) = ⋂ X(t)      O(w) = ⋃ O(way)      X(w) = ⋃ X(way)
 */
import type { EngineName } from '../core/config.js';
import type {
  Clause,
  ClauseKind,
  DateName,
  FacetName,
  Lackable,
  PolicyDocument,
  Tally,
} from '../core/model.js';
import type { Phrase } from '../core/text/analyze.js';
import type { CountedCandidate } from './candidates.js';
import type { CatalogueEntry } from './names.js';

export interface EngineTerm {
  /** A clause holds the term if it holds any of these: what was typed first, then what widens it. */
  readonly alternatives: readonly Phrase[];
  /**
   * Canonical document numbers, without their serial (京政发〔2023〕), or codes alone (京政发): the title clause of a document
   * whose number it is, or is of, holds the term in its own text too, and stands before all other hits in step one; so do all
   * hits in a document that bears it and prints no title.
   */
  readonly numbers?: readonly string[];
  /** Folded: every clause of a document whose bodies or places are called so holds the term above it. */
  readonly names?: readonly string[];
}

export interface EngineWord extends EngineTerm {
  /** Further ways to hold it: every term of a run. */
  readonly runs?: readonly (readonly EngineTerm[])[];
  /** 的, 和: any other word is what is looked for. */
  readonly isParticle?: true;
}

/** The words of which `any` wants one. */
export function wordsOfAny(words: readonly EngineWord[]): readonly EngineWord[] {
  const telling = words.filter(({ isParticle }) => !isParticle);
  return telling.length === 0 ? words : telling;
}

/** Every phrase that is looked for, in whichever way. */
export function phrasesOf({ alternatives, runs = [] }: EngineWord): readonly Phrase[] {
  return [...alternatives, ...runs.flat().flatMap((term) => term.alternatives)];
}

export type Filters = Readonly<Record<FacetName, readonly string[]>>;

export interface EngineQuery {
  readonly words: readonly EngineWord[];
  readonly excluded: readonly Phrase[];
  readonly match: 'all' | 'any' | 'all+any';
  /** OR inside a facet, AND across; empty list: not filtered by it. */
  readonly filters: Filters;
  /** None of these: what has no value of the facet stays. */
  readonly excludedValues: Filters;
  /**
   * What has no value there: documents; of `theme`, clauses. Of a facet it is one more value that may be chosen beside others;
   * `source` (the link) and `documentNumber` are each an AND.
   */
  readonly lacking: readonly Lackable[];
  /**
   * `title`: every word in the document's title, English title or number; exclusions too. What is found are documents, one hit
   * each: all counts are of them, and the hit is the clause that prints the title, if one does.
   */
  readonly scope: 'all' | 'title';
  /** What `from`, `to` and an order by date speak of. */
  readonly date: DateName;
  /** ISO, inclusive; a document without the date is in no range. */
  readonly from: string | null;
  readonly to: string | null;
  /** The id of the only document that is asked about. */
  readonly document: string | null;
  /** `document`: what is proposed, skipped and taken are documents, each with its best clauses. */
  readonly group: 'none' | 'document';
  /**
   * `relevance`: step one, the rarity of the words a clause holds, its length and kind; clauses that hold one of
   * `prefer` in one piece are worth a little more. By date: documents without one last; inside a document, and for equal dates and
   * scores, in document order.
   */
  readonly sort: 'relevance' | 'newest' | 'oldest';
  readonly prefer: readonly Phrase[];
  /** Proposals wanted: from `skip`, `take` of them (in groups: of the documents), with their folded text if `withText`. */
  readonly skip: number;
  readonly take: number;
  readonly withText: boolean;
  /** Which facets to count. Each is counted over everything but its own chosen, excluded and missing values. */
  readonly facets: readonly FacetName[];
  /** Values listed of each. */
  readonly mostValues: number;
  /**
   * The same question in other words: of each the total alone is wanted, under the same filters, in the same match; of `all+any`
   * in that of `any`.
   */
  readonly others?: readonly OtherWords[];
  /** Nothing but the total is looked at: the rest of the answer may be empty. */
  readonly onlyTotal?: true;
  /** Told the proposals by an engine that has them while it is still counting; once more where they have changed since. */
  readonly onProposals?: (proposals: readonly Proposal[]) => void;
}

export type OtherWords = Pick<EngineQuery, 'words' | 'excluded'>;

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
  /** Of `all+any`: whether it is a hit of `all`. */
  readonly isFirst: boolean;
  /** Whether it is the title of a document whose number was asked for, or a clause of one that prints no title. */
  readonly isNumbered: boolean;
}

export interface FacetCount extends Tally {
  readonly value: string;
}

export interface DocumentGroup {
  readonly documentId: string;
  /** All its hits. */
  readonly total: number;
}

export interface EngineAnswer {
  /** Clauses, and distinct documents among them. */
  readonly total: number;
  readonly documents: number;
  /** In groups: of each document up to `CLAUSES_OF_GROUP` (step-one.ts), its best, in the order of `groups`; none where no word is asked for. */
  readonly proposals: readonly Proposal[];
  /** Of `all+any`: hits of `all`, under the same filters. */
  readonly first: Tally | null;
  /** The documents taken, in order. Empty without `group`. */
  readonly groups: readonly DocumentGroup[];
  /** `year` newest first, the others by count, ties by code point; at most `mostValues`, those chosen or excluded always among them. */
  readonly facets: Readonly<Partial<Record<FacetName, readonly FacetCount[]>>>;
  /** Hits without any value, counted as a value of a facet is; null where no facet is asked for. */
  readonly lacking: Readonly<Record<Lackable, Tally>> | null;
  /** In step with the `others` of the query: the total of each. */
  readonly otherTotals: readonly number[];
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

/** Of a document's clauses in order. */
export interface ClauseStretch {
  /** How many come before it. */
  readonly from: number;
  /** At most. */
  readonly count: number;
}

export interface StoredClause {
  readonly clause: Clause;
  readonly document: PolicyDocument;
}

export type Known = 'number' | 'name' | null;

export interface SearchEngine {
  readonly name: EngineName;

  /**
   * @param asOf  `now`: as it is at this moment; else it may be a second old.
   * @throws PolicyError `index_missing`, `index_out_of_date`, `engine_unavailable`; as does everything below.
   */
  status(asOf?: 'now'): Promise<EngineStatus>;

  search(query: EngineQuery): Promise<EngineAnswer>;

  /**
   * The hits of documents that were found, up to `most` of each, its best first by step one, with their folded text: in the
   * order of the documents given. Of `query` what is skipped, taken and counted is of no account.
   */
  hitsIn(query: EngineQuery, groups: readonly DocumentGroup[], most: number): Promise<readonly Proposal[]>;

  /**
   * What each text, folded, is to the documents of this index: a `number` where some have it, or are of that series or code;
   * else a `name` where their bodies or places are called so. What a word may be asked by, beside its text.
   */
  known(texts: readonly string[]): Promise<readonly Known[]>;

  /** In how many clauses' own text each phrase is contained; exact. What ranking weighs words by. */
  frequencies(phrases: readonly Phrase[]): Promise<readonly number[]>;

  /** Whole clauses with their documents, in the order asked; ids that are not there are left out. */
  clauses(ids: readonly string[]): Promise<readonly StoredClause[]>;

  /** What every document can be called, in the order of the index. */
  catalogue(): Promise<readonly CatalogueEntry[]>;

  /** `candidatesOf` the catalogue, counted when the index was made; null where they were not, as of an engine that is fast. */
  suggestions(): Promise<readonly CountedCandidate[] | null>;

  /** Metadata alone, in the order asked; ids that are not there are left out. */
  documents(ids: readonly string[]): Promise<readonly PolicyDocument[]>;

  /** A document with its clauses in order: all of them, or those of a stretch that it has; null where there is none such. */
  document(
    id: string,
    stretch?: ClauseStretch,
  ): Promise<{ readonly document: PolicyDocument; readonly clauses: readonly Clause[] } | null>;

  /** The text of the file as it came. */
  raw(id: string): Promise<string | null>;

  close(): Promise<void>;
}

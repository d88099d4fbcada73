/**
 * What a document is called, and what its bodies and places are: for lists of titles, searches in them, and words that are names.
 */
import { bodyNames, placeNames } from '../core/called.js';
import { type PolicyDocument, titleOrigin } from '../core/model.js';
import { readingsOf } from '../core/text/analyze.js';
import { fold } from '../core/text/fold.js';
import { SECOND } from '../core/text/grams.js';

/** What a document can be called, kept apart from the rest of its metadata, so that all of an index are read at once. */
export interface DocumentNames {
  readonly title: string;
  readonly titleEn: string | null;
  readonly titleOrigin: 'printed' | 'given' | 'derived';
  /** Canonical; as the bodies are. */
  readonly documentNumber: string | null;
  readonly issuingBodies: readonly string[];
  /** The first of its headings, distinct, as published: what its parts are called. Sentences are none. */
  readonly headings: readonly string[];
  readonly searched: SearchedNames;
}

/** What a document can be called, and which it is. */
export interface CatalogueEntry extends Omit<DocumentNames, 'searched'> {
  readonly id: string;
}

/** What a search in titles alone goes by. */
export interface SearchedNames {
  /** `readingsOf` title, English title and number, each behind a SECOND of its own: no query is contained in two of them. */
  readonly folded: string;
  /** `comparedNumbers` of the document. */
  readonly numbers: readonly string[];
  /** The clause that prints the title. */
  readonly clauseId: string | null;
  /** The document's. */
  readonly themes: readonly string[];
}

/** Of a document, so that all of an index are read at once whatever is in it. */
const MOST_HEADINGS = 60;
const LONGEST_HEADING = 40;

/**
 * @param titleClause  The id of the clause that prints the title.
 * @param numbers      Of the document, as they are compared.
 * @param headings     Of all its clauses.
 */
export function namesOf(
  document: PolicyDocument,
  titleClause: string | null,
  numbers: readonly string[],
  headings: readonly string[],
): DocumentNames {
  const { title, titleEn, script, issuingBodies } = document;
  const documentNumber = document.documentNumber?.text ?? null;
  const named = [title, titleEn, documentNumber].filter((name) => name !== null);
  return {
    ...{ title, titleEn, titleOrigin: titleOrigin(document), documentNumber, issuingBodies },
    headings: [...new Set(headings.filter(({ length }) => length <= LONGEST_HEADING))].slice(
      0,
      MOST_HEADINGS,
    ),
    searched: {
      folded: named.map((name) => readingsOf(name, script)).join(SECOND),
      numbers,
      clauseId: titleClause,
      themes: document.themes,
    },
  };
}

/** What its bodies and places are called, as it is compared. Distinct. */
export function calledOf({
  issuingBodies,
  issuingBodiesPublished,
  cities,
}: PolicyDocument): readonly string[] {
  const names = [
    ...issuingBodies.flatMap(bodyNames),
    ...issuingBodiesPublished,
    ...cities.flatMap(placeNames),
  ];
  return [...new Set(names.map((name) => fold(name)))].filter((name) => name !== '');
}

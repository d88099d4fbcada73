/**
 * What is indexed of a document, made once for both engines: an entry a clause, with all that it is found, filtered, counted
 * and weighed by. Pure.
 *
 * A document is analysed in the indexer's threads (`analyzeDocument`) and crosses over to the engine's, where it becomes
 * entries.
 */
import { isNationalBody } from '../core/called.js';
import {
  byFacet,
  type Clause,
  type ClauseKind,
  type DateName,
  type DocumentNumber,
  type FacetName,
  type PolicyDocument,
} from '../core/model.js';
import { TITLE_ENDINGS } from '../core/tables/types.js';
import { firstReading, readingsOf } from '../core/text/analyze.js';
import { fold } from '../core/text/fold.js';
import { characterText, gramText } from '../core/text/grams.js';
import type { Script } from '../core/text/script.js';
import { calledOf, type DocumentNames, namesOf } from './names.js';
import { clauseWeight } from './step-one.js';

export interface Tokens {
  /** `readingsOf` the text. */
  readonly folded: string;
  /** Of one reading, in UTF-16 code units. */
  readonly length: number;
  /** Grams in order, separated by single spaces. */
  readonly grams: string;
  /** The distinct Han characters, separated by single spaces. */
  readonly characters: string;
}

export interface AnalyzedDocument {
  readonly document: PolicyDocument;
  /**
   * Where it came from: the absolute path of a file, for every document of that file. What an update goes by; never
   * shown, as `document.file.path` is.
   */
  readonly origin: string;
  /** The text of the file as it came. */
  readonly raw: string;
  readonly clauses: readonly { readonly clause: Clause; readonly tokens: Tokens }[];
  /**
   * The tokens of a title that is no clause (a derived one): it can be contained in, as the title of its document, but
   * is never a hit.
   */
  readonly unprintedTitle: Tokens | null;
}

export interface Entry {
  /** null: the unprinted title, which is no hit. */
  readonly clause: Clause | null;
  readonly kind: ClauseKind;
  /** Of the own text. */
  readonly own: Tokens;
  /** Places, in the entries, of the titles and the headings above; ascending. A title is above everything but itself. */
  readonly above: readonly number[];
  /** In step one of the ranking. */
  readonly weight: number;
  /** Distinct. A theme is the clause's own, all others are the document's. */
  readonly values: Readonly<Record<FacetName, readonly string[]>>;
  /** `comparedNumbers` of the document, where this is the title; and where that title stands above. */
  readonly ownNumbers: readonly string[];
  readonly numbersAbove: readonly string[];
}

export interface DocumentEntries {
  readonly names: DocumentNames;
  /** In the order of the document; the unprinted title, where there is one, is the first. */
  readonly entries: readonly Entry[];
  /** Place of the title; null: there is none, printed or not. */
  readonly title: number | null;
  /** What the document's issuing bodies and places are called, as it is compared; above every entry, like a title. */
  readonly called: readonly string[];
  /** As `dateNumber` has them; 0 where there is none. */
  readonly dates: Readonly<Record<DateName, number>>;
  readonly hasLink: boolean;
  readonly hasNumber: boolean;
}

export function analyzeDocument(
  document: PolicyDocument,
  clauses: readonly Clause[],
  raw: string,
  origin: string,
): AnalyzedDocument {
  return {
    document,
    origin,
    raw,
    clauses: clauses.map((clause) => ({ clause, tokens: tokensOf(clause.text, document.script) })),
    unprintedTitle: printedTitle(clauses) === null ? tokensOf(document.title, document.script) : null,
  };
}

/**
 * The clause that prints the title: of both languages, the one that the document begins in. The title in the other, given
 * beside it, stands above as well, but does not bear the number.
 */
function printedTitle(clauses: readonly Clause[]): number | null {
  const language = clauses[0]?.language;
  const place = clauses.findIndex((clause) => clause.kind === 'title' && clause.language === language);
  return place < 0 ? null : place;
}

function tokensOf(text: string, script: Script): Tokens {
  return storedTokens(readingsOf(text, script));
}

/** The same, of a text that has been folded. */
export function storedTokens(folded: string): Tokens {
  return {
    folded,
    length: firstReading(folded).length,
    grams: gramText(folded),
    characters: characterText(folded),
  };
}

export function entriesOf({ document, clauses, unprintedTitle }: AnalyzedDocument): DocumentEntries {
  const shift = unprintedTitle ? 1 : 0;
  const printed = unprintedTitle ? null : printedTitle(clauses.map(({ clause }) => clause));
  const title = unprintedTitle ? 0 : printed;
  const called = calledOf(document);
  const numbers = document.documentNumber === null ? [] : comparedNumbers(document.documentNumber, called);
  const titles = clauses.flatMap(({ clause }, place) => (clause.kind === 'title' ? [place + shift] : []));
  if (unprintedTitle) titles.unshift(0);
  const valuesOf = openValues(document);
  const aboveOf = ({ kind, headings }: Clause, place: number): readonly number[] => {
    if (headings.length === 0) return kind === 'title' ? titles.filter((other) => other !== place) : titles;
    const above = [...titles, ...headings.map((heading) => heading + shift)];
    const isInOrder = above.every((one, i) => one !== place && (i === 0 || (above[i - 1] as number) < one));
    if (isInOrder) return above; // nearly always, and a set for each clause takes its time
    return [...new Set(above)].filter((one) => one !== place).sort((a, b) => a - b);
  };
  const entryOf = (clause: Clause | null, own: Tokens, place: number): Entry => {
    const kind = clause?.kind ?? 'title';
    return {
      clause,
      kind,
      own,
      above: clause === null ? [] : aboveOf(clause, place),
      weight: clauseWeight(kind, own.length),
      values: valuesOf(clause),
      ownNumbers: place === title ? numbers : [],
      numbersAbove: title !== null && place !== title ? numbers : [],
    };
  };
  return {
    called,
    entries: [
      ...(unprintedTitle ? [entryOf(null, unprintedTitle, 0)] : []),
      ...clauses.map(({ clause, tokens }, place) => entryOf(clause, tokens, place + shift)),
    ],
    title,
    names: namesOf(
      document,
      unprintedTitle || printed === null ? null : (clauses[printed]?.clause.id ?? null),
      numbers,
      clauses.flatMap(({ clause }) => (clause.kind === 'heading' ? [clause.text] : [])),
    ),
    dates: {
      publishedOn: dateOrZero(document.publishedOn),
      signedOn: dateOrZero(document.signedOn),
      effectiveOn: dateOrZero(document.effectiveOn),
    },
    hasLink: (document.source?.url ?? null) !== null,
    hasNumber: document.documentNumber !== null,
  };
}

/** Of a facet that is missing here nothing compiles. */
const VALUES: Readonly<Record<FacetName, (document: PolicyDocument) => readonly string[]>> = {
  city: ({ cities }) => cities,
  year: ({ publishedYear }) => (publishedYear === null ? [] : [String(publishedYear)]),
  theme: () => [],
  issuingBody: ({ issuingBodies }) => issuingBodies,
  type: ({ type }) => (type === null ? [] : [type]),
  status: ({ status }) => (status === null ? [] : [status]),
};

function openValues(document: PolicyDocument): (clause: Clause | null) => Entry['values'] {
  const distinct = (values: readonly string[]): readonly string[] =>
    values.length < 2 ? values : [...new Set(values)];
  const shared = byFacet((facet) => distinct(VALUES[facet](document)));
  return (clause) =>
    clause === null || clause.themes.length === 0 ? shared : { ...shared, theme: distinct(clause.themes) };
}

/** 2023-05-30 → 20230530: dates are compared as numbers. */
export function dateNumber(date: string): number {
  return Number(date.replaceAll('-', ''));
}

function dateOrZero(date: string | null): number {
  return date === null ? 0 : dateNumber(date);
}

/** Document numbers are compared folded: brackets and scripts differ. */
export function comparedNumber(documentNumber: string): string {
  return fold(documentNumber);
}

/** What a number is asked by: itself, the series it is of (京政发〔2023〕), its issuer's code alone (京政发). */
function comparedNumbers(
  { text, issuerCode, year }: DocumentNumber,
  called: readonly string[],
): readonly string[] {
  const series = issuerCode === '' || year === null ? [] : [`${issuerCode}〔${year}〕`];
  const code = issuerCode === '' || isWord(issuerCode, called) ? [] : [issuerCode];
  return [...new Set([text, ...code, ...series].map(comparedNumber))];
}

/**
 * What a type of texts or a body is called (公告, 条例, 财政部) is looked for as a word, whichever texts are numbered
 * 公告2023年第7号: who types a word asks for no number.
 *
 * @param called  Folded, what the bodies and places of the document are called.
 */
function isWord(code: string, called: readonly string[]): boolean {
  return TITLE_ENDINGS.has(code) || isNationalBody(code) || called.includes(fold(code));
}

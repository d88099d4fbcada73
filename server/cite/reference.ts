/**
 * A reference: the parts that all styles share, decided once.
 *
 * Every string in it is one line without control or invisible characters (the quotation keeps its paragraphs), so that
 * no title can end a field of a format that is read line by line, or turn what stands beside it around. Parts that are
 * not known are null or empty.
 */
import { type Clause, type PolicyDocument, type Span, titleOrigin } from '../../core/model.js';
import { type CitationKey, citationKey } from './citation-key.js';
import { type Jurisdiction, jurisdictionOf } from './jurisdiction.js';
import { type ArticlePlace, articlePlace, printedLocator } from './locator.js';
import { type Pinpoint, resolvePinpoint, unusablePinpoint } from './pinpoint.js';
import { bodiesOf, dateOf, effectOf, numberOf, promulgationOf } from './published.js';
import { type Quotation, quote, quotedStretch } from './quotation.js';
import { isWhitePaper, type ReferenceKind, referenceKind } from './reference-kind.js';
import { sourceLink } from './source-link.js';
import { oneLine, visibleLines } from './visible-text.js';
import { type CitationLanguage, endOfForce, statusWord, WORDINGS, type Wording } from './wording.js';

export interface Reference {
  /** Of the clause, or of the document that is cited as a whole. */
  readonly id: string;
  readonly key: CitationKey;
  readonly kind: ReferenceKind;
  readonly isWhitePaper: boolean;
  /** In square brackets where it was derived. */
  readonly title: string;
  readonly isDerived: boolean;
  readonly titleEn: string | null;
  /** The bodies, or of news who wrote it, never the body that it reports; as published. */
  readonly authors: readonly string[];
  readonly type: string | null;
  /** 国发〔2025〕11号, as published. */
  readonly number: string | null;
  /** ISO day, or a year alone. */
  readonly publishedOn: string | null;
  /** The same of the act itself, whatever was amended since. */
  readonly promulgatedOn: string | null;
  /** Of the act itself too. */
  readonly effectiveOn: string | null;
  /** ISO: the day the reader looked. Printed beside a link only: without one nothing was visited. */
  readonly accessedOn: string;
  /** The site or paper that carried the text. */
  readonly sourceName: string | null;
  readonly link: string | null;
  /** As printed: 二、（三）. */
  readonly locator: string;
  /** Where the clause is an article. */
  readonly article: ArticlePlace | null;
  readonly quotation: Quotation | null;
  /** Of its title, as BCP 47 has it. */
  readonly language: 'zh-Hans' | 'zh-Hant' | 'en';
  readonly jurisdiction: Jurisdiction;
  readonly status: string | null;
  readonly lang: CitationLanguage;
  readonly wording: Wording;
  /** 已废止, in the reader's language; null for a text in force. */
  readonly endOfForce: string | null;
  /** What a machine format notes of its being in force; null where nothing is known. */
  readonly statusWord: string | null;
}

export interface Cited {
  readonly document: PolicyDocument;
  /** null: the document as a whole. */
  readonly clause: Clause | null;
  /** Of the clause among those of its document, from 0; left out where it is not known. */
  readonly ordinal?: number | undefined;
  /** Whether another document has the same body, year and number. */
  readonly isNumberShared?: boolean | undefined;
  readonly pinpoint: Pinpoint | null;
  /** Of the clause's text, the stretch that is quoted; null: the clause, or what is pointed at. */
  readonly quote?: Span | null | undefined;
  readonly lang: CitationLanguage;
  /** ISO date. */
  readonly accessedOn: string;
}

/** @throws PolicyError `invalid_request` (parameter `pinpoint` or `quote`) where the clause has no such place. */
export function makeReference(cited: Cited): Reference {
  const { document, clause, pinpoint, lang, accessedOn } = cited;
  if (clause === null && pinpoint !== null) {
    throw unusablePinpoint('A pinpoint needs a clause; a document as a whole has none.');
  }
  const kind = referenceKind(document);
  const title = oneLine(document.title);
  const isDerived = titleOrigin(document) === 'derived';
  const wording = WORDINGS[lang];
  return {
    id: clause?.id ?? document.id,
    key: citationKey(cited),
    kind,
    isWhitePaper: isWhitePaper(document),
    title: isDerived ? `[${title}]` : title,
    isDerived,
    titleEn: known(document.titleEn),
    authors: lines(kind === 'news' ? document.authors : bodiesOf(document)),
    type: known(document.type),
    number: known(numberOf(document)),
    publishedOn: dateOf(document),
    promulgatedOn: promulgationOf(document),
    effectiveOn: effectOf(document),
    accessedOn,
    sourceName: known(document.source?.name),
    link: sourceLink(document.source?.url),
    locator: clause === null ? '' : oneLine(printedLocator(document, clause, pinpoint)),
    article: clause === null ? null : articlePlace(document, clause, pinpoint),
    quotation: quotationOf(cited),
    language: languageOf(document),
    jurisdiction: jurisdictionOf(document),
    status: document.status,
    lang,
    wording,
    endOfForce: endOfForce(document.status, wording),
    statusWord: known(statusWord(document.status, wording)),
  };
}

/** Who stands first in a reference: of news without a byline its paper. */
export function namedAuthors({ kind, authors, sourceName }: Reference): readonly string[] {
  return kind === 'news' && authors.length === 0 && sourceName !== null ? [sourceName] : authors;
}

function quotationOf({ clause, pinpoint, quote: asked = null }: Cited): Quotation | null {
  if (asked !== null) return quotedStretch(clause, asked);
  if (clause === null) return null;
  const stretch = pinpoint === null ? null : resolvePinpoint(clause, pinpoint);
  return quote(visibleLines(clause.text.slice(stretch?.start, stretch?.end)));
}

/** A text without any Chinese in its title is cited as English: names of places and bodies are Chinese in all others. */
function languageOf({ title, script }: PolicyDocument): Reference['language'] {
  if (!/\p{Script=Han}/u.test(title) && /[A-Za-z]{2}/.test(title)) return 'en';
  return script === 'hant' ? 'zh-Hant' : 'zh-Hans';
}

function known(value: string | null | undefined): string | null {
  const line = oneLine(value ?? '');
  return line === '' ? null : line;
}

function lines(values: readonly string[]): string[] {
  return values.map(oneLine).filter((value) => value !== '');
}

/**
 * A reference: the parts that all styles share, decided once.
 *
 * Every string in it is one line without control or invisible characters (the quotation keeps its paragraphs), so that
 * no title can end a field of a format that is read line by line, or turn what stands beside it around. Parts that are
 * not known are null or empty.
 */
import type { Clause, PolicyDocument } from '../../core/model.js';
import { isArticle } from './article-paragraphs.js';
import { legalLocator, printedLocator } from './locator.js';
import { type Pinpoint, resolvePinpoint, unusablePinpoint } from './pinpoint.js';
import { type Quotation, quote } from './quotation.js';
import { type ReferenceKind, referenceKind } from './reference-kind.js';
import { sourceLink } from './source-link.js';
import { oneLine, visibleLines } from './visible-text.js';
import { type CitationLanguage, endOfForce, WORDINGS, type Wording } from './wording.js';

export interface Reference {
  /** Of the clause, or of the document that is cited as a whole. */
  readonly id: string;
  readonly kind: ReferenceKind;
  readonly title: string;
  readonly titleEn: string | null;
  readonly bodies: readonly string[];
  readonly type: string | null;
  /** 国发〔2025〕11号 */
  readonly number: string | null;
  /** ISO. */
  readonly publishedOn: string | null;
  /** ISO: the day the reader looked. Printed beside a link only: without one nothing was visited. */
  readonly accessedOn: string;
  readonly sourceName: string | null;
  readonly link: string | null;
  /** As printed: 二、（三）. */
  readonly locator: string;
  /** In the numerals of legal writing: 第17条之一第1款. */
  readonly legalLocator: string;
  readonly isArticle: boolean;
  readonly quotation: Quotation | null;
  readonly script: 'hans' | 'hant';
  readonly status: string | null;
  readonly lang: CitationLanguage;
  readonly wording: Wording;
  /** 已废止, in the reader's language; null for a text in force. */
  readonly endOfForce: string | null;
}

export interface Cited {
  readonly document: PolicyDocument;
  /** null: the document as a whole. */
  readonly clause: Clause | null;
  readonly pinpoint: Pinpoint | null;
  readonly lang: CitationLanguage;
  /** ISO date. */
  readonly accessedOn: string;
}

/** @throws PolicyError `invalid_request` (parameter `pinpoint`) where the clause has no such place. */
export function makeReference({ document, clause, pinpoint, lang, accessedOn }: Cited): Reference {
  if (clause === null && pinpoint !== null) {
    throw unusablePinpoint('A pinpoint needs a clause; a document as a whole has none.');
  }
  const stretch = clause === null || pinpoint === null ? null : resolvePinpoint(clause, pinpoint);
  const wording = WORDINGS[lang];
  return {
    id: clause?.id ?? document.id,
    kind: referenceKind(document),
    title: oneLine(document.title),
    titleEn: known(document.titleEn),
    bodies: document.issuingBodies.map(oneLine).filter((body) => body !== ''),
    type: known(document.type),
    number: known(document.documentNumber?.text),
    publishedOn: document.publishedOn,
    accessedOn,
    sourceName: known(document.source?.name),
    link: sourceLink(document.source?.url),
    locator: clause === null ? '' : oneLine(printedLocator(document, clause, pinpoint)),
    legalLocator: clause === null ? '' : oneLine(legalLocator(document, clause, pinpoint)),
    isArticle: clause !== null && isArticle(clause),
    quotation: clause === null ? null : quote(visibleLines(clause.text.slice(stretch?.start, stretch?.end))),
    script: document.script,
    status: document.status,
    lang,
    wording,
    endOfForce: endOfForce(document.status, wording),
  };
}

function known(value: string | null | undefined): string | null {
  const line = oneLine(value ?? '');
  return line === '' ? null : line;
}

/**
 * By what a BibTeX entry is called: `guowuyuan2025guofa11`, its body, year and number in letters and digits. Without a
 * number, and where another document has the same three, a short hash of the document's id follows, so that a file of many
 * has no two alike. A clause's is its document's and its ordinal.
 */
import { createHash } from 'node:crypto';
import type { Clause, PolicyDocument } from '../../core/model.js';
import { bodiesOf, dateOf } from './published.js';
import { referenceKind } from './reference-kind.js';
import { romaniseKey } from './romanise.js';

/** Made when it is asked for: most styles have none, and reading Chinese aloud takes a dictionary. */
export type CitationKey = () => string;

interface Keyed {
  readonly document: PolicyDocument;
  readonly clause: Clause | null;
  readonly ordinal?: number | undefined;
  readonly isNumberShared?: boolean | undefined;
}

export function citationKey({ document, clause, ordinal, isNumberShared }: Keyed): CitationKey {
  return () => {
    const numbered = numberedKey(document);
    const key =
      numbered === null || isNumberShared === true
        ? `${numbered ?? nameAndYear(document)}-${shortHash(document.id)}`
        : numbered;
    return clause === null ? key : `${key}-${ordinal ?? shortHash(clause.id)}`;
  };
}

/** Body, year and number; null where one of them is not known. */
export function numberedKey(document: PolicyDocument): string | null {
  const { documentNumber } = document;
  const year = yearOf(document);
  const [body] = bodiesOf(document);
  if (documentNumber === null || year === null || body === undefined) return null;
  const number = romaniseKey(`${documentNumber.issuerCode}${documentNumber.serial}`);
  const name = romaniseKey(body).replace(/^\d+/, '');
  return number === '' || name === '' ? null : `${name}${year}${number}`;
}

function nameAndYear(document: PolicyDocument): string {
  const { source, title } = document;
  const authors = referenceKind(document) === 'news' ? document.authors : bodiesOf(document);
  const name = [authors[0], source?.name, [...title].slice(0, 8).join('')]
    // A key begins with a letter.
    .map((candidate) => romaniseKey(candidate ?? '').replace(/^\d+/, ''))
    .find((key) => key !== '');
  return `${name ?? 'anon'}${yearOf(document) ?? ''}`;
}

/** That of the number, which is unique with its serial; numbers without one take the year of publication. */
function yearOf(document: PolicyDocument): string | null {
  return document.documentNumber?.year?.toString() ?? dateOf(document)?.slice(0, 4) ?? null;
}

function shortHash(id: string): string {
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}

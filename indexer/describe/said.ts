/**
 * What a file says of itself outside of its text: what the text prints wins, and this fills what it leaves open.
 */
import { findDocumentNumbers } from '../../core/text/document-number.js';
import { toSimplified } from '../../core/text/script.js';
import type { SaidMetadata } from '../model.js';
import { type NamedBody, onceEach } from './bodies/body-names.js';
import { fullBodyName } from './bodies/full-name.js';
import { findDates } from './dates/calendar.js';
import type { OwnNumber } from './document-number.js';
import { extracted, type Found } from './found.js';
import { givenNumber } from './given.js';
import { squeezed } from './printed.js';
import type { TextEnds } from './text-ends.js';
import type { FoundTitle } from './title/found-title.js';
import { printedAlone } from './title/own-line.js';

/** Of the cleaned text: a title is printed above the body. */
const REACH = 600;

type Said = SaidMetadata | undefined;

/** The title that a page is called by, where the text prints it on a line of its own. */
export function titleOfFile({ raw, cleaned, numbered }: TextEnds): FoundTitle | null {
  const said = raw.facts?.said.title?.replace(/\s+/gu, ' ').trim() ?? '';
  if (said === '') return null;
  // A circular is called by its number, and has a name.
  if (squeezed(toSimplified(said)) === numbered?.number.number.text) return null;
  const head = cleaned.text.slice(0, REACH);
  // …的意见（发改价格〔2021〕633号): sites add the number, which the text prints on a line of its own.
  for (const title of new Set([withoutNumber(said), said])) {
    const span = printedAlone(head, title);
    if (span !== null) return { title, span, provenance: 'extracted', kind: 'official' };
  }
  return null;
}

function withoutNumber(title: string): string {
  const last = findDocumentNumbers(title).at(-1);
  if (last === undefined || !/^\s?[）)\]】〕]$/u.test(title.slice(last.end))) return title;
  return title.slice(0, last.start).replace(/\s?[（([【〔]\s?$/u, '');
}

export function saidDay(said: Said): string | null {
  return findDates(said?.publishedOn ?? '')[0]?.iso ?? null;
}

export function saidNumber(said: Said): OwnNumber | null {
  return said?.documentNumber === undefined ? null : givenNumber(said.documentNumber);
}

export function saidBodies(said: Said): Found<readonly NamedBody[]> | null {
  const named = (said?.issuingBodies ?? []).map((printed) => ({ name: fullBodyName(printed), printed }));
  const bodies = onceEach(named.filter(({ name }) => name !== ''));
  return bodies.length === 0 ? null : extracted(bodies);
}

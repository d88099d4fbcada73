/**
 * What a file says of itself outside of its text: what the text prints wins, and this fills what it leaves open.
 */
import type { SaidMetadata } from '../model.js';
import { type NamedBody, onceEach } from './bodies/body-names.js';
import { fullBodyName } from './bodies/full-name.js';
import { findDates } from './dates/calendar.js';
import type { OwnNumber } from './document-number.js';
import { extracted, type Found } from './found.js';
import { givenNumber } from './given.js';
import type { TextEnds } from './text-ends.js';
import type { FoundTitle } from './title/found-title.js';
import { printedAlone } from './title/own-line.js';

/** Of the cleaned text: a title is printed above the body. */
const REACH = 600;

type Said = SaidMetadata | undefined;

/** The title that a page is called by, where the text prints it on a line of its own. */
export function titleOfFile({ raw, cleaned }: TextEnds): FoundTitle | null {
  const title = raw.facts?.said.title?.replace(/\s+/gu, ' ').trim() ?? '';
  if (title === '') return null;
  const span = printedAlone(cleaned.text.slice(0, REACH), title);
  return span === null ? null : { title, span, provenance: 'extracted', kind: 'official' };
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

/** What the user said of a text, in the form in which fields are compared. */

import { canonicalPlace } from '../../core/places.js';
import { canonicalName } from '../../core/text/canonical-name.js';
import { parseDocumentNumber } from '../../core/text/document-number.js';
import { type NamedBody, onceEach } from './bodies/body-names.js';
import { fullBodyName } from './bodies/full-name.js';
import type { OwnNumber } from './document-number.js';
import { type Found, given } from './found.js';
import { canonicalStatus } from './status.js';

export function givenNumber(text: string): OwnNumber {
  const number = parseDocumentNumber(text) ?? {
    text: canonicalName(text),
    issuerCode: '',
    year: null,
    serial: '',
  };
  return { number, printed: text.replace(/\s+/gu, ' ').trim() };
}

export function givenBodies(
  values: readonly string[] | null | undefined,
): Found<readonly NamedBody[]> | null {
  const named = (values ?? []).map((printed) => ({ name: fullBodyName(printed), printed: printed.trim() }));
  const bodies = onceEach(named.filter(({ name }) => name !== ''));
  return bodies.length === 0 ? null : given(bodies);
}

export function givenCities(values: readonly string[] | null | undefined): Found<readonly string[]> | null {
  const names = [...new Set((values ?? []).map(canonicalPlace))].filter((name) => name !== '');
  return names.length === 0 ? null : given(names);
}

export function givenStatus(value: string): Found<string> | null {
  const status = canonicalStatus(value);
  return status === null ? null : given(status);
}

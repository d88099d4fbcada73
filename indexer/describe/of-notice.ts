/** What an annex has from the notice that links to it, where it prints none of its own. */
import type { Description } from '../model.js';
import type { NamedBody } from './bodies/body-names.js';
import type { OwnNumber } from './document-number.js';
import { derived, type Found } from './found.js';

export function noticeBodies(notice: Description | null): Found<readonly NamedBody[]> | null {
  if (notice === null || notice.issuingBodies.length === 0) return null;
  const { issuingBodies, issuingBodiesPublished } = notice;
  return derived(issuingBodies.map((name, at) => ({ name, printed: issuingBodiesPublished[at] ?? name })));
}

export function noticeNumber(notice: Description | null): Found<OwnNumber> | null {
  const number = notice?.documentNumber ?? null;
  return number && derived({ number, printed: notice?.documentNumberPublished ?? number.text });
}

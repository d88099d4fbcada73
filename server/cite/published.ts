/**
 * What of a document is cited as it was published, beside the canonical forms that facets compare, and which day is that
 * of the act itself.
 */
import type { PolicyDocument } from '../../core/model.js';

/** The bodies as the text prints them; those that were only given stand as they were given. */
export function bodiesOf({ issuingBodies, issuingBodiesPublished }: PolicyDocument): readonly string[] {
  return issuingBodiesPublished.length > 0 ? issuingBodiesPublished : issuingBodies;
}

export function numberOf({ documentNumber, documentNumberPublished }: PolicyDocument): string | null {
  return documentNumberPublished ?? documentNumber?.text ?? null;
}

/** The day, else the year alone: 2025-08-21, 2025. */
export function dateOf({ publishedOn, publishedYear }: PolicyDocument): string | null {
  return publishedOn ?? publishedYear?.toString() ?? null;
}

/** The day of the act itself, where what was published later is a version that was amended since. */
export function promulgationOf(document: PolicyDocument): string | null {
  const { history } = document;
  const first =
    history.find(({ event }) => event === '公布') ?? history.find(({ event }) => event === '通过');
  const published = dateOf(document);
  if (first === undefined || first.on === null) return published;
  return published === null || first.on < published ? first.on : published;
}

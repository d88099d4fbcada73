/**
 * What of a document is cited as it was published, beside the canonical forms that facets compare, and who is cited as
 * its author.
 */
import type { PolicyDocument } from '../../core/model.js';

/** An act in the life of a law. */
interface Act {
  readonly event: string;
  readonly on: string | null;
}

/** Of documents that were indexed before these were kept, and of what a user made without them. */
interface Kept {
  readonly issuingBodiesPublished?: readonly string[];
  readonly documentNumberPublished?: string | null;
  readonly publishedYear?: number | null;
  readonly authors?: readonly string[];
  readonly history?: readonly Act[];
}

export function bodiesOf(document: PolicyDocument & Kept): readonly string[] {
  const published = document.issuingBodiesPublished ?? [];
  return published.length > 0 ? published : document.issuingBodies;
}

export function numberOf(document: PolicyDocument & Kept): string | null {
  return document.documentNumberPublished ?? document.documentNumber?.text ?? null;
}

/** Of news: who wrote it. Empty where no name is printed. */
export function bylineOf(document: PolicyDocument & Kept): readonly string[] {
  return document.authors ?? [];
}

/** The day, else the year alone: 2025-08-21, 2025. */
export function dateOf({ publishedOn, ...document }: PolicyDocument & Kept): string | null {
  return publishedOn ?? document.publishedYear?.toString() ?? null;
}

/** The day of the act itself, where what was published later is a version that was amended since. */
export function promulgationOf(document: PolicyDocument & Kept): string | null {
  const acts = document.history ?? [];
  const first = acts.find(({ event }) => event === '公布') ?? acts.find(({ event }) => event === '通过');
  const published = dateOf(document);
  if (first?.on == null) return published;
  return published === null || first.on < published ? first.on : published;
}

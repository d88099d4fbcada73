/**
 * What a suggestion is typed as, and what choosing it asks.
 */
import { bodyNames } from '../../core/called.js';
import type { FacetName } from '../../core/model.js';
import { type Candidate, quotedText } from '../../engine/candidates.js';
import { listedTerms } from '../../engine/listed-terms.js';

export interface Asked {
  readonly q: string;
  readonly filters: Readonly<Partial<Record<FacetName, readonly string[]>>>;
}

export function askedBy(candidate: Candidate): Asked {
  const { kind, text } = candidate;
  if (kind === 'issuingBody') return { q: '', filters: { issuingBody: [text] } };
  if (kind === 'documentNumber') return { q: text, filters: {} };
  return { q: `"${quotedText(candidate)}"`, filters: {} };
}

/** @returns of a candidate its own text, and what else it is called. */
export function openNames(): (candidate: Candidate) => readonly string[] {
  const typedAs = new Map(listedTerms().map(({ text, names }) => [text, names]));
  return ({ kind, text }) => {
    if (kind === 'issuingBody') return bodyNames(text);
    return kind === 'term' ? [text, ...(typedAs.get(text) ?? [])] : [text];
  };
}

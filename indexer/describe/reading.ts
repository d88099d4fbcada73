/**
 * What the field readers look at: the ends of a document, in Simplified, with offsets that still fit.
 *
 * Descriptions stand at the ends of a text, so a text of any length costs the same.
 */
import { convert } from '../../core/text/convert.js';
import type { CleanedText, RawDocument } from '../model.js';
import { type Labels, readLabels } from './labels.js';

/** A notice with its plan signs after the notice, which is seldom longer than this. */
const HEAD = 6000;
const TAIL = 3000;

export interface Reading {
  readonly raw: RawDocument;
  readonly cleaned: CleanedText;
  /** The first characters of the cleaned text in Simplified; the n-th is the n-th of the cleaned text. */
  readonly head: string;
  /** The head, and before it what was cut as a summary (【导读】…): it says whose act the text is. */
  readonly lead: string;
  /** The last ones, and where in the cleaned text they begin. Empty for a text that fits into the head. */
  readonly tail: string;
  readonly tailStart: number;
  /** The raw text's first characters in Simplified: menus, page titles, datelines. */
  readonly page: string;
  readonly labels: Labels;
}

export function readEnds(raw: RawDocument, cleaned: CleanedText): Reading {
  const { text } = cleaned;
  const tailStart = Math.max(Math.min(text.length, HEAD), text.length - TAIL);
  const head = simplified(text.slice(0, HEAD));
  const summary = cleaned.cuts.find(({ rule }) => rule === 'lead')?.text ?? '';
  return {
    raw,
    cleaned,
    head,
    lead: summary === '' ? head : `${simplified(summary)}\n${head}`,
    tail: simplified(text.slice(tailStart)),
    tailStart,
    page: simplified(raw.text.slice(0, HEAD)),
    labels: readLabels(raw),
  };
}

/** Conversion keeps code points; the few that change their UTF-16 length would shift offsets, so they stay. */
function simplified(text: string): string {
  const plain = convert(text);
  if (plain.length === text.length) return plain;
  return [...text]
    .map((character) => (convert(character).length === character.length ? convert(character) : character))
    .join('');
}

/**
 * The window of a clause that is shown in a list: two to four lines around its densest matches, from the start of a
 * sentence on. … marks the cuts.
 */
import type { Fragment } from '../api.js';

// In widths of a Han character; a Latin letter or a digit takes half of one. A line has some 38.
const LONGEST = 150;
const SHORTEST = 90; // a sentence that ends between the two ends the window
/** A sentence that begins further before its match than this is entered at a comma, or in its middle. */
const LEAD = 60;
const CUT: Fragment = { text: '…', match: false };

const SENTENCE_END = /[。！？；!?;\n…]["”’」』）)]*\s*|\.\s+/gu;
const PAUSE = /[，、：,:]\s*/gu;

/** @param fragments  Of the whole clause, as `highlight` leaves them; they are returned where nothing was cut. */
export function snippet(fragments: readonly Fragment[]): readonly Fragment[] {
  let text = '';
  for (const fragment of fragments) text += fragment.text;
  if (text.length <= LONGEST) return fragments; // no character is wider than one
  const measured = measure(text);
  if (upTo(measured.halves, text.length) <= LONGEST) return fragments;

  const all = spans(fragments);
  const matches = all.filter(isMatch);
  let best = { start: 0, end: windowEnd(measured, 0), worth: -1 };
  let before = -1;
  for (const [place, { start: match }] of matches.entries()) {
    const start = windowStart(measured, match);
    if (start === before) continue; // the same window, and worth the same
    before = start;
    const end = windowEnd(measured, start);
    const worth = worthOf(matches, place, start, end);
    if (worth > best.worth) best = { start, end, worth };
  }
  return [
    ...(best.start > 0 ? [CUT] : []),
    ...cut(all, best.start, best.end),
    ...(best.end < text.trimEnd().length ? [CUT] : []),
  ];
}

function isMatch({ match }: Span): boolean {
  return match;
}

interface Measured {
  readonly text: string;
  /** Width of the text before an offset, in halves of a Han character. */
  readonly halves: Uint32Array;
  /** Offsets at which a sentence begins, or a part of one; ascending. */
  readonly sentences: readonly number[];
  readonly pauses: readonly number[];
}

function measure(text: string): Measured {
  const halves = new Uint32Array(text.length + 1);
  for (let i = 0; i < text.length; i += 1) {
    // Latin, Greek, Cyrillic …; General Punctuation and all after it is set wide here.
    halves[i + 1] = (halves[i] as number) + (text.charCodeAt(i) < 0x2000 ? 1 : 2);
  }
  return {
    ...{ text, halves },
    sentences: [0, ...ends(text, SENTENCE_END)],
    pauses: ends(text, PAUSE),
  };
}

/** In widths of a Han character. */
function upTo(halves: Uint32Array, offset: number): number {
  return (halves[offset] as number) / 2;
}

/** Different words count for more than one word again and again. */
function worthOf(matches: readonly Span[], place: number, start: number, end: number): number {
  const words = new Set<string>();
  let count = 0;
  const look = (at: number): boolean => {
    const span = matches[at];
    if (span === undefined || span.start < start || span.start >= end) return false;
    if (span.end <= end) {
      words.add(span.text.toLowerCase());
      count += 1;
    }
    return true;
  };
  for (let at = place; look(at); at += 1);
  for (let at = place - 1; look(at); at -= 1);
  return words.size * 10 + Math.min(count, 9);
}

function windowStart({ text, halves, sentences, pauses }: Measured, match: number): number {
  const near = firstWithin(halves, match);
  const sentence = sentences[firstPast(sentences, match) - 1];
  if (sentence !== undefined && sentence >= near) return sentence;
  const pause = pauses[firstPast(pauses, near - 1)];
  if (pause !== undefined && pause <= match) return pause;
  let start = match;
  while (start > 0 && upTo(halves, match) - upTo(halves, start) < LEAD / 2) start -= 1;
  return whole(text, start);
}

function windowEnd({ text, halves, sentences }: Measured, start: number): number {
  const end = lastWithin(halves, start, text.length);
  if (end === text.length) return end;
  const sentence = sentences[firstPast(sentences, end) - 1];
  const isLong = sentence !== undefined && upTo(halves, sentence) - upTo(halves, start) >= SHORTEST;
  if (isLong && sentence > start) {
    return start + text.slice(start, sentence).trimEnd().length;
  }
  return whole(text, end);
}

/** The first offset that is no more than LEAD before `end`. */
function firstWithin(halves: Uint32Array, end: number): number {
  let start = end;
  while (start > 0 && upTo(halves, end) - upTo(halves, start - 1) <= LEAD) start -= 1;
  return start;
}

/** The last offset up to `last` that is no more than LONGEST from `start`. */
function lastWithin(halves: Uint32Array, start: number, last: number): number {
  let low = start;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (upTo(halves, middle) - upTo(halves, start) <= LONGEST) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The place of the first of ascending offsets that is past one; their number where none is. */
function firstPast(offsets: readonly number[], past: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] as number) > past) high = middle;
    else low = middle + 1;
  }
  return low;
}

function ends(text: string, pattern: RegExp): number[] {
  const found: number[] = [];
  for (const { index, 0: signs } of text.matchAll(pattern)) found.push(index + signs.length);
  return found;
}

/** Never inside a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

type Span = Fragment & { readonly start: number; readonly end: number };

function spans(fragments: readonly Fragment[]): Span[] {
  const all: Span[] = [];
  let at = 0;
  for (const { text, match } of fragments) {
    const start = at;
    at += text.length;
    all.push({ text, match, start, end: at }); // written out: a spread takes half of the time that a snippet does
  }
  return all;
}

function cut(all: readonly Span[], start: number, end: number): Fragment[] {
  const inside: Fragment[] = [];
  for (const { text, match, start: from } of all) {
    const part = text.slice(Math.max(0, start - from), Math.max(0, end - from));
    if (part !== '') inside.push({ text: part, match });
  }
  return inside;
}

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
  const text = fragments.map((fragment) => fragment.text).join('');
  if (text.length <= LONGEST) return fragments; // no character is wider than one
  const measured = measure(text);
  if (measured.upTo(text.length) <= LONGEST) return fragments;

  const all = spans(fragments);
  const matches = all.filter(({ match }) => match);
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

interface Measured {
  readonly text: string;
  /** Width of the text before an offset. */
  upTo(offset: number): number;
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
    text,
    upTo: (offset) => (halves[offset] as number) / 2,
    sentences: [0, ...ends(text, SENTENCE_END)],
    pauses: ends(text, PAUSE),
  };
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

function windowStart({ text, upTo, sentences, pauses }: Measured, match: number): number {
  const near = (at: number | undefined): at is number =>
    at !== undefined && at <= match && upTo(match) - upTo(at) <= LEAD;
  const sentence = sentences[firstPlace(sentences, (at) => at > match) - 1];
  if (near(sentence)) return sentence;
  const pause = pauses[firstPlace(pauses, (at) => upTo(match) - upTo(Math.min(at, match)) <= LEAD)];
  if (near(pause)) return pause;
  let start = match;
  while (start > 0 && upTo(match) - upTo(start) < LEAD / 2) start -= 1;
  return whole(text, start);
}

function windowEnd({ text, upTo, sentences }: Measured, start: number): number {
  const end = lastWithin(upTo, start, text.length);
  if (end === text.length) return end;
  const sentence = sentences[firstPlace(sentences, (at) => at > end) - 1];
  if (sentence !== undefined && sentence > start && upTo(sentence) - upTo(start) >= SHORTEST) {
    return start + text.slice(start, sentence).trimEnd().length;
  }
  return whole(text, end);
}

/** The last offset up to `last` that is no more than LONGEST from `start`. */
function lastWithin(upTo: Measured['upTo'], start: number, last: number): number {
  let low = start;
  let high = last;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (upTo(middle) - upTo(start) <= LONGEST) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The first of ascending offsets that `holds`, which holds for all after it too; their number where none does. */
function firstPlace(offsets: readonly number[], holds: (offset: number) => boolean): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(offsets[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function ends(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((found) => found.index + found[0].length);
}

/** Never inside a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

type Span = Fragment & { readonly start: number; readonly end: number };

function spans(fragments: readonly Fragment[]): Span[] {
  let at = 0;
  return fragments.map(({ text, match }) => {
    const start = at;
    at += text.length;
    return { text, match, start, end: at }; // written out: a spread takes half of the time that a snippet does
  });
}

function cut(all: readonly Span[], start: number, end: number): Fragment[] {
  return all
    .map(({ text, match, start: from }) => ({
      text: text.slice(Math.max(0, start - from), Math.max(0, end - from)),
      match,
    }))
    .filter(({ text }) => text !== '');
}

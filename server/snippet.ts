/**
 * The window of a clause that is shown in a list: two to four lines around its densest matches, from the start of a
 * sentence on. … marks the cuts.
 */
import type { Fragment } from './api.js';

// In widths of a Han character; a Latin letter or a digit takes half of one. A line has some 38.
const LONGEST = 150;
const SHORTEST = 90; // a sentence that ends between the two ends the window
/** A sentence that begins further before its match than this is entered at a comma, or in its middle. */
const LEAD = 60;
const CUT: Fragment = { text: '…', match: false };

const SENTENCE_END = /[。！？；!?;\n…]["”’」』）)]*\s*|\.\s+/gu;
const PAUSE = /[，、：,:]\s*/gu;

/** @param fragments  Of the whole clause, as `highlight` leaves them. */
export function snippet(fragments: readonly Fragment[]): readonly Fragment[] {
  const text = fragments.map((fragment) => fragment.text).join('');
  if (width(text) <= LONGEST) return fragments;

  const matches = spans(fragments).filter(({ match }) => match);
  const sentences = [0, ...ends(text, SENTENCE_END)];
  const pauses = ends(text, PAUSE);
  let best = { start: 0, end: windowEnd(text, 0, sentences), worth: -1 };
  for (const { start: match } of matches) {
    const start = windowStart(text, match, sentences, pauses);
    const end = windowEnd(text, start, sentences);
    const worth = worthOf(
      matches.filter((span) => span.start >= start && span.end <= end).map((span) => span.text),
    );
    if (worth > best.worth) best = { start, end, worth };
  }
  return [
    ...(best.start > 0 ? [CUT] : []),
    ...cut(fragments, best.start, best.end),
    ...(best.end < text.trimEnd().length ? [CUT] : []),
  ];
}

/** Different words count for more than one word again and again. */
function worthOf(texts: readonly string[]): number {
  return new Set(texts.map((text) => text.toLowerCase())).size * 10 + Math.min(texts.length, 9);
}

function windowStart(
  text: string,
  match: number,
  sentences: readonly number[],
  pauses: readonly number[],
): number {
  const near = (at: number | undefined): at is number =>
    at !== undefined && width(text.slice(at, match)) <= LEAD;
  const before = (starts: readonly number[]): number | undefined =>
    starts.findLast((start) => start <= match);
  const sentence = before(sentences);
  if (near(sentence)) return sentence;
  const pause = pauses.find((start) => start <= match && near(start));
  if (near(pause)) return pause;
  let start = match;
  while (start > 0 && width(text.slice(start, match)) < LEAD / 2) start -= 1;
  return whole(text, start);
}

function windowEnd(text: string, start: number, sentences: readonly number[]): number {
  let end = start;
  for (let taken = 0; end < text.length; end += 1) {
    taken += widthOf(text.charCodeAt(end));
    if (taken > LONGEST) break;
  }
  if (end >= text.length) return text.length;
  const sentence = sentences.findLast((at) => at > start && at <= end);
  if (sentence !== undefined && width(text.slice(start, sentence)) >= SHORTEST) {
    return start + text.slice(start, sentence).trimEnd().length;
  }
  return whole(text, end);
}

function ends(text: string, pattern: RegExp): number[] {
  return [...text.matchAll(pattern)].map((found) => found.index + found[0].length);
}

/** Never inside a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at;
}

function width(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) sum += widthOf(text.charCodeAt(i));
  return sum;
}

function widthOf(unit: number): number {
  return unit < 0x2000 ? 0.5 : 1; // Latin, Greek, Cyrillic … General Punctuation and all after it is set wide here
}

function spans(fragments: readonly Fragment[]): (Fragment & { start: number; end: number })[] {
  let at = 0;
  return fragments.map((fragment) => {
    const start = at;
    at += fragment.text.length;
    return { ...fragment, start, end: at };
  });
}

function cut(fragments: readonly Fragment[], start: number, end: number): Fragment[] {
  return spans(fragments)
    .map(({ text, match, start: from }) => ({
      text: text.slice(Math.max(0, start - from), Math.max(0, end - from)),
      match,
    }))
    .filter(({ text }) => text !== '');
}

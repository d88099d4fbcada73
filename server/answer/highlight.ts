/**
 * Marks what was asked for in the text as published, and shows it in the script asked for.
 *
 * Matches are found in the analysed text and marked in the published one; those that overlap or touch are one. A shown
 * text is converted whole, by code point, and cut afterwards: a fragment converted alone could come out otherwise.
 */
import { analyzeFor, occurrences } from '../../core/text/analyze.js';
import { inScript } from '../../core/text/script.js';
import type { Fragment } from '../api.js';
import type { Script } from '../request.js';

/** Of one document: a text in that document's script → the script asked for. Keeps the number of code points. */
export type Shown = (text: string) => string;

export function shownIn(script: Script, documentScript: 'hans' | 'hant'): Shown {
  return script === 'original' ? (text) => text : (text) => inScript(script, text, documentScript);
}

/**
 * @param text     As published.
 * @param phrases  Folded.
 * @returns        Joined, the shown text; never two of a kind in a row; none for an empty text.
 */
export function highlight(
  text: string,
  phrases: readonly string[],
  shown: Shown,
  documentScript: 'hans' | 'hant',
): Fragment[] {
  const fragments: Fragment[] = [];
  const result = shown(text);
  const add = (from: number, to: number, match: boolean): void => {
    if (to > from) fragments.push({ text: result.slice(from, to), match });
  };
  let at = 0;
  const offset = shownOffsets(text, result);
  for (const { start, end } of matches(text, phrases, documentScript)) {
    add(at, offset(start), false);
    add(offset(start), offset(end), true);
    at = offset(end);
  }
  add(at, result.length, false);
  return fragments;
}

interface Stretch {
  start: number;
  end: number;
}

/** By where they begin; of two at one place. */
function longestFirst(a: Stretch, b: Stretch): number {
  return a.start - b.start || b.end - a.end;
}

function matches(text: string, phrases: readonly string[], documentScript: 'hans' | 'hant'): Stretch[] {
  if (phrases.length === 0) return [];
  const analysis = analyzeFor(phrases, text, documentScript);
  const found: Stretch[] = [];
  for (const phrase of phrases) for (const one of occurrences(analysis, phrase)) found.push(one);
  found.sort(longestFirst);
  const merged: Stretch[] = [];
  for (const { start, end } of found) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) merged.push({ start, end });
  }
  return merged;
}

/**
 * From offsets into `text` to offsets into `shown`, asked in ascending order. The same, unless a character of either
 * is outside the basic plane where its partner is not.
 */
export function shownOffsets(text: string, shown: string): (offset: number) => number {
  if (text === shown || !/[\ud800-\udbff]/.test(text + shown)) {
    return (offset) => offset;
  }
  let from = 0;
  let to = 0;
  return (offset) => {
    while (from < offset && to < shown.length) {
      from += (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
      to += (shown.codePointAt(to) ?? 0) > 0xffff ? 2 : 1;
    }
    return to;
  };
}

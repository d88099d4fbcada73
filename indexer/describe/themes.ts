/**
 * The themes of a clause, by the words of core/themes.ts.
 *
 * One pass over the published text in either script: conversion of 42 M characters would cost more than all of this.
 * Longest word first, no overlaps. A theme needs a score of STRONG, and more in a long clause, where a word that is
 * only mentioned is no theme.
 */
import { toTraditional } from '../../core/text/convert.js';
import { THEMES, UNMEANT } from '../../core/themes.js';

interface Word {
  readonly text: string;
  /** Index in THEMES; -1 for a word that means no theme. */
  readonly theme: number;
  readonly weight: number;
}

const STRONG = 3;
const WEAK = 1;
const MOST_THEMES = 3;
/** So much text may hold one more strong word without being about it, in characters. */
const TEXT_PER_MENTION = 600;
/** An occurrence past the third says nothing new. */
const MOST_OCCURRENCES = 3;

const LATIN = /^[A-Za-z0-9]+$/;
const pair = (text: string, at: number): number => text.charCodeAt(at) * 0x1_0000 + text.charCodeAt(at + 1);

/** What a character can be in a word. Looked at for every character of every text, so it is a table. */
const PLACES = new Uint8Array(0x1_0000);
const [BEGINS, FOLLOWS, WHOLE] = [1, 2, 4];
const words = compile();

function mark(unit: number, place: number): void {
  PLACES[unit] = (PLACES[unit] as number) | place;
}

function mayBegin(text: string, at: number): boolean {
  const first = PLACES[text.charCodeAt(at)] as number;
  if ((first & BEGINS) === 0) return false;
  return (first & WHOLE) !== 0 || ((PLACES[text.charCodeAt(at + 1)] ?? 0) & FOLLOWS) !== 0;
}

function compile(): ReadonlyMap<number, readonly Word[]> {
  const byPair = new Map<number, Word[]>();
  const add = (listed: string, theme: number, weight: number): void => {
    for (const text of new Set(listed.split(' ').flatMap((word) => [word, toTraditional(word)]))) {
      if (text === '') continue;
      mark(text.charCodeAt(0), text.length === 1 ? BEGINS | WHOLE : BEGINS);
      if (text.length > 1) mark(text.charCodeAt(1), FOLLOWS);
      const key = text.length === 1 ? text.charCodeAt(0) : pair(text, 0);
      const list = byPair.get(key) ?? [];
      list.push({ text, theme, weight });
      byPair.set(key, list);
    }
  };
  THEMES.forEach(({ strong, weak }, theme) => {
    add(strong, theme, STRONG);
    add(weak, theme, WEAK);
  });
  add(UNMEANT, -1, 0);
  for (const list of byPair.values()) list.sort((a, b) => b.text.length - a.text.length);
  return byPair;
}

/** @returns Facet values, the clearest first, at most three. A word listed for two themes counts for both. */
export function themesOf(text: string): string[] {
  const counts = new Map<Word, number>();
  for (let at = 0; at < text.length; at += 1) {
    if (!mayBegin(text, at)) continue;
    const found = longestAt(text, at);
    if (found === null) continue;
    for (const word of found) if (word.theme >= 0) counts.set(word, (counts.get(word) ?? 0) + 1);
    at += (found[0]?.text.length ?? 1) - 1;
  }
  if (counts.size === 0) return [];

  const scores = new Map<number, number>();
  for (const [{ theme, weight }, count] of counts) {
    scores.set(theme, (scores.get(theme) ?? 0) + weight * Math.min(count, MOST_OCCURRENCES));
  }
  const needed = STRONG * (1 + Math.floor(text.length / TEXT_PER_MENTION));
  const enough = [...scores].filter(([, score]) => score >= needed);
  const best = Math.max(0, ...enough.map(([, score]) => score));
  return enough
    .filter(([, score]) => score * 4 >= best) // beside a theme of ten words, one that is only touched is noise
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_THEMES)
    .map(([theme]) => THEMES[theme]?.key ?? '');
}

/** The longest listed word at `at`, once for each theme it is listed under. */
function longestAt(text: string, at: number): Word[] | null {
  const list = words.get(pair(text, at)) ?? words.get(text.charCodeAt(at));
  const first = list?.find((word) => text.startsWith(word.text, at) && standsAlone(text, at, word.text));
  return first === undefined ? null : (list?.filter((word) => word.text === first.text) ?? null);
}

/** AI is no part of MAIN, 5G none of 15G. */
function standsAlone(text: string, at: number, word: string): boolean {
  if (!LATIN.test(word)) return true;
  return !/[A-Za-z0-9]/.test(`${text.charAt(at - 1)}${text.charAt(at + word.length)}`);
}

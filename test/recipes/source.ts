/** What stands in a source, as far as a recipe has to see it: the house's own layout, not TypeScript. */
import type { House } from './recipe.js';

/** From behind the first `opening` to the next `closing`; empty where there is none. */
export function between(source: string, opening: string, closing: string): string {
  const at = source.indexOf(opening);
  if (at < 0) return '';
  const start = at + opening.length;
  const end = source.indexOf(closing, start);
  return source.slice(start, end < 0 ? source.length : end);
}

/** `'a', 'b'` → a, b */
export function quoted(source: string): readonly string[] {
  return [...source.matchAll(/'([\w-]{1,60})'/g)].map(([, name = '']) => name);
}

/** The keys of an object literal whose lines are rows, or that is one line. */
export function keys(literal: string): readonly string[] {
  return [...literal.matchAll(/(?:^|[\n{,])\s{0,9}'?([\w-]{1,60})'?:/g)].map(([, name = '']) => name);
}

export function hasWord(source: string, word: string): boolean {
  return new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(source);
}

export const LANGUAGES = ['zh-hans', 'zh-hant', 'en'] as const;

export function messagesPath(language: (typeof LANGUAGES)[number]): string {
  return `web/shared/messages/${language}.json`;
}

/** The keys under one key of the page's messages. */
export function messageKeys(
  house: House,
  language: (typeof LANGUAGES)[number],
  under: string,
): readonly string[] {
  return Object.keys(JSON.parse(house.read(messagesPath(language)))[under]);
}

export function isNamedInThreeLanguages(house: House, under: string, name: string): boolean {
  return LANGUAGES.every((language) => messageKeys(house, language, under).includes(name));
}

export function inThreeLanguages(
  under: string,
  name: string,
): readonly { path: string; behind: string; text: string }[] {
  return LANGUAGES.map((language) => ({
    path: messagesPath(language),
    behind: `"${under}": {`,
    text: `"${name}": "…",`,
  }));
}

export function distinct(...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())];
}

/** Compares names with how they are printed: over broken lines, in other brackets, with other dashes. */
import type { Span } from '../../core/model.js';

export const squeezed = (text: string): string => text.replace(/[\s\u200b]+/gu, '');

/** White space of broken lines goes; between Latin words one space stays. */
export function joined(printed: string): string {
  return printed
    .replace(/\u200b/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/gu, '')
    .trim();
}

/** A name is looked for this far into a text, and only up to this length. */
const REACH = 12_000;
const LONGEST = 300;

const KINDS = ['()（）', '-－—–~～', '《〈', '》〉', '“”"'];

/** Where a name is first printed outside of 《》; null where it is not. UTF-16 units. */
export function printedAt(text: string, name: string): Span | null {
  const characters = [...squeezed(name)];
  if (characters.length < 4 || characters.length > LONGEST) return null;
  // Most names are not there, and a search that tolerates broken lines is dear.
  if (!squeezed(text.slice(0, REACH)).includes(characters.slice(0, 2).join(''))) return null;
  const pattern = characters.map((character) => {
    const kind = KINDS.find((all) => all.includes(character)) ?? character;
    return `[${kind.replace(/[\\\]^-]/gu, '\\$&')}]`;
  });
  const match = new RegExp(`(?<![《〈]\\s*)${pattern.join('\\s*')}(?!\\s*[》〉])`, 'u').exec(
    text.slice(0, REACH),
  );
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

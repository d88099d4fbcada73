/** Compares names with how they are printed: over broken lines, in other brackets, with other dashes, in radicals. */
import type { Span } from '../../core/model.js';
import { ordinary } from '../../core/text/ordinary.js';

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
  for (const place of printedPlaces(text, name)) return place;
  return null;
}

/** All places where a name is printed outside of 《》, in order. */
export function* printedPlaces(published: string, called: string): Generator<Span> {
  const [text, name] = [ordinary(published), ordinary(called)];
  const wanted = [...squeezed(name)].map(kindOf);
  if (wanted.length < 4 || wanted.length > LONGEST) return;
  // Most names are not there.
  const beginning = [...squeezed(name)].slice(0, 2).join('');
  if (!squeezed(text.slice(0, REACH)).includes(beginning)) return;
  const printed = [...text.slice(0, REACH).matchAll(/\S/gu)].map(({ 0: character, index }) => ({
    kind: kindOf(character),
    start: index,
    end: index + character.length,
  }));
  for (let first = 0; first + wanted.length <= printed.length; first += 1) {
    const after = first + wanted.length;
    if (printed[first - 1]?.kind === kindOf('《') || printed[after]?.kind === kindOf('》')) continue;
    if (!wanted.every((kind, index) => printed[first + index]?.kind === kind)) continue;
    yield { start: printed[first]?.start ?? 0, end: printed[after - 1]?.end ?? 0 };
  }
}

/** Characters that are printed for each other are of one kind. */
function kindOf(character: string): string {
  return KINDS.find((all) => all.includes(character)) ?? character;
}

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

/** Characters that are printed for each other, by the first of them. */
const KINDS: ReadonlyMap<string, string> = new Map(
  ['()（）', '-－—–~～', '《〈', '》〉', '“”"'].flatMap((all) =>
    [...all].map((character) => [character, all[0] ?? character] as const),
  ),
);

/** Where a name is first printed outside of 《》; null where it is not. UTF-16 units. */
export function printedAt(text: string, name: string): Span | null {
  for (const place of printedPlaces(text, name)) return place;
  return null;
}

/** All places where a name is printed outside of 《》, in order. */
export function* printedPlaces(text: string, name: string): Generator<Span> {
  const wanted = folded(ordinary(name)).text;
  if (wanted.length < 4 || wanted.length > LONGEST) return;
  // Most names are not there.
  const reach = ordinary(text.slice(0, REACH));
  if (!mayHold(reach, wanted)) return;
  const printed = folded(reach);
  for (let at = printed.text.indexOf(wanted); at !== -1; at = printed.text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (printed.text[at - 1] === '《' || printed.text[end] === '》') continue;
    yield { start: printed.places[at] ?? 0, end: (printed.places[end - 1] ?? 0) + 1 };
  }
}

/** Whether the first two characters of a name stand together somewhere; white space between them may be left out. */
function mayHold(text: string, wanted: string): boolean {
  const [first = '', second = ''] = wanted;
  if (KINDS.has(first)) return true;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    let next = at + 1;
    while (/[\s\u200b]/u.test(text[next] ?? '')) next += 1;
    const character = text[next] ?? '';
    if ((KINDS.get(character) ?? character) === second) return true;
  }
  return false;
}

/** Without white space, one character of each kind, and where each stood. */
function folded(text: string): { readonly text: string; readonly places: readonly number[] } {
  const kept: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (/[\s\u200b]/u.test(character)) continue;
    kept.push(KINDS.get(character) ?? character);
    places.push(at);
  }
  return { text: kept.join(''), places };
}

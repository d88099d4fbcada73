/**
 * How deep outside values are nested, and half characters in them. Fields are walked, copied between threads and written as
 * JSON, all of which recurse: what is too deep is told here, before anything overflows.
 */
import { endOfString } from './json-items.js';
import { wellFormed } from './well-formed.js';

/** No metadata that people write is as deep. */
const DEEPEST = 100;

/** What is wrong with a value's nesting: it holds itself (a YAML anchor inside its own node), or is too deep; null: nothing. */
export function nestingFault(value: unknown): string | null {
  return faultBelow(value, []);
}

function faultBelow(value: unknown, above: readonly object[]): string | null {
  if (typeof value !== 'object' || value === null) return null;
  if (above.includes(value)) return 'it holds itself';
  if (above.length === DEEPEST) return `it is nested more than ${DEEPEST} deep`;
  const inside = [...above, value];
  for (const below of Object.values(value)) {
    const fault = faultBelow(below, inside);
    if (fault !== null) return fault;
  }
  return null;
}

/**
 * Whether JSON opens more brackets than `most` inside each other. Parsing a million of them takes seconds, whatever is done
 * with the value; most texts have too few brackets to be looked at closer.
 */
export function isNestedDeeper(json: string, most: number): boolean {
  if (!hasMore(json, '[{', most)) return false;
  let depth = 0;
  for (let at = 0; at < json.length; at += 1) {
    const character = json.charCodeAt(at);
    if (character === 0x22) at = endOfString(json, at);
    else if (character === 0x5b || character === 0x7b) depth += 1;
    else if (character === 0x5d || character === 0x7d) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Whether the characters, counted together, are more than `most`. */
function hasMore(json: string, characters: string, most: number): boolean {
  let count = 0;
  for (const character of characters) {
    let at = json.indexOf(character);
    for (; at !== -1 && count <= most; at = json.indexOf(character, at + 1)) count += 1;
  }
  return count > most;
}

export interface MendedFields {
  readonly value: unknown;
  /** Halves of surrogate pairs that were read as U+FFFD, in names as well as in values. */
  readonly replaced: number;
}

/** @param value  Of a nesting without fault: it is walked. */
export function mendSurrogates(value: unknown): MendedFields {
  let replaced = 0;
  const mendText = (text: string): string => {
    const mended = wellFormed(text);
    replaced += mended.replaced;
    return mended.text;
  };
  const mend = (one: unknown): unknown => {
    if (typeof one === 'string') return mendText(one);
    if (Array.isArray(one)) return one.map(mend);
    if (!isPlain(one)) return one;
    const names = new Set<string>();
    return Object.fromEntries(
      Object.entries(one).map(([name, below]) => {
        let mended = mendText(name);
        while (names.has(mended)) mended += '\ufffd'; // two names that differed in their half characters only
        names.add(mended);
        return [mended, mend(below)];
      }),
    );
  };
  return { value: mend(value), replaced };
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

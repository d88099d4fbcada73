/**
 * JSON text → its documents, one by one, so that a broken one costs none of the others: the items of an array, or the values
 * that follow each other where there is none.
 *
 * Only brackets and quotes are looked at here. Line ends are in no string of JSON, so that a quote that is missing is made up
 * for at the next line.
 */
export interface JsonItem {
  /** Counted from 1. */
  readonly number: number;
  readonly json: string;
  /** False where the text ends, or goes on with the next item, before the item does. */
  readonly whole: boolean;
}

export interface JsonItems {
  readonly isArray: boolean;
  readonly items: Iterable<JsonItem>;
}

/** A file in which so many items never end is no list. */
const MOST_OPEN = 100;

const SPACE_OR_COMMA = /[\s,]*/uy;
const NEXT_ITEM = /\}\s{0,100},\s{0,100}(?=\{)/gu;

export function jsonItems(text: string): JsonItems {
  const start = /^\s*\[/u.exec(text)?.[0].length ?? 0;
  return { isArray: start > 0, items: itemsFrom(text, start) };
}

function* itemsFrom(text: string, start: number): Generator<JsonItem> {
  let open = 0;
  let at = start;
  for (let number = 1; ; number += 1) {
    SPACE_OR_COMMA.lastIndex = at;
    at += SPACE_OR_COMMA.exec(text)?.[0].length ?? 0;
    if (at >= text.length || (start > 0 && text.charAt(at) === ']')) return;
    const end = endOfItem(text, at, start > 0);
    if (end !== null) {
      yield { number, json: text.slice(at, end), whole: true };
      at = end;
      continue;
    }
    open += 1;
    NEXT_ITEM.lastIndex = at;
    const next = open > MOST_OPEN ? null : NEXT_ITEM.exec(text);
    yield { number, json: text.slice(at, next?.index ?? text.length), whole: false };
    if (next === null) return;
    at = next.index + next[0].length;
  }
}

/** Where the item begun at `start` ends; null where it does not, or closes a bracket of another kind. */
function endOfItem(text: string, start: number, inArray: boolean): number | null {
  /** The brackets that are open, as the ones that close them: in ASCII two places on. */
  const open: number[] = [];
  for (let at = start; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x22) at = endOfString(text, at);
    else if (character === 0x7b || character === 0x5b) open.push(character + 2);
    else if (character === 0x7d || character === 0x5d) {
      // Of the list, ] closes it; any other bracket that closes nothing is the item's, or it would never end.
      if (open.length === 0) return inArray && character === 0x5d ? at : at + 1;
      if (open.pop() !== character) return null;
      if (open.length === 0) return at + 1;
    } else if (character === 0x2c && open.length === 0) return at;
  }
  return !inArray && open.length === 0 ? text.length : null;
}

/** The quote that ends the string begun at `start`, or what stands before the end of the line. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 0x5c) at += 1;
    else if (character === 0x22) return at;
    else if (character === 0x0a) return at;
  }
  return text.length;
}

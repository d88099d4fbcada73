/**
 * Phrases and what replaces them, of a text the longest that begins at each place: what opencc-js does with a tree of maps, which of
 * the way to Traditional takes 22 MB in each thread. Here it is the dictionary as it comes, one string, and where its entries begin, in order.
 */

/** `source replacement|source replacement|…`, or pairs of them. Of one source that comes twice, the last stands. */
export type Dictionary = string | readonly (readonly [source: string, replacement: string])[];

export interface PhraseTable {
  /** All entries, one after the other: `|source replacement|…|`. */
  readonly entries: string;
  /** Where the sources begin, in the order of their code units; a source that is the beginning of another before it. */
  readonly starts: Uint32Array;
  /** For each code unit, the place of the first source that begins with it or a later one; and one more. */
  readonly firsts: Uint32Array;
}

/** Ends a source, and stands in none: nor does any phrase of a text go on past one. */
const SPACE = 32;

/** @param dictionaries  Of a source in several of them, the first one's replacement stands. */
export function phraseTable(dictionaries: readonly Dictionary[]): PhraseTable {
  const written: string[] = [];
  for (const dictionary of dictionaries) {
    written.push(
      typeof dictionary === 'string' ? dictionary : dictionary.map((pair) => pair.join(' ')).join('|'),
    );
  }
  // The last of one dictionary stands, and the first of several: so, read from the end, the last that comes.
  const entries = `|${written
    .reverse()
    .filter((one) => one !== '')
    .join('|')}|`;
  const places: number[] = [];
  for (let at = 0; at + 1 < entries.length; at = entries.indexOf('|', at + 1)) places.push(at + 1);
  const sorted = Uint32Array.from(places).sort((a, b) => inOrder(entries, a, b));
  const kept = sorted.filter(
    (start, i) => i + 1 === sorted.length || !isSame(entries, start, sorted[i + 1] as number),
  );
  return { entries, starts: kept, firsts: firstsOf(entries, kept) };
}

export function replacePhrases(text: string, { entries, starts, firsts }: PhraseTable): string {
  let replaced = '';
  let copied = 0; // of the text, what is in it by now
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at);
    let [from, to] = [firsts[unit] as number, firsts[unit + 1] as number];
    let [longest, end] = [-1, at];
    for (let depth = 1; from < to; depth += 1) {
      const start = starts[from] as number;
      if (entries.charCodeAt(start + depth) === SPACE) {
        longest = start + depth + 1;
        end = at + depth;
      }
      const next = at + depth < text.length ? text.charCodeAt(at + depth) : SPACE;
      if (next === SPACE) break; // else it would be compared with a replacement, and what comes behind that
      from = firstWith(entries, starts, from, to, depth, next);
      to = firstWith(entries, starts, from, to, depth, next + 1);
    }
    if (longest < 0) {
      at += 1;
    } else {
      replaced += text.slice(copied, at) + entries.slice(longest, entries.indexOf('|', longest));
      at = end;
      copied = end;
    }
  }
  return copied === 0 ? text : replaced + text.slice(copied);
}

/** The first of the sources, all alike up to `depth`, whose code unit there is this or a later one. */
function firstWith(
  entries: string,
  starts: Uint32Array,
  from: number,
  to: number,
  depth: number,
  unit: number,
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries.charCodeAt((starts[middle] as number) + depth) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** By the source; of one that comes twice, by where. A space comes before all that a source has. */
function inOrder(entries: string, a: number, b: number): number {
  for (let i = 0; ; i += 1) {
    const [one, other] = [entries.charCodeAt(a + i), entries.charCodeAt(b + i)];
    if (one !== other) return one - other;
    if (one === SPACE) return a - b;
  }
}

function isSame(entries: string, a: number, b: number): boolean {
  for (let i = 0; entries.charCodeAt(a + i) === entries.charCodeAt(b + i); i += 1) {
    if (entries.charCodeAt(a + i) === SPACE) return true;
  }
  return false;
}

function firstsOf(entries: string, starts: Uint32Array): Uint32Array {
  const firsts = new Uint32Array(0x10001);
  let place = 0;
  for (let unit = 0; unit < firsts.length; unit += 1) {
    while (place < starts.length && entries.charCodeAt(starts[place] as number) < unit) place += 1;
    firsts[unit] = place;
  }
  return firsts;
}

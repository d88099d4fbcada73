/**
 * How likely a stretch of Chinese is, in nats: trigrams of Simplified characters with backing off.
 *
 * `trigrams.bin` (facts counted in law and policy texts by `bench/build-trigrams.ts`) is a hash table of slots of three
 * bytes: sixteen bits that tell entries apart, and −16 ln P, at most 255; zero is an empty slot. A false match has
 * one chance in some ten thousand and moves a sum of many by one term. Read at the first question only.
 */
import { existsSync, readFileSync } from 'node:fs';
import { convert } from '../../../core/text/convert.js';

export const SLOT_BYTES = 3;
/** Of backing off from three characters to two, and from two to one. Best of 0.4, 0.1 and 0.02 on the cases. */
const BACK_OFF = Math.log(0.1);
/** A character that no counted text has. */
const UNKNOWN = -16;

/** Beside this file; the compiled one finds it in the sources. */
const PLACES = ['./trigrams.bin', '../../../../indexer/clean/damage/trigrams.bin'];

let table: Uint8Array | undefined;

/**
 * ln P of `text` from `from` on, each character given the two before it.
 *
 * @param from  In code units; what stands before is context only.
 */
export function likelihood(text: string, from: number): number {
  const simplified = convert(text);
  let sum = 0;
  for (let at = Math.max(from, 0); at < simplified.length; at += 1) {
    sum += logProbability(simplified.slice(Math.max(0, at - 2), at + 1));
  }
  return sum;
}

/** Of the last character given those before it (none, one or two). */
function logProbability(gram: string): number {
  let penalty = 0;
  for (let rest = gram; rest !== ''; rest = rest.slice(1)) {
    const found = lookUp(rest);
    if (found !== null) return found + penalty;
    penalty += BACK_OFF;
  }
  return UNKNOWN;
}

function lookUp(gram: string): number | null {
  table ??= readTable();
  const slots = Math.floor(table.length / SLOT_BYTES);
  const { place, mark } = hashOf(gram, slots);
  for (let slot = place; ; slot = (slot + 1) % slots) {
    const at = slot * SLOT_BYTES;
    const value = table[at + 2] ?? 0;
    if (value === 0) return null;
    if (((table[at] ?? 0) | ((table[at + 1] ?? 0) << 8)) === mark) return -value / 16;
  }
}

function readTable(): Uint8Array {
  const files = PLACES.map((place) => new URL(place, import.meta.url));
  const found = files.find((file) => existsSync(file));
  if (found === undefined) throw new Error(`There is no ${files.map(String).join(' or ')}.`);
  return readFileSync(found);
}

/** Two independent 32-bit hashes (FNV-1a with different seeds): where an entry is, and what tells it apart. */
export function hashOf(gram: string, slots: number): { readonly place: number; readonly mark: number } {
  let one = 0x811c9dc5 ^ gram.length;
  let other = 0x9e3779b9 ^ gram.length;
  for (let at = 0; at < gram.length; at += 1) {
    const code = gram.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    one ^= one >>> 15;
    other = Math.imul(other ^ code, 0x85ebca6b);
    other ^= other >>> 13;
  }
  return { place: (one >>> 0) % slots, mark: (other >>> 8) & 0xffff };
}

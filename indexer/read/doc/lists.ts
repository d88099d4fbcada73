/**
 * Lists of a .doc: definitions of levels, and the lists that use them, each with what it overrides.
 *
 * @see  MS-DOC 2.9.131 (LFO), 2.9.147 (LSTF), 2.9.150 (LVLF).
 */
import type { List, ListLevel } from '../list-numbering.js';
import { formatOfCode } from '../number-formats.js';
import { bulletOf } from '../symbol-characters.js';
import { SPRM, sprmsOf, toggled } from './sprms.js';

const LEVELS = 9;
const DEFINITION = 28;
const OVERRIDE = 16;
const LEVEL = 28;

interface Reader {
  readonly bytes: Buffer;
  at: number;
}

/** @returns  By their number, counted from 1: what a paragraph names. */
export function readLists(definitions: Buffer, overrides: Buffer): readonly (List | undefined)[] {
  const levels = definitionsOf(definitions);
  const lists: (List | undefined)[] = [undefined];
  if (overrides.length < 4) return lists;
  const count = Math.min(overrides.readUInt32LE(0), Math.floor((overrides.length - 4) / OVERRIDE));
  const reader: Reader = { bytes: overrides, at: 4 + count * OVERRIDE };
  for (let number = 1; number <= count; number += 1) {
    const head = overrides.subarray(4 + (number - 1) * OVERRIDE, 4 + number * OVERRIDE);
    const definition = head.readUInt32LE(0);
    const own = [...(levels.get(definition) ?? [])];
    const startsAnew = readOverrides(reader, head[12] ?? 0, own);
    lists.push({ id: String(number), definition: String(definition), levels: own, startsAnew });
  }
  return lists;
}

/** The definitions one after another, then the levels of all of them; these lie behind what the head of the file counts. */
function definitionsOf(bytes: Buffer): ReadonlyMap<number, readonly (ListLevel | undefined)[]> {
  const found = new Map<number, readonly (ListLevel | undefined)[]>();
  if (bytes.length < 2) return found;
  const count = Math.min(bytes.readUInt16LE(0), Math.floor((bytes.length - 2) / DEFINITION));
  const reader: Reader = { bytes, at: 2 + count * DEFINITION };
  for (let number = 0; number < count; number += 1) {
    const head = bytes.subarray(2 + number * DEFINITION, 2 + (number + 1) * DEFINITION);
    const isSimple = ((head[26] ?? 0) & 1) === 1;
    const levels: (ListLevel | undefined)[] = [];
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) levels.push(readLevel(reader));
    found.set(head.readUInt32LE(0), levels);
  }
  return found;
}

function readLevel(reader: Reader): ListLevel | undefined {
  const { bytes, at } = reader;
  if (at + LEVEL + 2 > bytes.length) {
    reader.at = bytes.length;
    return undefined;
  }
  const head = bytes.subarray(at, at + LEVEL);
  const characters = head[24] ?? 0;
  const start = at + LEVEL + (head[25] ?? 0);
  const properties = sprmsOf(bytes.subarray(start, start + characters));
  const textAt = start + characters;
  const length = textAt + 2 <= bytes.length ? bytes.readUInt16LE(textAt) : 0;
  const text = bytes.toString('utf16le', textAt + 2, Math.min(bytes.length, textAt + 2 + length * 2));
  reader.at = textAt + 2 + length * 2;
  const format = formatOfCode(head[4] ?? 0);
  const flags = head[5] ?? 0;
  const printed = format === 'bullet' ? bulletOf(text, '') : placesOf(text);
  return {
    start: Math.max(0, head.readInt32LE(0)),
    format,
    text: toggled(properties, SPRM.isHidden, false) === true ? '' : printed,
    gap: head[15] === 0 ? 'tab' : head[15] === 1 ? 'space' : 'nothing',
    isLegal: (flags & 4) !== 0,
    restartAfter: (flags & 8) === 0 ? null : (head[26] ?? 0),
  };
}

/** The character 0 stands for the number of level 1, and so on. */
function placesOf(text: string): string {
  return [...text.replaceAll('%', '％').slice(0, 100)]
    .map((character) => (character < '\u0009' ? `%${character.charCodeAt(0) + 1}` : character))
    .join('');
}

function readOverrides(
  reader: Reader,
  count: number,
  levels: (ListLevel | undefined)[],
): Map<number, number> {
  const startsAnew = new Map<number, number>();
  reader.at += 4;
  for (let number = 0; number < count && reader.at + 8 <= reader.bytes.length; number += 1) {
    const start = reader.bytes.readInt32LE(reader.at);
    const flags = reader.bytes[reader.at + 4] ?? 0;
    reader.at += 8;
    const level = flags & 0xf;
    if ((flags & 0x10) !== 0) startsAnew.set(level, Math.max(0, start));
    if ((flags & 0x20) !== 0 && level < LEVELS) levels[level] = readLevel(reader);
  }
  return startsAnew;
}

/**
 * The streams of a compound file, which an old .doc or .xls is: a file system of sectors in chains. Read by us: chains may be
 * cut off or lead back into themselves, and every one of them has its bound.
 *
 * @see  MS-CFB, Compound File Binary File Format.
 */
import { PolicyError } from '../../core/errors.js';

export interface CompoundFile {
  /** Of the root storage, by its name in any case; null where there is none. */
  stream(name: string): Buffer | null;
  has(name: string): boolean;
}

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER = 512;
/** Sector numbers from here on are no sectors: free, end of a chain. */
const LAST_SECTOR = 0xfffffffa;
const NOTHING = 0xffffffff;
const ENTRY_BYTES = 128;
const MINI_SECTOR = 64;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** @throws  PolicyError `unreadable_file` where it is none, or its tables are cut off. */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!isCompoundFile(file) || file.length < HEADER) throw damaged('it is no compound file');
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) throw damaged(`its sectors have an unknown size (2^${shift})`);
  const size = 2 ** shift;
  const sectors = Math.ceil(Math.max(0, file.length - size) / size);
  const sector = (number: number): Buffer => file.subarray((number + 1) * size, (number + 2) * size);

  const chain = (start: number, next: Uint32Array): number[] => {
    const numbers: number[] = [];
    for (let at = start; at < LAST_SECTOR; at = next[at] ?? NOTHING) {
      if (numbers.length > next.length) throw damaged('a chain of its sectors leads back into itself');
      numbers.push(at);
    }
    return numbers;
  };
  const read = (start: number): Buffer => Buffer.concat(chain(start, table).map(sector));
  const table = numbersOf(Buffer.concat(tableSectors(file, sector, sectors, size).map(sector)));

  const entries = entriesOf(read(file.readUInt32LE(48)));
  const [root] = entries;
  if (root === undefined) throw damaged('its directory is missing');
  const miniTable = numbersOf(read(file.readUInt32LE(60)));
  const mini = read(root.start);
  const smallest = file.readUInt32LE(56);
  const found = rootEntries(entries);
  const find = (name: string): Entry | undefined => found.get(name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    stream(name) {
      const entry = find(name);
      if (entry === undefined || !entry.isStream) return null;
      if (entry.size === 0) return Buffer.alloc(0); // programs write any start for it
      if (entry.size >= smallest) return read(entry.start).subarray(0, entry.size);
      const parts = chain(entry.start, miniTable).map((at) =>
        mini.subarray(at * MINI_SECTOR, (at + 1) * MINI_SECTOR),
      );
      return Buffer.concat(parts).subarray(0, entry.size);
    },
  };
}

/** The sectors that the table of sectors itself is in: 109 are named in the header, more in a chain of their own. */
function tableSectors(
  file: Buffer,
  sector: (number: number) => Buffer,
  sectors: number,
  size: number,
): readonly number[] {
  const numbers = [...numbersOf(file.subarray(76, HEADER))];
  const each = size / 4 - 1;
  let at = file.readUInt32LE(68);
  for (let steps = 0; at < LAST_SECTOR && steps <= sectors; steps += 1) {
    const listed = numbersOf(sector(at));
    if (listed.length <= each) break; // cut off
    numbers.push(...listed.subarray(0, each));
    at = listed[each] ?? NOTHING;
  }
  return numbers.filter((number) => number < sectors).slice(0, sectors);
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length >>> 2);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = bytes.readUInt32LE(at * 4);
  return numbers;
}

function entriesOf(directory: Buffer): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const bytes = directory.subarray(at, at + ENTRY_BYTES);
    const length = Math.min(64, bytes.readUInt16LE(64));
    entries.push({
      name: bytes.toString('utf16le', 0, Math.max(0, length - 2)),
      isStream: bytes[66] === 2,
      left: bytes.readUInt32LE(68),
      right: bytes.readUInt32LE(72),
      child: bytes.readUInt32LE(76),
      start: bytes.readUInt32LE(116),
      size: bytes.readUInt32LE(120),
    });
  }
  return entries;
}

/** Entries of one storage are a tree; each is visited once, wherever it leads. */
function rootEntries(entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  const visited = new Set<number>([0]);
  const waiting = [entries[0]?.child ?? NOTHING];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entry = entries[at];
    if (entry === undefined || visited.has(at)) continue;
    visited.add(at);
    const name = entry.name.toLowerCase();
    if (!found.has(name)) found.set(name, entry);
    waiting.push(entry.left, entry.right);
  }
  return found;
}

function damaged(fault: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `The file cannot be read: ${fault}.`,
    'Get it from its source again, or open it and save it anew as .docx or .xlsx.',
  );
}

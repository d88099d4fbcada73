/** Small .doc files for tests, written here: a compound file with the two streams that a Word document needs. */
const SECTOR = 512;
const END = 0xfffffffe;
const FREE = 0xffffffff;

/** Streams of the root storage, by name. */
export function compoundOf(streams: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(streams);
  const sectors: Buffer[] = [];
  const table: number[] = [];
  const add = (bytes: Buffer): number => {
    const first = sectors.length;
    const count = Math.max(1, Math.ceil(bytes.length / SECTOR));
    const padded = Buffer.alloc(count * SECTOR);
    bytes.copy(padded);
    for (let at = 0; at < count; at += 1) {
      sectors.push(padded.subarray(at * SECTOR, (at + 1) * SECTOR));
      table.push(at + 1 < count ? first + at + 1 : END);
    }
    return first;
  };
  const entry = (
    name: string,
    kind: number,
    start: number,
    size: number,
    right: number,
    child: number,
  ): Buffer => {
    const bytes = Buffer.alloc(128);
    bytes.write(name, 0, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, 64);
    bytes[66] = kind;
    bytes.writeUInt32LE(FREE, 68);
    bytes.writeUInt32LE(right, 72);
    bytes.writeUInt32LE(child, 76);
    bytes.writeUInt32LE(start, 116);
    bytes.writeUInt32LE(size, 120);
    return bytes;
  };
  const entries = names.map((name, at) => {
    const bytes = streams[name] as Buffer;
    return entry(name, 2, add(bytes), bytes.length, at + 1 < names.length ? at + 2 : FREE, FREE);
  });
  const directory = add(Buffer.concat([entry('Root Entry', 5, END, 0, FREE, 1), ...entries]));
  const tableSectors = Math.ceil((table.length + 2) / (SECTOR / 4 - 1));
  const tableAt = sectors.length;
  for (let at = 0; at < tableSectors; at += 1) table.push(0xfffffffd);
  const written = Buffer.alloc(tableSectors * SECTOR, 0xff);
  table.forEach((next, at) => {
    written.writeUInt32LE(next, at * 4);
  });
  const head = Buffer.alloc(SECTOR, 0);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(directory, 48);
  head.writeUInt32LE(END, 60); // no stream is small: all lie in whole sectors
  head.writeUInt32LE(END, 68);
  head.fill(0xff, 76);
  for (let at = 0; at < tableSectors; at += 1) head.writeUInt32LE(tableAt + at, 76 + at * 4);
  return Buffer.concat([head, ...sectors, written]);
}

export const sprm = (code: number, ...operand: readonly number[]): Buffer =>
  Buffer.from([code & 0xff, code >>> 8, ...operand]);

/** Places of the text, then records. */
export function placesOf(places: readonly number[], records: readonly Buffer[] = []): Buffer {
  const bytes = Buffer.alloc(places.length * 4);
  places.forEach((place, at) => {
    bytes.writeUInt32LE(place, at * 4);
  });
  return Buffer.concat([bytes, ...records]);
}

export interface DocParts {
  readonly text: string;
  /** Where the text begins to be a byte a character; at its end where not given. */
  readonly narrowFrom?: number;
  /** Stretches of the text, and how they are set. */
  readonly runs?: readonly (readonly [start: number, end: number, sprms: Buffer])[];
  /** Of the paragraphs in order, each ending in its mark. */
  readonly paragraphs?: readonly (Buffer | null)[];
  /** Further structures, by their place in the list of the head. */
  readonly structures?: Readonly<Record<number, Buffer>>;
  /** Characters of the footnotes, behind the text. */
  readonly footnotes?: number;
  /** Characters of the headers, behind both. */
  readonly headers?: number;
  /** Bytes at places of the main stream. */
  readonly loose?: Readonly<Record<number, Buffer>>;
  readonly flags?: number;
  readonly version?: number;
}

const TEXT_AT = 2048;
const MARKS = new Set(['\r', '\f', '\x07']);

export function docOf(parts: DocParts): Buffer {
  const {
    text,
    narrowFrom = text.length,
    runs = [],
    paragraphs = [],
    structures = {},
    footnotes = 0,
    headers = 0,
  } = parts;
  const narrowAt = TEXT_AT + narrowFrom * 2;
  const offsetOf = (place: number): number =>
    place <= narrowFrom ? TEXT_AT + place * 2 : narrowAt + (place - narrowFrom);
  const bytes = Buffer.concat([
    Buffer.from(text.slice(0, narrowFrom), 'utf16le'),
    Buffer.from(text.slice(narrowFrom), 'latin1'),
  ]);
  const pageAt = Math.ceil((TEXT_AT + bytes.length) / SECTOR);
  const ends = [...text].flatMap((character, at) => (MARKS.has(character) ? [at + 1] : []));
  const characterEnds = [
    ...new Set([0, ...runs.map(([start]) => start), ...runs.map(([, end]) => end), text.length]),
  ].sort((one, other) => one - other);
  const characters = characterEnds
    .slice(0, -1)
    .map((place) => runs.find(([start]) => start === place)?.[2] ?? null);
  const main = Buffer.alloc((pageAt + 2) * SECTOR);
  bytes.copy(main, TEXT_AT);
  for (const [place, loose] of Object.entries(parts.loose ?? {})) loose.copy(main, Number(place));
  fillPage(main.subarray(pageAt * SECTOR), characterEnds.map(offsetOf), 1, characters);
  const styled = ends.map((_, at) => Buffer.concat([Buffer.from([0, 0]), paragraphs[at] ?? Buffer.alloc(0)]));
  fillPage(main.subarray((pageAt + 1) * SECTOR), [0, ...ends].map(offsetOf), 13, styled);

  const piece = (offset: number): Buffer => {
    const descriptor = Buffer.alloc(8);
    descriptor.writeUInt32LE(offset, 2);
    return descriptor;
  };
  const isSplit = narrowFrom < text.length;
  const pieces = placesOf(isSplit ? [0, narrowFrom, text.length] : [0, text.length], [
    piece(TEXT_AT),
    ...(isSplit ? [piece(narrowAt * 2 + 0x40000000)] : []),
  ]);
  const length = Buffer.alloc(5);
  length[0] = 2;
  length.writeUInt32LE(pieces.length, 1);
  const page = (number: number): Buffer => placesOf([TEXT_AT, offsetOf(text.length), number]);
  const all: Readonly<Record<number, Buffer>> = {
    12: page(pageAt),
    13: page(pageAt + 1),
    33: Buffer.concat([length, pieces]),
    ...structures,
  };
  const table: Buffer[] = [];
  let at = 0;
  for (const [index, structure] of Object.entries(all)) {
    main.writeUInt32LE(at, 154 + Number(index) * 8);
    main.writeUInt32LE(structure.length, 158 + Number(index) * 8);
    table.push(structure);
    at += structure.length;
  }
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(parts.version ?? 0xc1, 2);
  main.writeUInt16LE(0x200 | (parts.flags ?? 0), 10);
  main.writeInt32LE(text.length - footnotes - headers, 76);
  main.writeInt32LE(footnotes, 80);
  main.writeInt32LE(headers, 84);
  return compoundOf({ WordDocument: main, '1Table': Buffer.concat(table) });
}

/** From both ends: where the runs lie, and (from behind) what is said of them. */
function fillPage(
  page: Buffer,
  offsets: readonly number[],
  each: number,
  said: readonly (Buffer | null)[],
): void {
  let from = SECTOR - 1;
  page[SECTOR - 1] = said.length;
  offsets.forEach((offset, at) => {
    page.writeUInt32LE(offset, at * 4);
  });
  said.forEach((bytes, at) => {
    if (bytes === null) return;
    const isParagraph = each === 13;
    const padded = isParagraph && bytes.length % 2 === 0 ? Buffer.concat([bytes, Buffer.alloc(1)]) : bytes;
    from -= padded.length + 1;
    from -= from % 2;
    page[from] = isParagraph ? (padded.length + 1) / 2 : bytes.length;
    padded.copy(page, from + 1);
    page[offsets.length * 4 + at * each] = from / 2;
  });
}

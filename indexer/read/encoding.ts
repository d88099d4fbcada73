/**
 * Bytes → text: UTF-8 (with or without BOM), UTF-16 with BOM, GB18030, Big5.
 *
 * Strict UTF-8 is tried first: text in another encoding hardly ever passes. Between GB18030 and Big5 the
 * share of common characters decides. The only file that knows iconv-lite: Node's own `big5` lacks the Hong Kong
 * characters.
 */
import iconv from 'iconv-lite';
import { PolicyError } from '../../core/errors.js';
import type { Warning } from '../../core/model.js';
import { commonCharacters } from './common-characters.js';
import { emptyFile } from './limits.js';
import { wellFormed } from './well-formed.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';

export interface DecodedText {
  /** Without BOM; well-formed UTF-16. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly warnings: readonly Warning[];
}

/** Enough to tell the encodings apart, small enough to decode twice. */
const SAMPLE_BYTES = 64 * 1024;

/** Text in another encoding read as UTF-8 has a whole character here and there by chance: a share below a tenth. */
const WHOLE_PER_INVALID = 4;

const SIGNATURES: readonly (readonly [name: string, bytes: readonly number[]])[] = [
  ['a PDF', [0x25, 0x50, 0x44, 0x46]],
  ['a ZIP archive, or a Word or Excel file', [0x50, 0x4b, 0x03, 0x04]],
  ['an old Word or Excel file', [0xd0, 0xcf, 0x11, 0xe0]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a RAR archive', [0x52, 0x61, 0x72, 0x21]],
  ['a 7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** @throws PolicyError `unreadable_file` where the bytes are no text, or no characters are in them. */
export function decode(bytes: Uint8Array): DecodedText {
  const decoded = decodeBytes(bytes);
  if (!/\S/u.test(decoded.text)) {
    if (bytes.length === 0) throw emptyFile();
    throw new PolicyError(
      'unreadable_file',
      'The file holds nothing but white space.',
      'Put the text into it, or take it out of the folder.',
    );
  }
  const { text, replaced } = wellFormed(decoded.text);
  if (replaced === 0) return decoded;
  return { ...decoded, text, warnings: [...decoded.warnings, loneSurrogates(replaced)] };
}

export function loneSurrogates(count: number): Warning {
  return {
    code: 'lone_surrogates',
    message: `${count} halves of surrogate pairs were read as U+FFFD; take the text from its source again.`,
  };
}

function decodeBytes(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes, 'utf-16be');
  refuseBinary(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8', warnings: [] };
  } catch {
    return decodeDamagedUtf8(bytes) ?? decodeLegacy(bytes);
  }
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  const invalid = text.match(/\ufffd/gu)?.length ?? 0;
  return { text, encoding, warnings: invalid === 0 ? [] : [invalidBytes(invalid, 'UTF-16')] };
}

function refuseBinary(bytes: Uint8Array): void {
  const signature = SIGNATURES.find(([, head]) => head.every((byte, at) => bytes[at] === byte));
  const what = signature?.[0] ?? (isBinary(bytes) ? 'binary data' : undefined);
  if (what === undefined) return;
  throw new PolicyError(
    'unreadable_file',
    `The file is no text but ${what}.`,
    'Save it as plain text in UTF-8, or take it out of the folder.',
  );
}

/** NUL never stands in text of the encodings we read; other control characters do, but not often. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return true;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls += 1;
  }
  return controls > 8 && controls > sample.length / 50;
}

function decodeDamagedUtf8(bytes: Uint8Array): DecodedText | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const whole = text.match(/[\u0080-\ufffc\u{10000}-\u{10ffff}]/gu)?.length ?? 0;
  const invalid = text.match(/\ufffd/gu)?.length ?? 0;
  if (whole < invalid * WHOLE_PER_INVALID) return null;
  return { text, encoding: 'utf-8', warnings: [invalidBytes(invalid, 'UTF-8')] };
}

function decodeLegacy(bytes: Uint8Array): DecodedText {
  // Pages begin with styles and scripts, which are ASCII in either.
  const from = Math.max(
    0,
    bytes.findIndex((byte) => byte >= 0x80),
  );
  const sample = Buffer.from(bytes.subarray(from, from + SAMPLE_BYTES));
  const [best] = (['gb18030', 'big5'] as const)
    .map((encoding) => ({ encoding, share: commonShare(iconv.decode(sample, encoding)) }))
    .sort((one, other) => other.share - one.share);
  if (best === undefined || best.share < 0.15) {
    throw new PolicyError(
      'unreadable_file',
      'The file is in none of the encodings we read: UTF-8, UTF-16 with a BOM, GB18030, Big5.',
      'Save it as UTF-8.',
    );
  }
  const text = iconv.decode(Buffer.from(bytes), best.encoding);
  const invalid = text.match(/\ufffd/gu)?.length ?? 0;
  const name = best.encoding === 'big5' ? 'Big5' : 'GB18030';
  return { text, encoding: best.encoding, warnings: invalid === 0 ? [] : [invalidBytes(invalid, name)] };
}

/** The name of a file in an archive, which is too short to count in: UTF-8 where it is that or says so, else GB18030, else Big5. */
export function decodeName(bytes: Uint8Array, isUtf8: boolean): string {
  if (isUtf8) return new TextDecoder('utf-8').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const read = iconv.decode(Buffer.from(bytes), 'gb18030');
    return read.includes('\ufffd') ? iconv.decode(Buffer.from(bytes), 'big5') : read;
  }
}

/** Bytes in an encoding that a page declares, by its name; null where there is none of that name, or they are not in it. */
export function decodeDeclared(bytes: Uint8Array, name: string): string | null {
  if (!iconv.encodingExists(name)) return null;
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  return text.includes('\ufffd') ? null : text;
}

/** Windows-1252, which office files have for what is not Chinese. Node's own decoder takes it for Latin-1: “ is U+0093. */
export function decodeWestern(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'windows-1252');
}

/** Of the characters outside ASCII, the share that everyday Chinese is made of. */
function commonShare(text: string): number {
  let others = 0;
  let common = 0;
  for (const character of text) {
    if (character < '\u0080') continue;
    others += 1;
    if (commonCharacters.has(character)) common += 1;
  }
  return others === 0 ? 0 : common / others;
}

function invalidBytes(count: number, encoding: string): Warning {
  return {
    code: 'invalid_bytes',
    message: `${count} invalid ${count === 1 ? 'place was' : 'places were'} read as U+FFFD: the bytes are no ${encoding}. Save the text from its source again, as UTF-8.`,
  };
}

/** The characters that two bytes write, by these bytes as one number: all in the first plane. */
export function charactersOf(
  encoding: 'gbk' | 'big5',
): readonly (readonly [code: number, character: number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let code = 0x8140; code <= 0xfefe; code += 1) {
    const character = iconv.decode(Buffer.from([code >> 8, code & 0xff]), encoding);
    const point = character.codePointAt(0) ?? 0;
    if (character.length === 1 && point >= 0x80 && point !== 0xfffd) pairs.push([code, point]);
  }
  return pairs;
}

/** Text in the code page that an old Office file names: 936, 950, 1252. */
export function decodeCodepage(bytes: Uint8Array, codepage: number): string {
  const name = `cp${codepage}`;
  return iconv.decode(Buffer.from(bytes), iconv.encodingExists(name) ? name : 'gb18030').toWellFormed();
}

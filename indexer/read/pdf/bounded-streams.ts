/**
 * What pdf.js would fill all memory with, told before it is asked: streams that grow without end when they are unpacked, and maps of
 * characters whose ranges (a byte is enough) reach over millions.
 *
 * Streams stand in the file by themselves, so they are found without reading it as a PDF. Those of an encrypted file cannot be looked into.
 */
import { createInflate, inflateSync } from 'node:zlib';

/** Of a stream that is unpacked; a page of text has a thousandth, a font a tenth. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Characters of one range; a font has no more. */
const LONGEST_RANGE = 0x1ffff;
/** Of the dictionary before a stream. */
const DICTIONARY = 1000;
/** Pictures are not unpacked at all. */
const NOT_READ = /\/Subtype\s?\/Image|\/(?:DCT|JPX|JBIG2|CCITTFax)Decode/u;

/** How a map of characters begins. */
const HEAD_OF_MAP = /begin(?:cmap|bf|cid|codespace)|CIDInit/u;

/** @returns  What is wrong, or null. */
export async function streamFault(bytes: Uint8Array): Promise<string | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', at - 3, at) === 'end') continue;
    const before = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')));
    if (NOT_READ.test(dictionary)) continue;
    const start = at + (file[at + 6] === 0x0d ? 8 : 7);
    const end = file.indexOf('endstream', start);
    const packed = file.subarray(start, end === -1 ? file.length : end);
    const layers = dictionary.match(/\/Fl(?:ate)?(?:Decode)?\b/gu)?.length ?? 0;
    const content = await unpacked(packed, Math.min(layers, 4));
    if (content === null) return 'a part of it grows without end when it is unpacked';
    if (!HEAD_OF_MAP.test(content.bytes.toString('latin1', 0, 2000))) continue;
    // pdf.js reads on behind the damage, and makes ranges of what it finds; whatever it made would be other characters.
    if (!content.isWhole) return 'the map of the characters of a font is damaged';
    if (hasEndlessRange(content.bytes)) return 'a font of it names millions of characters';
    at = Math.max(at, end);
  }
  return null;
}

interface Unpacked {
  readonly bytes: Buffer;
  /** False where it is damaged: `bytes` are then what comes out before the damage. */
  readonly isWhole: boolean;
}

/** Null where it is too large. */
async function unpacked(packed: Buffer, layers: number): Promise<Unpacked | null> {
  let bytes = packed;
  for (let layer = 0; layer < layers; layer += 1) {
    try {
      bytes = inflateSync(bytes, { maxOutputLength: MOST_BYTES });
    } catch (error) {
      if (error instanceof RangeError) return null;
      return { bytes: await undamagedPart(bytes), isWhole: false };
    }
  }
  return { bytes, isWhole: true };
}

/** Its beginning, at the most. */
function undamagedPart(packed: Buffer): Promise<Buffer> {
  return new Promise((resolve) => {
    const inflate = createInflate({ chunkSize: 1024 });
    const done = (part: Buffer): void => {
      inflate.destroy();
      resolve(part);
    };
    inflate.once('data', done);
    inflate.once('end', () => done(Buffer.alloc(0)));
    inflate.once('error', () => done(Buffer.alloc(0)));
    inflate.end(packed.subarray(0, 64 * 1024));
  });
}

const SECTION = /begin(?:bf|cid)range/gu;
const PIECE = /<\s?([0-9a-f\s]{0,40})>|\[|\]|end[a-z]{1,20}|\d{1,20}/giu;

function hasEndlessRange(content: Buffer): boolean {
  const text = content.toString('latin1');
  for (const { index } of text.matchAll(SECTION)) {
    PIECE.lastIndex = index + 12;
    let low: number | null = null;
    let place = 0;
    let isList = false;
    for (let piece = PIECE.exec(text); piece !== null && !/^end/iu.test(piece[0]); piece = PIECE.exec(text)) {
      if (piece[0] === '[' || piece[0] === ']') isList = piece[0] === '[';
      if (isList) continue;
      const value = Number.parseInt((piece[1] ?? '').replace(/\s/gu, '') || '0', 16);
      if (place % 3 === 1 && low !== null && value - low > LONGEST_RANGE) return true;
      low = place % 3 === 0 ? value : null;
      place += 1;
    }
  }
  return false;
}

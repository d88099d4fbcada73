/** The bytes of a page → text. Pages declare encodings that they are not in, so that the bytes have the last word. */
import type { Warning } from '../../../core/model.js';
import { decode, decodeDeclared } from '../encoding.js';

export interface DecodedPage {
  readonly text: string;
  readonly encoding: string;
  readonly warnings: readonly Warning[];
}

/** As browsers do: a declaration stands at the head. */
const HEAD_BYTES = 4096;
const DECLARED = /(?:charset\s{0,9}=\s{0,9}["']?|encoding\s{0,9}=\s{0,9}["'])\s{0,9}([a-z0-9_:-]{2,40})/iu;
/** Encodings that the bytes alone do not tell apart; all others `decode` knows by the bytes. */
const BY_NAME =
  /^(?:windows-(?:125\d|874)|iso-8859-\d{1,2}|koi8-[ru]|shift_jis|x-sjis|euc-(?:jp|kr)|ks_c_5601-1987|macintosh)$/u;

/** @throws PolicyError `unreadable_file` where the bytes are no text. */
export function decodePage(bytes: Uint8Array): DecodedPage {
  const wide = utf16Order(bytes);
  if (wide !== null) return decode(withMark(bytes, wide));
  const declared = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)))?.[1];
  const named = declared === undefined ? null : decodeStrictly(bytes, declared.toLowerCase());
  return named ?? decode(bytes);
}

/** UTF-16 without a mark: every other byte of the first tags is zero. */
function utf16Order(bytes: Uint8Array): 'le' | 'be' | null {
  const isMarkup = (at: number): boolean => bytes[at] === 0x3c && (bytes[at + 2] ?? 0) >= 0x21;
  if (isMarkup(0) && bytes[1] === 0 && bytes[3] === 0) return 'le';
  if (isMarkup(1) && bytes[0] === 0 && bytes[2] === 0) return 'be';
  return null;
}

function withMark(bytes: Uint8Array, order: 'le' | 'be'): Uint8Array {
  const marked = new Uint8Array(bytes.length + 2);
  marked.set(order === 'le' ? [0xff, 0xfe] : [0xfe, 0xff]);
  marked.set(bytes, 2);
  return marked;
}

/** Where the bytes are UTF-8 or not of the declared encoding, they are not read by it. */
function decodeStrictly(bytes: Uint8Array, declared: string): DecodedPage | null {
  if (!BY_NAME.test(declared) || bytes.includes(0) || isUtf8(bytes)) return null;
  const text = decodeDeclared(bytes, declared);
  if (text === null || !/\S/u.test(text)) return null;
  return { text: text.toWellFormed(), encoding: declared, warnings: [] };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

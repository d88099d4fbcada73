/** Bytes of an RTF, in the encoding of the font that they are set in. */
import { decodeWestern } from '../encoding.js';

const WESTERN = 'windows-1252';
const CODE_PAGES: ReadonlyMap<number, string> = new Map([
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => [page, `windows-${page}`] as const),
]);
const CHARSETS: ReadonlyMap<number, number> = new Map([
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [238, 1250],
]);

/** To make one costs more than to decode a paragraph. */
const decoders = new Map<string, InstanceType<typeof TextDecoder>>();
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder;
}

const DOUBLE = new Set(['shift_jis', 'gb18030', 'euc-kr', 'big5']);

/** @param charset  Of the font. @param page  Of the file: what a font without a charset of its own is read in. */
export function encodingOf(charset: number | null, page: number): string {
  const own = charset === null ? undefined : CHARSETS.get(charset);
  return CODE_PAGES.get(own ?? page) ?? WESTERN;
}

/** A Western font in a Chinese file: a byte alone is Western where it is no whole Chinese character. */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  if (encoding === WESTERN || (bytes.length === 1 && DOUBLE.has(encoding))) return decodeWestern(bytes);
  return decoderOf(encoding).decode(bytes);
}

/** Whether a byte is but the first half of a character. */
export function isLead(byte: number, encoding: string): boolean {
  return DOUBLE.has(encoding) && byte >= 0x81 && byte <= 0xfe;
}

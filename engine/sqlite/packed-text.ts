/**
 * A text as a row keeps it: in two bytes a character where that is shorter than UTF-8, as it is of Chinese by a third.
 */

export type PackedText = string | Buffer;

export function packText(text: string): PackedText {
  return isWide(text) ? Buffer.from(text, 'utf16le') : text;
}

export function isWide(text: string): boolean {
  return text.length * 2 < Buffer.byteLength(text);
}

export function unpackText(packed: PackedText): string {
  return typeof packed === 'string' ? packed : packed.toString('utf16le');
}

/**
 * Names of the fonts of a .doc, by number.
 *
 * @see  MS-DOC 2.9.286 (SttbfFfn), 2.9.83 (FFN).
 */
const NAME_AT = 40;

export function readFonts(bytes: Buffer): (number: number) => string {
  const names: string[] = [];
  for (let at = 4; at < bytes.length; ) {
    const end = at + 1 + (bytes[at] ?? 0);
    const name = bytes.toString('utf16le', Math.min(at + NAME_AT, bytes.length), Math.min(end, bytes.length));
    names.push(name.split('\0', 1)[0] ?? '');
    at = end;
  }
  return (number) => names[number] ?? '';
}

/**
 * Byte pairs of GBK and their characters. Private-use characters go back to their codes (AAA1 = U+E000), so that
 * text which was decoded one byte late can be taken back to the bytes it was.
 */
let characters: ReadonlyMap<number, string> | undefined;
let codes: ReadonlyMap<string, number> | undefined;

/** `first` 81–FE, `second` 40–FE without 7F; undefined where GBK has no character. */
export function characterOf(first: number, second: number): string | undefined {
  return table().get((first << 8) | second);
}

/** The two bytes as one number; undefined for ASCII and for what GBK has not. */
export function codeOf(character: string): number | undefined {
  codes ??= invert(table());
  return codes.get(character);
}

function table(): ReadonlyMap<number, string> {
  characters ??= readTable();
  return characters;
}

/** Of two codes for one character (U+3000 is A1A1 and A3A0) the first is the one that texts have. */
function invert(decoded: ReadonlyMap<number, string>): ReadonlyMap<string, number> {
  const inverse = new Map<string, number>();
  for (const [code, character] of decoded) if (!inverse.has(character)) inverse.set(character, code);
  return inverse;
}

function readTable(): ReadonlyMap<number, string> {
  const decoder = new TextDecoder('gb18030');
  const decoded = new Map<number, string>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(first, second));
      if ([...character].length === 1 && character !== '\ufffd')
        decoded.set((first << 8) | second, character);
    }
  }
  return decoded;
}

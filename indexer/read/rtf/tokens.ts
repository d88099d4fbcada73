/** RTF as it is written: groups, control words, text in bytes. */
export interface RtfHandler {
  open(): void;
  close(): void;
  /** `\par`, `\u8364`, `\*`, `\~`; without a number null. */
  word(name: string, number: number | null): void;
  /** `\'b9` */
  hex(byte: number): void;
  /** Bytes as they are. */
  text(bytes: Buffer): void;
}

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const SPACE = 0x20;
const MINUS = 0x2d;
const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a);
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isLineEnd = (byte: number): boolean => byte === 0x0a || byte === 0x0d || byte === 0;
const isText = (byte: number): boolean =>
  byte !== BACKSLASH && byte !== OPEN && byte !== CLOSE && !isLineEnd(byte);
/** Longer ones are no words of RTF. */
const LONGEST_WORD = 32;

export function readTokens(bytes: Buffer, handler: RtfHandler): void {
  let at = 0;
  const byteAt = (place: number): number => bytes[place] ?? 0;
  while (at < bytes.length) {
    const byte = byteAt(at);
    if (byte === OPEN) {
      handler.open();
      at += 1;
    } else if (byte === CLOSE) {
      handler.close();
      at += 1;
    } else if (byte === BACKSLASH) readControl();
    else if (isLineEnd(byte)) at += 1;
    else {
      const start = at;
      while (at < bytes.length && isText(byteAt(at))) at += 1;
      handler.text(bytes.subarray(start, at));
    }
  }

  function readControl(): void {
    const next = byteAt(at + 1);
    if (next === 0x27) {
      const value = Number.parseInt(bytes.toString('latin1', at + 2, at + 4), 16);
      if (!Number.isNaN(value)) handler.hex(value);
      at += 4;
    } else if (isLetter(next)) readWord();
    else {
      handler.word(next === 0x0a || next === 0x0d ? 'par' : String.fromCharCode(next), null);
      at += 2;
    }
  }

  function readWord(): void {
    const start = at + 1;
    at = start;
    while (isLetter(byteAt(at)) && at - start < LONGEST_WORD) at += 1;
    const name = bytes.toString('latin1', start, at);
    const numberAt = at;
    if (byteAt(at) === MINUS && isDigit(byteAt(at + 1))) at += 1;
    while (isDigit(byteAt(at)) && at - numberAt < 11) at += 1;
    const number = at === numberAt ? null : Number(bytes.toString('latin1', numberAt, at));
    if (byteAt(at) === SPACE) at += 1;
    // What follows is no text, and has bytes of all kinds.
    if (name === 'bin' && number !== null) at += Math.max(0, number);
    else handler.word(name, number);
  }
}

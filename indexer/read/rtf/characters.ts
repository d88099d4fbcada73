/** Bytes that belong together → text: the two bytes of a character may come one by one, in two ways of writing. */
import { decodeBytes, isLead } from './encodings.js';

export interface Characters {
  byte(byte: number, encoding: string): void;
  bytes(bytes: Buffer, encoding: string): void;
  /** Whether the second byte of a character is still to come. */
  isHalf(): boolean;
  /** What is written behind it is no part of what came before. */
  flush(): void;
}

export function createCharacters(print: (text: string) => void): Characters {
  let pending: number[] = [];
  let encoding = '';
  let isHalf = false;

  const flush = (): void => {
    if (pending.length > 0) print(decodeBytes(Uint8Array.from(pending), encoding));
    [pending, isHalf] = [[], false];
  };
  const byte = (value: number, its: string): void => {
    if (its !== encoding && !isHalf) flush();
    if (pending.length === 0) encoding = its;
    isHalf = !isHalf && isLead(value, encoding);
    pending.push(value);
  };
  return {
    byte,
    bytes(bytes, its) {
      for (const value of bytes) byte(value, its);
    },
    isHalf: () => isHalf,
    flush,
  };
}

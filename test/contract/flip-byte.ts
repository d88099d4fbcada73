import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** What a disk may do to a file. @param share  Where: of the whole file. */
export function flipByte(file: string, share: number, bytes = 1): void {
  const content = readFileSync(file);
  const at = Math.floor(share * (content.length - bytes));
  const flipped = content.subarray(at, at + bytes).map((byte) => byte ^ 0xff);
  const opened = openSync(file, 'r+');
  writeSync(opened, flipped, 0, bytes, at);
  closeSync(opened);
}

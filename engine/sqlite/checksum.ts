/**
 * What an index file must be, byte for byte: told apart from what a disk, a copy or a hand has made of it.
 */
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { PolicyError } from '../../core/errors.js';
import type { IndexPointer } from './pointer.js';

/** Some 0.2 ms of a thread at a time: a server reads its index through while it answers. */
const AT_A_TIME = 256 << 10;

/** CRC-32 (ISO 3309) of a file, as eight hexadecimal digits. It finds damage, not forgery. */
export async function checksumOf(file: string, signal?: AbortSignal): Promise<string> {
  let sum = 0;
  const bytes = createReadStream(file, { highWaterMark: AT_A_TIME, ...(signal && { signal }) });
  for await (const piece of bytes) {
    if (piece.length > 0) sum = crc32(piece as Buffer, sum); // of nothing, Node 20 has 0, whatever came before
  }
  return inDigits(sum);
}

/** The same of a text in UTF-8. */
export function checksumOfText(text: string): string {
  return inDigits(crc32(text));
}

const inDigits = (sum: number): string => sum.toString(16).padStart(8, '0');

/** @throws PolicyError `index_damaged` where the file is not there, or was cut: what costs nothing to know. */
export function refuseCut(folder: string, { file, bytes }: IndexPointer): void {
  const path = join(folder, file);
  let found: number | undefined;
  try {
    found = statSync(path, { throwIfNoEntry: false })?.size;
  } catch (error) {
    throw PolicyError.indexDamaged(
      path,
      `it cannot be read (${(error as NodeJS.ErrnoException).code})`,
      error,
    );
  }
  if (found === undefined) throw PolicyError.indexDamaged(folder, `it lacks ${file}, which it names`);
  if (found !== bytes) throw PolicyError.indexDamaged(path, `it has ${found} bytes, and had ${bytes}`);
}

/** Whether it was cut, emptied or taken away since it was opened: nothing may be read of it then. */
export function isCut(folder: string, { file, bytes }: IndexPointer): boolean {
  return statSync(join(folder, file), { throwIfNoEntry: false })?.size !== bytes;
}

/** Reads the file through. @throws PolicyError `index_damaged` where a byte of it has changed. */
export async function refuseChanged(
  folder: string,
  pointer: IndexPointer,
  signal?: AbortSignal,
): Promise<void> {
  refuseCut(folder, pointer);
  const path = join(folder, pointer.file);
  const found = await checksumOf(path, signal).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw PolicyError.indexDamaged(
      path,
      `it cannot be read (${(error as NodeJS.ErrnoException).code})`,
      error,
    );
  });
  if (found !== pointer.checksum) {
    throw PolicyError.indexDamaged(path, `its checksum is ${found}, and was ${pointer.checksum}`);
  }
}

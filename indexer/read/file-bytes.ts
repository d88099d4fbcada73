/** The bytes of an input, from the disk or from the archive that it was unpacked from. */
import { readFile, stat } from 'node:fs/promises';
import { emptyFile, tooLarge } from './limits.js';
import type { InputFile } from './list-files.js';

/** @throws PolicyError `unreadable_file` where there are none, or more than `limit`. */
export async function bytesOf(file: InputFile, limit: number): Promise<Buffer> {
  const { unpacked } = file;
  const size = await sizeOf(file);
  if (size === 0) throw emptyFile();
  if (size > limit) throw tooLarge(file.path, size, limit);
  return unpacked === undefined ? readFile(file.absolute) : asBuffer(unpacked.bytes);
}

export async function sizeOf({ unpacked, absolute }: InputFile): Promise<number> {
  return unpacked?.bytes.length ?? (await stat(absolute)).size;
}

/** Of the `.meta.yaml` beside it; null where there is none. */
export async function metaBytesOf(file: InputFile, limit: number): Promise<Buffer | null> {
  if (file.unpacked !== undefined) return file.unpacked.meta && asBuffer(file.unpacked.meta);
  if (file.metaPath === null) return null;
  const { size } = await stat(file.metaPath);
  if (size > limit) throw tooLarge(`${file.path}.meta.yaml`, size, limit);
  return readFile(file.metaPath);
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

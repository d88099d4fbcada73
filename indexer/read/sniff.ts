/** The first bytes of a file, and what format they make it. */
import { open, readFile } from 'node:fs/promises';
import { detectFormat, HEAD_BYTES, type InputFormat } from './detect-format.js';

/** @returns null for what is of no format that we read. @throws what the operating system says. */
export async function formatOfFile(path: string): Promise<InputFormat | null> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return await detectFormat({
      name: path,
      head: head.subarray(0, bytesRead),
      whole: async () => path,
      bytes: () => readFile(path),
    });
  } finally {
    await handle.close();
  }
}

export function formatOfBytes(name: string, bytes: Uint8Array): Promise<InputFormat | null> {
  const whole = async (): Promise<Uint8Array> => bytes;
  return detectFormat({ name, head: bytes.subarray(0, HEAD_BYTES), whole, bytes: whole });
}

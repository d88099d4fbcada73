/**
 * So many times the corpora: the same texts again under other ids, for what a larger collection costs.
 *
 * Copies are the hardest of all: each word is in as many times the clauses, so no question gets cheaper by rarity.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { CORPORA } from './corpora.js';

const ID = /^\{"id": "([^"\\]{1,200})"/;

/** Writes the copies into the folder. @returns their paths: of each copy both corpora, in order. */
export async function writeCopies(folder: string, times: number): Promise<string[]> {
  const paths: string[] = [];
  for (let copy = 0; copy < times; copy += 1) {
    for (const corpus of CORPORA) {
      const path = join(folder, `k${copy}-${basename(corpus)}`);
      const lines = createInterface({ input: createReadStream(corpus).pipe(createGunzip()) });
      await pipeline(
        Readable.from(withSuffix(lines, `-k${copy}`)),
        createGzip({ level: 1 }),
        createWriteStream(path),
      );
      paths.push(path);
    }
  }
  return paths;
}

/** @throws Error of a line that does not begin with an id: it would be the same document in every copy. */
async function* withSuffix(lines: AsyncIterable<string>, suffix: string): AsyncGenerator<string> {
  for await (const line of lines) {
    const id = ID.exec(line)?.[1];
    if (id === undefined) throw new Error(`No id at the head of ${line.slice(0, 80)}`);
    yield `{"id": "${id}${suffix}"${line.slice(`{"id": "${id}"`.length)}\n`;
  }
}

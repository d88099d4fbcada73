/** A loopback proxy before a server that keeps what passes: the payloads of a load, as the indexer sends them. */
import { createWriteStream } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { NEXT } from '../engine/meilisearch/records/settings.js';

export interface Recording {
  /** Where to send instead. */
  readonly url: string;
  /** Files with the payloads, in the order in which they came. */
  readonly payloads: readonly string[];
  close(): Promise<void>;
}

/** @param folder  For the payloads: they need not fit into memory. */
export async function recordPayloads(target: string, folder: string): Promise<Recording> {
  const payloads: string[] = [];
  const proxy = createServer((asked, answer) => {
    const { method = 'GET', url = '/', headers } = asked;
    const forwarded = request(new URL(url, target), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    forwarded.on('error', () => answer.destroy());
    asked.pipe(forwarded);
    if (method !== 'POST' || new URL(url, target).pathname !== `/indexes/${NEXT}/documents`) return;
    const file = join(folder, `payload-${payloads.length}`);
    payloads.push(file);
    asked.pipe(createWriteStream(file));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    payloads,
    close: () =>
      new Promise((resolve) => {
        proxy.close(() => resolve());
        proxy.closeAllConnections();
      }),
  };
}

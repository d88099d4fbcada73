/** Connections that ask for nothing, not to the end, or do not read: each is ended, and others are answered meanwhile. */
import { mkdtempSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './serve-seeds.js';

const TIMEOUT = 400; // ms
const LATE = 5000; // ms after which a connection that is still there is a failure
const MOST = 60;
const HOST = 'Host: localhost\r\n';

describe('slow clients', () => {
  let served: Served;
  let sockets: Socket[] = [];
  beforeAll(async () => {
    const http = {
      ...{
        headersTimeout: TIMEOUT,
        requestTimeout: TIMEOUT,
        keepAliveTimeout: TIMEOUT,
        idleTimeout: 2 * TIMEOUT,
      },
      ...{ connectionsCheckingInterval: 50, maxConnections: MOST },
    };
    served = await serve(mkdtempSync(join(tmpdir(), 'zhengsou-slow-')), { http });
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets = [];
  });
  afterAll(() => served.close());

  /** @returns what came back; rejects where the server does not end it. */
  const open = (act: (socket: Socket) => void): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(served.port, '127.0.0.1', () => act(socket));
      sockets.push(socket);
      const late = setTimeout(() => reject(new Error('still open')), LATE);
      let received = '';
      socket.on('data', (chunk) => {
        received += String(chunk);
      });
      socket.on('error', () => undefined); // reset: ended, too
      socket.on('close', () => {
        clearTimeout(late);
        resolve(received);
      });
    });
  const trickle = (socket: Socket, text: string): void => {
    const timer = setInterval(() => socket.write(text), 50);
    socket.on('close', () => clearInterval(timer));
  };

  it.each([
    // what it does                                                                        what it is told
    ['says nothing', () => undefined, /^HTTP\/1\.1 408 /],
    ['says half', (socket: Socket) => socket.write(`GET /healthz HTTP/1.1\r\n${HOST}`), /^HTTP\/1\.1 408 /],
    [
      'says a header now and then',
      (socket: Socket) => {
        socket.write(`GET /healthz HTTP/1.1\r\n${HOST}`);
        trickle(socket, 'X-Slow: 1\r\n');
      },
      /^HTTP\/1\.1 408 /,
    ],
    [
      'has its answer, and asks nothing more',
      (socket: Socket) => socket.write(`GET /healthz HTTP/1.1\r\n${HOST}\r\n`),
      /^HTTP\/1\.1 200 /,
    ],
    [
      'sends a body without an end',
      (socket: Socket) => {
        socket.write(`GET /healthz HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`);
        trickle(socket, '5\r\nhello\r\n');
      },
      /^HTTP\/1\.1 200 /,
    ],
    [
      'sends a body of a gigabyte',
      (socket: Socket) => {
        socket.write(`POST / HTTP/1.1\r\n${HOST}Content-Length: 1000000000\r\n\r\n`);
        trickle(socket, 'a'.repeat(100_000));
      },
      /^HTTP\/1\.1 405 /,
    ],
    ['has gone without a word', (socket: Socket) => socket.end(), /^(?:HTTP\/1\.1 408 |$)/],
  ] as const)('one that %s is ended', async (_, act, told) => {
    expect(await open(act)).toMatch(told);
  });

  it('many that are half open are ended, and so many at a time; then others are answered again', async () => {
    const ended = Array.from({ length: 300 }, () =>
      open((socket) => socket.write(`GET /healthz HTTP/1.1\r\n${HOST}`)),
    );
    const received = await Promise.all(ended);
    const told = received.filter((text) => text.startsWith('HTTP/1.1 408 ')).length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(300); // what came on top was closed at once
    expect((await served.get('/healthz')).status).toBe(200);
  });

  it('others are answered while many are half open, as long as there is room', async () => {
    const ended = Array.from({ length: MOST - 10 }, () => open((socket) => socket.write('GET /')));
    expect((await served.get('/healthz')).status).toBe(200);
    await Promise.all(ended);
  });
});

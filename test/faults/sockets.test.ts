/** Connections that never finish what they begin. SOCKETS=n: so many; 10,000 where nothing is said. */
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { data, run } from '../cli/command.js';
import { startServer } from '../http/start-server.js';

const SOCKETS = Number(process.env.SOCKETS ?? 10_000);
const AT_ONCE = 500; // opened side by side

const BEGUN = [
  '', // nothing at all
  'GET /api/sea',
  'GET /api/search?q=a HTTP/1.1\r\nHost: x\r\n',
  'POST /api/search HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc',
];

describe('half-open connections', () => {
  it(`${SOCKETS} of them end by themselves, and readers are answered while and after they come`, async () => {
    const index = data('sockets');
    expect((await run(['seeds', '--data', index])).code).toBe(0);
    const server = await startServer({ DATA_DIR: index });
    const { port } = new URL(server.origin);
    const open = new Set<Socket>();
    let refused = 0;
    const begin = (n: number): Promise<void> =>
      new Promise((resolve) => {
        const socket = connect(Number(port), '127.0.0.1', () => {
          socket.write(BEGUN[n % BEGUN.length] as string);
          resolve();
        });
        open.add(socket.resume()); // or its end is not heard
        socket.on('error', () => resolve());
        socket.on('close', () => {
          open.delete(socket);
          refused += 1;
        });
      });
    const statuses: number[] = [];
    const ask = async (): Promise<void> => {
      try {
        const response = await fetch(`${server.origin}/api/search?q=${encodeURIComponent('算力')}`);
        statuses.push(response.status);
        await response.text();
      } catch {
        statuses.push(0); // refused: as many as there may be are there
      }
    };
    for (let n = 0; n < SOCKETS; n += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => begin(n + i)));
      await ask();
    }
    await expect.poll(() => open.size, { timeout: 180_000, interval: 1000 }).toBe(0);
    expect(refused).toBe(SOCKETS);
    expect([...new Set(statuses)].filter((status) => status !== 0)).toEqual([200]);
    await sleep(100);
    statuses.length = 0;
    for (let n = 0; n < 20; n += 1) await ask();
    expect(statuses.every((status) => status === 200)).toBe(true);
    server.child.kill('SIGTERM');
    expect(await server.ended).toMatchObject({ code: 0, stderr: expect.not.stringContaining('"error"') });
  });
});

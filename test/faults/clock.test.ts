/** A clock that is wrong, or is set while the programs run: nothing that is answered, kept or let in hangs on it. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { data, run, write } from '../cli/command.js';
import { startServer } from '../http/start-server.js';
import { versionsIn, wholeOf, writeVersion } from './versions.js';

const YEAR = 365.25 * 24 * 3600 * 1000; // ms

/** Another clock in every thread: off by `years`, or by other years within ten at each look. */
function clock(years: number | 'jumping'): Readonly<Record<string, string>> {
  const off = years === 'jumping' ? `(Math.random() - 0.5) * ${20 * YEAR}` : String(years * YEAR);
  const code = `
    const { now } = Date;
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...args) { super(...(args.length === 0 ? [Math.floor(now() + ${off})] : args)); }
      static now() { return Math.floor(now() + ${off}); }
    };`;
  const file = join(write(`clock-${years}`, { 'clock.mjs': code }), 'clock.mjs');
  return { NODE_OPTIONS: `--import=${pathToFileURL(file).href}` };
}

describe('a clock that is wrong', () => {
  it.each([-56, -5, 40, 'jumping'] as const)(
    'by %s years: indexed, brought up to date, served',
    async (years) => {
      const environment = clock(years);
      const index = data(`clocked-${years}`);
      const first = writeVersion(`laws-${years}`, 30, '甲子版');
      expect(await run([first, '--data', index], { environment })).toMatchObject({ code: 0 });
      const server = await startServer({ DATA_DIR: index, ...environment, RATE_LIMIT: '50' });
      const ask = async (q: string): Promise<unknown> => {
        const response = await fetch(`${server.origin}/api/search?q=${encodeURIComponent(q)}`);
        return response.status === 200
          ? ((await response.json()) as { total: number }).total
          : response.status;
      };
      expect(await ask('规定')).toBe(300);
      const again = await run([first, '--data', index, '--update']); // by the right clock
      expect(again).toMatchObject({ code: 0, stderr: expect.stringContaining('30 unchanged') });
      writeVersion(`laws-${years}`, 31, '甲子版');
      expect(await run([first, '--data', index, '--update'], { environment })).toMatchObject({ code: 0 });
      expect(await versionsIn(index)).toEqual(wholeOf(31, '甲子版'));
      await expect.poll(() => ask('规定'), { timeout: 5000 }).toBe(310); // a new index within two seconds
      for (let n = 0; n < 20; n += 1) expect(await ask(`规定 ${n}`)).toBeTypeOf('number');
      server.child.kill('SIGTERM');
      expect(await server.ended).toMatchObject({ code: 0 });
    },
  );

  it('a reader who has asked too much is let in again after a minute, though the clock was set back by a year', async () => {
    const index = data('clocked-limit');
    expect(await run([writeVersion('limited', 3, '甲子版'), '--data', index])).toMatchObject({ code: 0 });
    // A year ahead, until it is told to set it.
    const code = `
      const { now } = Date; const Real = Date;
      let off = ${YEAR};
      process.on('SIGUSR2', () => { off = 0; });
      globalThis.Date = class extends Real {
        constructor(...args) { super(...(args.length === 0 ? [Math.floor(now() + off)] : args)); }
        static now() { return Math.floor(now() + off); }
      };`;
    const file = join(write('clock-back', { 'clock.mjs': code }), 'clock.mjs');
    const environment = { NODE_OPTIONS: `--import=${pathToFileURL(file).href}`, RATE_LIMIT: '3' };
    const server = await startServer({ DATA_DIR: index, ...environment });
    const statuses: number[] = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await fetch(`${server.origin}/api/facets`)).status);
    expect(statuses).toContain(429);
    server.child.kill('SIGUSR2');
    const isIn = async (): Promise<boolean> => (await fetch(`${server.origin}/api/facets`)).status !== 429;
    await expect.poll(isIn, { timeout: 90_000, interval: 5000 }).toBe(true);
    server.child.kill('SIGTERM');
    await server.ended;
  });
});

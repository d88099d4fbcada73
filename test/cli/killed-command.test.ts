import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import { data, fingerprint, run, write } from './command.js';

async function documents(index: string): Promise<number> {
  const engine = openEngine({ engine: 'sqlite', dataFolder: index });
  const { documents } = await engine.status();
  await engine.close();
  return documents;
}

describe('a run that is killed', () => {
  it('leaves the old index serving, byte for byte, at whatever moment it dies', async () => {
    const index = data('killed');
    const many = write('many', {
      'laws.jsonl': Array.from({ length: 1500 }, (_, i) =>
        JSON.stringify({
          id: `law-${i}`,
          title: `第${i}号条例`,
          text: `第一条 条例${i}。\n\n第二条 规定${i * 7}。`.repeat(5),
        }),
      ).join('\n'),
    });
    const times: number[] = [];
    for (const _ of [1, 2]) {
      const started = performance.now();
      await run([many, '--data', index]);
      times.push(performance.now() - started);
    }
    const whole = Math.min(...times);
    await run(['seeds', '--data', index]);
    let killed = 0;
    for (const update of [[], ['--update']]) {
      // Two moments a run of all tests, others each time.
      for (const share of [0.2, 0.55]) {
        const before = fingerprint(index);
        const { code } = await run([many, '--data', index, ...update], {
          killAfter: whole * (share + Math.random() * 0.3),
        });
        if (code === null && fingerprint(index) === before) {
          killed += 1;
        } else {
          // it was faster than its killer: to its end, or past the swap, and then the new index is whole
          expect(await documents(index)).toBe(update.length > 0 ? 1505 : 1500);
          await run(['seeds', '--data', index]);
        }
        expect(await documents(index)).toBe(5);
      }
    }
    expect(killed).toBeGreaterThan(1);
    const { code } = await run([many, '--data', index]);
    expect(code).toBe(0);
    expect(readdirSync(index).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  }, 180_000);
});

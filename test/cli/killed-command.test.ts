import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openEngine } from '../../engine/open.js';
import { data, fingerprint, run, write } from './command.js';

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
      for (const share of [0.15, 0.35, 0.55, 0.75]) {
        const before = fingerprint(index);
        const { code } = await run([many, '--data', index, ...update], {
          killAfter: whole * (share + Math.random() * 0.1),
        });
        if (code === null) {
          killed += 1;
          expect(fingerprint(index)).toBe(before);
        } else {
          await run(['seeds', '--data', index]); // it was faster than its killer
        }
      }
    }
    expect(killed).toBeGreaterThan(2);
    const engine = openEngine({ engine: 'sqlite', dataFolder: index });
    expect((await engine.status()).documents).toBe(5);
    await engine.close();
    const { code } = await run([many, '--data', index]);
    expect(code).toBe(0);
    expect(readdirSync(index).filter((name) => name.endsWith('.sqlite'))).toHaveLength(1);
  }, 90_000);
});

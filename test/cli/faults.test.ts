import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { data, notice, run, write } from './command.js';

/** Faults of ours, planted: a thread stumbles over a text that holds the word, or dies of it. */
const FAULTS = `
import { isMainThread } from 'node:worker_threads';
const normalize = String.prototype.normalize;
const endless = (n) => endless(n + 1) + 1;
if (!isMainThread) {
  String.prototype.normalize = function (form) {
    if (this.includes('失足')) undefined.stumble;
    if (this.includes('无底')) endless(0);
    if (this.includes('暴毙')) process.exit(7);
    return normalize.call(this, form);
  };
}`;

describe('what fails', () => {
  const folder = write('faults', {
    ...{ '1.txt': notice('甲'), '2.txt': notice('失足'), '3.txt': notice('乙'), '4.txt': notice('暴毙') },
    ...{ '5.txt': notice('丙'), '6.txt': notice('无底'), '7.txt': notice('丁') },
  });
  const fault = (code: string): Readonly<Record<string, string>> => {
    const file = join(write('planted', { 'fault.mjs': code }), 'fault.mjs');
    return { NODE_OPTIONS: `--import=${pathToFileURL(file).href}` };
  };

  it('costs the document alone that it fails over, with a stack in the report', async () => {
    const report = data('faults.json');
    const args = [folder, '--data', data('faults-index'), '--report', report];
    const { code, stdout, stderr } = await run(args, { environment: fault(FAULTS) });
    expect(stdout).toMatch(/^4 documents, \d+ clauses, 3 skipped/);
    expect(stderr).toMatch(
      /skipped .*2\.txt could not be indexed, by a fault of ours \(TypeError: .*stumble/,
    );
    expect(code).toBe(1);
    const { skipped } = JSON.parse(readFileSync(report, 'utf8'));
    expect(skipped.map(({ path }: { path: string }) => path.at(-5)).sort()).toEqual(['2', '4', '6']);
    for (const one of skipped) {
      expect(one).toMatchObject({ code: 'internal_error', remedy: expect.stringContaining('report') });
    }
    expect(skipped[0].stack).toContain('normalize');
  });

  it.each([
    ['elsewhere', `JSON.stringify = () => { throw new TypeError('planted'); };`],
    ['that nobody waits for', `setTimeout(() => { throw new TypeError('planted'); }, 300);`],
  ])('%s, it exits with 2 and prints what a report needs', async (_, code) => {
    const main = `import { isMainThread } from 'node:worker_threads'; if (isMainThread) { ${code} }`;
    const index = data('unmade-index');
    const environment = fault(main);
    const { code: exit, stderr } = await run([folder, '--data', index, '--update'], { environment });
    expect(stderr).toMatch(
      /fault of ours, not of your files; the index is unchanged\.\n.*report.*\nTypeError: planted\n +at /s,
    );
    expect(exit).toBe(2);
    expect(existsSync(join(index, 'current.json'))).toBe(false);
  });

  it('200,000 broken lines are skipped one by one, and said in a few', async () => {
    const lines = [
      JSON.stringify({ title: '甲', text: '甲。' }),
      ...Array.from({ length: 200_000 }, () => '{"title"'),
    ];
    const many = write('many-broken', { 'laws.jsonl': lines.join('\n') });
    const report = data('many-broken.json');
    const { code, stdout, stderr } = await run([many, '--dry-run', '--report', report]);
    expect(stdout).toMatch(/^1 documents, 2 clauses, 200000 skipped/);
    expect(stderr.split('\n').length).toBeLessThan(50);
    expect(stderr).toContain('… and 199980 more; the report lists all.');
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(report, 'utf8')).skipped).toHaveLength(200_000);
  }, 120_000);

  it('values that could not be used are counted by field', async () => {
    const line = (more: object): string => JSON.stringify({ title: '甲', text: '甲。', ...more });
    const given = write('given', {
      'laws.jsonl': [
        line({ id: '1', publishedOn: 'soon', source: { url: 'ftp://a' } }),
        line({ id: '2', publishedOn: '2023-02-31' }),
        line({ id: '3', publishedOn: '2023-02-01' }),
      ].join('\n'),
    });
    const { code, stderr } = await run([given, '--dry-run']);
    expect(stderr).toContain(
      '3 values could not be used: publishedOn 2, source.url 1; --report <file.json> lists them.\n',
    );
    expect(code).toBe(0);
  });
});

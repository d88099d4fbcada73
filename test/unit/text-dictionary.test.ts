import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DictionaryFiles, withCommonWords } from '../../core/text/dictionary.js';
import { POLICY_WORDS } from '../../core/text/policy-words.js';

const folder = mkdtempSync(join(tmpdir(), 'zhengsou-dictionary-'));
const whole = join(folder, 'whole');
const place = process.env.TMPDIR;

afterEach(() => {
  if (place === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = place;
});

describe('the words that are loaded', () => {
  it.each([
    // line of the dictionary   is loaded
    ['管理 12345 vn', true],
    ['养犬 10 v', true],
    ['琴瑟和谐 9 n', false],
    ['行政处罚 3 n', true], // rare in news, a term of policy texts
    ['数据安全 9 n', true],
    ['一万一千五百二十颗 2 m', false],
    ['AT&T 3 nz', false],
    ['5G 12 n', true],
    ['𠮷野家 12 nz', true],
    ['𠮷 1 nz', false],
  ])('%s: %s', (line, isLoaded) => {
    writeFileSync(whole, `的 318825 uj\n${line}\n了 883634 ul\n`);
    withCommonWords(whole, (files) => {
      const words = readFileSync(files?.dict ?? '', 'utf8').split('\n');
      expect(words).toEqual(['的 318825 uj', ...(isLoaded ? [line] : []), '了 883634 ul', '']);
      expect(readFileSync(files?.idfDict ?? '', 'utf8')).toMatch(/^\S+ \d+\n$/);
    });
  });

  it('are those that the dictionary has met ten times, and the policy words that it has met less often', () => {
    const { DEFAULT_DICT } = nodejieba as typeof nodejieba & { readonly DEFAULT_DICT: string };
    const counts = new Map(
      readFileSync(DEFAULT_DICT, 'utf8')
        .split('\n')
        .map((line) => line.split(' '))
        .map(([word = '', count]) => [word, Number(count)]),
    );
    expect([...POLICY_WORDS].filter((word) => !((counts.get(word) ?? 0) > 0))).toEqual([]); // of the dictionary
    expect([...POLICY_WORDS].filter((word) => (counts.get(word) ?? 0) >= 10)).toEqual([]); // else they stay anyway
    withCommonWords(DEFAULT_DICT, (files) => {
      const loaded = readFileSync(files?.dict ?? '', 'utf8')
        .trimEnd()
        .split('\n');
      expect(loaded).toHaveLength(108_699);
    });
  });

  it('leave no file behind, whatever happens while they are loaded', () => {
    let seen: DictionaryFiles | null = null;
    const load = (): void =>
      withCommonWords(whole, (files) => {
        seen = files;
        throw new Error('not loaded');
      });
    expect(load).toThrow('not loaded');
    expect(existsSync((seen as DictionaryFiles | null)?.dict ?? folder)).toBe(false);
  });

  it('are all of them where no file can be written, and that is told with what to do', async () => {
    const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    process.env.TMPDIR = join(folder, 'nowhere');
    const use = vi.fn();
    withCommonWords(whole, use);
    expect(use.mock.calls).toEqual([[null]]);
    expect(String(warn.mock.calls[0]?.[0])).toMatch(/nowhere \(ENOENT\).*TMPDIR/);
    expect(readdirSync(folder)).toEqual(['whole']);
    warn.mockRestore();
    rmSync(folder, { recursive: true });
  });
});

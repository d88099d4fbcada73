import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nodejieba from 'nodejieba';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type DictionaryFiles, withCommonWords } from '../../core/text/dictionary.js';
import { POLICY_TERMS } from '../../core/text/policy-terms.js';
import { POLICY_WORDS } from '../../core/text/policy-words.js';
import { segment } from '../../core/text/segment.js';

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
      const ofJieba = words.filter((word) => !POLICY_TERMS.has(word.split(' ')[0] ?? ''));
      expect(ofJieba).toEqual(['的 318825 uj', ...(isLoaded ? [line] : []), '了 883634 ul', '']);
      expect(words.length - ofJieba.length).toBe(POLICY_TERMS.size);
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
      expect(loaded).toHaveLength(110_288);
      expect(loaded.filter((line) => !/^\S+ \d+ [a-z]+$/.test(line))).toEqual([]);
      expect(new Set(loaded.map((line) => line.split(' ')[0])).size).toBe(loaded.length);
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

describe('terms of policy', () => {
  it('are 1,500 and more, of two to six characters each, and none that is loaded without them', () => {
    expect(POLICY_TERMS.size).toBeGreaterThanOrEqual(1500);
    expect([...POLICY_TERMS].filter((term) => !/^\p{Script=Han}{2,6}$/u.test(term))).toEqual([]);
    expect([...POLICY_TERMS].filter((term) => POLICY_WORDS.has(term))).toEqual([]);
  });

  it('stay whole, each alone', () => {
    expect([...POLICY_TERMS].filter((term) => segment(term).length > 1)).toEqual([]);
  });

  it.each([
    ['推动数据要素市场化配置', '推动 数据要素 市场化 配置'],
    ['发展大模型产业', '发展 大模型 产业'],
    ['建设国家人工智能创新应用先导区', '建设 国家 人工智能 创新 应用 先导区'],
    ['实行揭榜挂帅', '实行 揭榜挂帅'],
    ['发放科技创新券', '发放 科技创新券'],
    ['申请加计扣除的高新技术企业', '申请 加计扣除 的 高新技术企业'],
    // what only looks like a term
    ['扩大模型的规模', '扩大 模型 的 规模'],
    ['公文旅行', '公文 旅行'],
    ['暂缓缴费', '暂缓 缴费'],
    ['减免学费', '减免 学费'],
    ['保证人民群众的生活', '保证 人民 群众 的 生活'],
    ['善用能源', '善用 能源'],
    ['企业诚信创建', '企业 诚信 创建'],
    ['历史建筑物', '历史 建筑物'],
    // said of a term, and no term
    ['科技成果转化', '科技成果 转化'],
    ['农民工返乡', '农民工 返乡'],
  ])('%s', (text, words) => {
    expect(segment(text).join(' ')).toBe(words);
  });
});

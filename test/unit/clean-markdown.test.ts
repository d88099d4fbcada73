import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawDocument } from '../../bench/raw-document.js';
import { clean } from '../../indexer/clean/clean.js';
import { parseDocument } from '../../indexer/parse-document.js';

const read = (raw: string) => clean(raw, { kind: 'text', isMarkdown: true });

describe('a Markdown file', () => {
  it.each([
    ['# 成都市加快产业发展的通知\n\n各区政府：', '成都市加快产业发展的通知\n各区政府：'],
    ['成都市加快产业发展的通知\n===\n\n各区政府：', '成都市加快产业发展的通知\n各区政府：'],
    ['# 通知 #\r\n\r\n正文。', '通知\n正文。'],
    ['根据[国家](https://example.org/a "标题")部署。', '根据国家部署。'],
    [
      '根据<https://example.org/a>和 https://example.org/b 。',
      '根据https://example.org/a和 https://example.org/b 。',
    ],
    ['**加快**发展，*推动*创新，~~取消~~，`代码`。', '加快发展，推动创新，取消，代码。'],
    ['**强调：**后文。', '强调：后文。'],
    ['[**国家**](https://example.org/a)', '国家'],
    ['\\*星号\\*', '*星号*'],
    ['![图](a.png)正文。', '正文。'],
    ['- 甲；\n- [乙](b)。', '•甲；\n•乙。'],
    ['- 一、甲。\n- 二、乙。', '一、甲。\n二、乙。'],
    ['1. 甲。\n2. 乙。', '1. 甲。\n2. 乙。'],
    ['| 指标 | 数 |\n|:--|--:|\n| 企业 | **100** |', '指标\t数\n企业\t100'],
    ['> 甲。\n> 乙。', '甲。\n乙。'],
    ['甲。\n\n---\n\n乙。', '甲。\n乙。'],
    ['```\n甲\n```\n乙。', '甲\n乙。'],
    ['# 题\n\n## 总体要求\n\n甲。\n\n## 一、任务', '题\n## 总体要求\n甲。\n一、任务'],
  ])('%j', (raw, text) => {
    expect(read(raw).text).toBe(text);
  });

  it('leads back to what was written', () => {
    const raw = '# 题\n\n根据[国家](https://example.org/a)**部署**。';
    const { text, toRaw } = read(raw);
    const at = text.indexOf('国家');
    const { start, end } = toRaw({ start: at, end: at + 2 });
    expect(raw.slice(start, end)).toBe('国家');
  });

  it('loses no character of the text and never leads backwards', () => {
    const piece = fc.constantFrom(
      '# ',
      '**',
      '*',
      '[',
      '](a)',
      '甲',
      '乙。',
      '\n',
      '- ',
      '| ',
      '`',
      '> ',
      '1. ',
      '\\',
      '~~',
      '![',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (parts) => {
        const raw = parts.join('');
        const { text, toRaw } = read(raw);
        let before = 0;
        for (let at = 0; at < text.length; at += 1) {
          const { start } = toRaw({ start: at, end: at + 1 });
          expect(start).toBeGreaterThanOrEqual(before);
          before = start;
        }
      }),
    );
  });

  it.each(['*a ', '[', '**a', '- ', '> ', '|a', '`', '# ', '![[', '\\\\', '<a', '_a_', '  - a\n', '**a\n'])(
    'of 200,000 times %j is read in seconds',
    (part) => {
      const started = performance.now();
      read(part.repeat(200_000 / part.length));
      expect(performance.now() - started).toBeLessThan(5_000);
    },
  );

  it('is one by its name', () => {
    const of = (path: string) =>
      parseDocument(
        { ...rawDocument('# 某市通知\n\n正文是一句话。', { path }), kind: 'text' },
        '',
      ).clauses.some(({ text }) => text.includes('#'));
    expect(of('a.md')).toBe(false);
    expect(of('a.txt#b.md')).toBe(false);
  });
});

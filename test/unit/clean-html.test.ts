import { describe, expect, it } from 'vitest';
import { clean } from '../../indexer/clean/clean.js';

describe('what is left of HTML in a text', () => {
  it.each([
    ['<p style="text-indent:2em">甲。</p><p>乙。</p>', '甲。\n乙。'],
    ['关于加强&ldquo;档案&rdquo;管理工作的通知', '关于加强“档案”管理工作的通知'],
    ['甲&nbsp;乙&mdash;&mdash;丙&hellip;&#8220;丁&#x201d;', '甲 乙——丙…“丁”'],
    ['&amp;ldquo;档案&amp;rdquo;', '“档案”'],
    ['<div>某市人民政府<br/>2023年6月30日</div>', '某市人民政府\n2023年6月30日'],
    ['<span lang="EN-US">AI</span><b>发展</b><o:p></o:p>', 'AI发展'],
    ['根据<a href="https://example.org/a">国家</a>部署。', '根据国家部署。'],
    ['<script>var a = "<p>";</script>甲。<style>p {}</style><!-- 乙 -->', '甲。'],
    [
      '<table><tr><td>指标</td><td>数</td></tr><tr><td>企业</td><td>100</td></tr></table>',
      '指标\t数\n企业\t100',
    ],
    ['<P>甲。</P>\n<P>乙。</P>', '甲。\n乙。'],
    // no HTML
    ['A&B，x < 5 且 y > 3。', 'A&B，x < 5 且 y > 3。'],
    ['见<办法>第三条，<<通知>>。', '见<办法>第三条，<<通知>>。'],
    ['按<a 甲>、<b\n乙>两类。', '按<a 甲>、<b\n乙>两类。'],
    ['<a （甲）>、<i 1.乙>、<p 第1条>、<b - 丙>', '<a （甲）>、<i 1.乙>、<p 第1条>、<b - 丙>'],
    ['<a href="x" 甲>乙', '<a href="x" 甲>乙'],
    ['<s = 甲 乙>丙', '<s = 甲 乙>丙'],
    // Chinese as a value
    ['<a title="甲 乙" href=x>丙</a>', '丙'],
    ["<font face=宋体 color='红 色'>丙</font>", '丙'],
    ['<span style="font-family:宋体>丙</span>', '丙'],
    ['R&D;甲', 'R&D;甲'],
    ['<!-- 没有结尾', '没有结尾'],
  ])('%j', (raw, text) => {
    expect(clean(raw, { kind: 'jsonl' }).text).toBe(text);
    expect(clean(raw, { kind: 'text' }).text).toBe(text);
  });

  it('leads back to what was written', () => {
    const raw = '<p>加强&ldquo;档案&rdquo;管理</p>';
    const { text, toRaw } = clean(raw, { kind: 'text' });
    const at = text.indexOf('档案');
    expect(toRaw({ start: at, end: at + 2 })).toEqual({
      start: raw.indexOf('档案'),
      end: raw.indexOf('档案') + 2,
    });
    expect(toRaw({ start: at - 1, end: at })).toEqual({ start: 5, end: 12 });
  });

  it.each(['<!--', '<script>', '<p ', '<p>', '&#', '&ldquo', '<td>甲', '<'])(
    'takes %j 100,000 times',
    (part) => {
      const started = performance.now();
      clean(part.repeat(100_000), { kind: 'jsonl' });
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );
});

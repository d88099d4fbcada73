import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert, toTraditional } from '../../core/text/convert.js';
import { fold } from '../../core/text/fold.js';
import { highlight, shownIn } from '../../server/answer/highlight.js';

const original = shownIn('original', 'hans');
const marked = (text: string, phrases: readonly string[], shown = original): string =>
  highlight(
    text,
    phrases.map((phrase) => fold(phrase)),
    shown,
    'hans',
  )
    .map((fragment) => (fragment.match ? `[${fragment.text}]` : fragment.text))
    .join('');

describe('highlight', () => {
  it.each([
    // text                         asked                    marked
    ['推动算力发展', ['算力'], '推动[算力]发展'],
    ['推進無人機、无人机', ['无人机'], '推進[無人機]、[无人机]'],
    ['推進５Ｇ網絡和15G', ['5G'], '推進[５Ｇ]網絡和15G'],
    ['行政处罚法', ['行政处罚', '处罚法'], '[行政处罚法]'],
    ['环境保护', ['环境', '保护'], '[环境保护]'],
    ['环境和保护', ['保护', '环境'], '[环境]和[保护]'],
    ['計\n畫外', ['计划'], '[計\n畫]外'],
    ['纳税人缴税', ['税'], '纳[税]人缴[税]'],
    ['算力', ['算力'], '[算力]'],
    ['无关', ['算力'], '无关'],
    ['无关', [], '无关'],
    ['', ['算力'], ''],
    ['😀算力\ud800', ['算力'], '😀[算力]\ud800'],
  ])('%j', (text, asked, expected) => {
    expect(marked(text, asked)).toBe(expected);
  });

  it('shows the script asked for, and leaves a text that is in it as it was printed', () => {
    expect(marked('推動無人機應用', ['无人机'], shownIn('hans', 'hant'))).toBe('推动[无人机]应用');
    expect(marked('推动无人机应用', ['无人机'], shownIn('hant', 'hans'))).toBe('推動[無人機]應用');
    expect(marked('皇后，天後', ['天后'], shownIn('hant', 'hant'))).toBe('皇后，[天後]');
  });

  it('converts a text as a whole, not by fragment', () => {
    // 发 is 髮 in 头发 only; marked alone it would come out as 發.
    expect(marked('理头发', ['发'], shownIn('hant', 'hans'))).toBe(`理頭[${[...toTraditional('头发')][1]}]`);
  });

  it('joined, is the shown text, in either script, with fragments of each kind in turn', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'推動无人機应用5G，。 \n😀𠀀里发后', '\ud800', '\udc00'),
    });
    fc.assert(
      fc.property(
        text,
        fc.array(text, { maxLength: 3 }),
        fc.constantFrom('hans', 'hant', 'original'),
        (a, asked, script) => {
          const shown = shownIn(script as 'hans', script === 'hans' ? 'hant' : 'hans');
          const fragments = highlight(
            a,
            asked.map((phrase) => fold(phrase)),
            shown,
            script === 'hans' ? 'hant' : 'hans',
          );
          expect(fragments.map((fragment) => fragment.text).join('')).toBe(shown(a));
          for (const [i, fragment] of fragments.entries()) {
            expect(fragment.text).not.toBe('');
            expect(fragment.match).not.toBe(fragments[i + 1]?.match);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(convert('里')).toBe('里');
  });
});

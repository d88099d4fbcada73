/** Texts that want to be read as something else: what is in no citation, and what stays text in each. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../../server/cite/cite.js';
import { citeAs, inEveryStyle, makeClause, makeDocument } from './cite-cases.js';

const codes = (...ranges: readonly (readonly [number, number])[]): string[] =>
  ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, n) => String.fromCodePoint(first + n)),
  );

/** Marks of direction, and what else shows nothing: joiners, fillers, tags, annotations, controls. */
const DIRECTION = codes([0x202a, 0x202e], [0x2066, 0x2069], [0x200e, 0x200f], [0x61c, 0x61c]);
const UNSEEN = [
  ...DIRECTION,
  ...codes([0x200b, 0x200d], [0x2060, 0x2065], [0x206a, 0x206f], [0xfff9, 0xfffb], [0xe0000, 0xe007f]),
  ...['\u00ad', '\u034f', '\u115f', '\u1160', '\u17b4', '\u180e', '\u3164', '\uffa0', '\ufeff'],
];
const CONTROLS = codes([0, 9], [11, 31], [127, 159]);

describe('what cannot be seen is in no citation', () => {
  // Loads the dictionary of readings, which takes longer than any of these.
  beforeAll(() => void inEveryStyle(makeDocument({})));

  it.each([...UNSEEN, ...CONTROLS].map((mark) => [(mark.codePointAt(0) ?? 0).toString(16), mark]))(
    'U+%s',
    (_, mark) => {
      const hidden = `关于${mark}甲的通知`;
      const document = makeDocument({
        title: hidden,
        titleEn: `On${mark}A`,
        issuingBodies: [`国${mark}务院`],
        documentNumber: { text: `国发${mark}〔2025〕11号`, issuerCode: '国发', year: 2025, serial: '11' },
        type: `通${mark}知`,
        source: { name: `政府${mark}网`, url: `https://www.gov.cn/a${mark}b` },
      });
      const clause = makeClause(`第${mark}一条`, `第一条 ${mark}甲。\n乙${mark}。`);
      for (const [style, text] of Object.entries(inEveryStyle(document, clause))) {
        const lines = text.replaceAll('\r\n', '\n'); // RIS ends its lines so
        expect([style, lines.includes(mark)]).toEqual([style, false]);
      }
      expect(JSON.stringify(citeAs('markdown', document, clause).parts)).not.toContain(mark);
    },
  );

  it.each([
    // what was published                  what is cited
    ['通\u202e知\u202c', '通知'],
    ['a\u200bb\ufeffc', 'abc'],
    ['甲\u0000\u001b乙', '甲 乙'],
    ['行\n行\u2028行\t行', '行 行 行 行'],
    ['\u2067\u202e', ''],
    // what is seen stays: variants of a character, private use, right-to-left letters
    ['葛\u{e0100}城', '葛\u{e0100}城'],
    ['❤\ufe0f', '❤\ufe0f'],
    ['\ue1a2奈', '\ue1a2奈'],
    ['שלום', 'שלום'],
    ['\ud800甲', '\ufffd甲'],
  ])('%j is cited as 《%s》', (title, cited) => {
    expect(citeAs('plain', makeDocument({ title })).text).toBe(`《${cited}》，无链接`);
  });

  it('the quotation keeps its paragraphs and its wide spaces', () => {
    const clause = makeClause('', '\u3000\u3000甲\u202e\r\n乙\t丙\u2029丁\u0007。');
    expect(citeAs('plain', makeDocument({}), clause).text).toBe('“甲\n乙 丙\n丁。” ——《通知》，无链接');
  });
});

describe('the parts of a citation', () => {
  const LINK = 'https://www.gov.cn/a_(1).htm';
  const source = { name: null, url: LINK };
  const LURES = [
    '关于[查看全文](http://evil.example/x)的通知',
    '![图](http://evil.example/x.png)',
    '<http://evil.example/>',
    'http://evil.example/x',
    '[甲]: http://evil.example/x "乙"',
    '[[甲](http://a.example)](http://b.example)',
    '\\[甲](http://evil.example/\\)',
    '<a href="http://evil.example">甲</a>',
    `](${LINK}) [甲`,
  ];

  it.each(LURES)('%s is text', (lure) => {
    const document = makeDocument({ title: lure, issuingBodies: [lure], source });
    const clause = makeClause('一、', `一、${lure}\n${lure}`);
    for (const style of ['plain', 'markdown'] as const) {
      const { link, quotation, paragraphs } = citeAs(style, document, clause).parts ?? {};
      const runs = paragraphs?.flat() ?? [];
      const linked = runs.filter((run) => run.linked).map((run) => run.text);
      expect([link, linked]).toEqual([LINK, [style === 'plain' ? LINK : `《${lure}》`]]);
      const shown = [...(quotation ?? []), ...runs.map((run) => run.text)].join('');
      expect(shown.split(lure)).toHaveLength(5); // in the title, the body, and twice in the clause
    }
  });

  it.each(LURES)('%s is text in APA, its title in italics', (lure) => {
    const document = makeDocument({ title: lure, source });
    const runs = citeAs('apa', document).parts?.paragraphs.flat() ?? [];
    expect(runs.filter((run) => run.linked).map((run) => run.text)).toEqual([LINK]);
    expect(runs.filter((run) => run.italic).map((run) => run.text)).toEqual([lure]);
    expect(runs.map((run) => run.text).join('')).toBe(citeAs('apa', document).text);
  });

  it.each(LURES)('without a source nothing is linked: %s', (lure) => {
    for (const url of [null, 'javascript:alert(1)', 'ftp://a.example/']) {
      const document = makeDocument({ title: lure, source: { name: lure, url } });
      for (const style of ['plain', 'markdown'] as const) {
        const { link, paragraphs } = citeAs(style, document).parts ?? {};
        expect([link, paragraphs?.flat().some((run) => run.linked)]).toEqual([null, false]);
      }
    }
  });

  it('are what the plain text is made of', () => {
    const rude = fc.string({ unit: fc.constantFrom(...'甲[](){}<>\\*_`#!&;:/\n \u202e'), maxLength: 30 });
    fc.assert(
      fc.property(rude, rude, (title, text) => {
        const { text: written, parts } = citeAs(
          'plain',
          makeDocument({ title, source }),
          makeClause('', text),
        );
        const paragraphs = parts?.paragraphs.map((runs) => runs.map((run) => run.text).join(''));
        expect(paragraphs?.join('\n')).toBe(written);
      }),
    );
  });

  it('are there for the styles that paste as formatted text', () => {
    const document = makeDocument({ source });
    const styles = CITATION_STYLES.filter((style) => citeAs(style, document).parts !== null);
    expect(styles).toEqual(['plain', 'markdown', 'apa']);
  });
});

import { describe, expect, it } from 'vitest';
import { readPdf } from '../../indexer/read/pdf/read-pdf.js';
import { type MadePage, type MadeText, madePdf, prose } from './made-pdf.js';

/** 37 ideographs of 12 points fill a line. */
const full = (text: string): string => text.padEnd(37, '的');

async function linesOf(pages: readonly MadePage[]): Promise<readonly string[]> {
  return (await readPdf(madePdf(pages), 'made.pdf')).text.split('\n');
}

describe('what is printed around the text of a PDF', () => {
  const body = (page: number): readonly MadeText[] =>
    prose([`第${'一二三'.charAt(page)}条单位应当公开。`, '短行。']);
  const page = (at: number, more: readonly MadeText[]): MadePage => ({ texts: [...body(at), ...more] });

  it.each<[string, readonly MadePage[], readonly (readonly [rule: string, text: string])[]]>([
    [
      'a running head, and page numbers',
      [0, 1, 2].map((at) =>
        page(at, [
          { text: '政府公报', x: 250, y: 815 },
          { text: `— ${at + 1} —`, x: 280, y: 30 },
        ]),
      ),
      [0, 1, 2].flatMap(
        (at) =>
          [
            ['running-head', '政府公报'],
            ['page-number', `— ${at + 1} —`],
          ] as const,
      ),
    ],
    ['the number of the only page', [page(0, [{ text: '173', x: 280, y: 40 }])], [['page-number', '173']]],
    [
      'what a browser prints',
      [
        page(0, [
          { text: '2026/11/27 20:50', x: 28, y: 825, size: 6 },
          { text: '某办法', x: 300, y: 825, size: 6 },
          { text: 'https://www.example.gov.cn/zc/1.html', x: 28, y: 15, size: 6 },
          { text: '1/1', x: 550, y: 15, size: 6 },
        ]),
      ],
      [
        ['running-head', '2026/11/27 20:50  某办法'],
        ['footer', 'https://www.example.gov.cn/zc/1.html  1/1'],
      ],
    ],
    [
      'a watermark aslant',
      [page(0, [{ text: '内部资料', x: 200, y: 300, size: 40, turned: 45 }])],
      [['watermark', '内部资料']],
    ],
  ])('%s', async (_, pages, furniture) => {
    const content = await readPdf(madePdf(pages), 'made.pdf');
    expect(content.furniture.map(({ start, end, rule }) => [rule, content.text.slice(start, end)])).toEqual(
      furniture,
    );
  });

  it('knows the address that a browser printed', async () => {
    const texts = [...body(0), { text: 'https://www.example.gov.cn/zc/1.html', x: 28, y: 15, size: 6 }];
    expect((await readPdf(madePdf([{ texts }]), 'a.pdf')).savedFrom).toEqual({
      url: 'https://www.example.gov.cn/zc/1.html',
      by: 'saved',
    });
  });

  it('keeps a paragraph whole that goes on behind a page number', async () => {
    const last = full('前半');
    const pages = [
      { texts: [...prose([full('甲'), full('乙'), last]), { text: '— 1 —', x: 280, y: 30 }] },
      { texts: [...prose(['后半。', full('丙'), full('丁')]), { text: '— 2 —', x: 280, y: 30 }] },
    ];
    expect((await linesOf(pages))[0]).toBe(`${full('甲')}${full('乙')}${last}后半。`);
  });

  it.each([
    ['about:blank', {}],
    ['公文.indd', {}],
    ['预算管理办法_某市政府', { title: '预算管理办法' }],
    ['Microsoft Word - 预算管理办法.doc', { title: '预算管理办法' }],
  ])('the title that the file says, where the text prints it: %s', async (title, said) => {
    const content = await readPdf(
      madePdf([{ texts: prose(['预算管理办法', '正文。']) }], { title }),
      'a.pdf',
    );
    expect(content.said).toEqual(said);
  });
});

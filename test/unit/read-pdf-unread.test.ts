import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { withoutRadicals } from '../../indexer/read/pdf/radicals.js';
import { readPdf } from '../../indexer/read/pdf/read-pdf.js';
import { madePdf, prose } from './made-pdf.js';

const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error) => error.code ?? error,
  );

describe('a PDF that is not read', () => {
  const picture = '/Extra<</Subtype/Image>>';
  const gibberish = `BT /F2 12 Tf 72 700 Td <${'052a07b3064106880629'.repeat(20)}> Tj ET`;
  const bomb = deflateSync(Buffer.alloc(80_000_000));

  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'unreadable_file'],
    ['no PDF', Buffer.from('%PDF-1.4 and nothing else'), 'unreadable_file'],
    ['pages of pictures', madePdf([{ texts: [] }], { extra: picture }), 'scanned_pages'],
    [
      'pictures with a stamp',
      madePdf(
        [1, 2, 3].map(() => ({
          texts: [{ text: '扫描全能王创建仅供内部学习使用请勿外传转载翻印此件', x: 300, y: 30 }],
        })),
        { extra: picture },
      ),
      'scanned_pages',
    ],
    ['nothing printed', madePdf([{ texts: [] }]), 'scanned_pages'],
    ['a font that says no characters', madePdf([{ texts: [], raw: gibberish }]), 'fonts_without_text'],
    [
      'a stream that grows a thousandfold',
      Buffer.concat([
        madePdf([{ texts: prose(['甲']) }]),
        Buffer.from('\n9 0 obj\n<</Filter/FlateDecode>>\nstream\n'),
        bomb,
        Buffer.from('\nendstream'),
      ]),
      'unreadable_file',
    ],
    [
      'a map of characters without end',
      madePdf([
        {
          texts: prose(['甲']),
          raw: '/CIDInit begincmap 1 beginbfrange <00000000> <00ffffff> <4e00> endbfrange',
        },
      ]),
      'unreadable_file',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(readPdf(bytes, 'bad.pdf'))).toBe(code);
  });

  it('is named, or read, wherever it is cut off', async () => {
    const whole = madePdf([{ texts: prose(['第一条甲。', '第二条乙。']) }]);
    for (let end = 0; end < whole.length; end += 97) {
      expect(['read', 'unreadable_file', 'scanned_pages']).toContain(
        await codeOf(readPdf(whole.subarray(0, end), 'cut.pdf')),
      );
    }
  });
});

describe('radicals', () => {
  it.each([
    ['⽤⼈⺠⻛⽹⾃⻓', '用人民风网自长'],
    ['１２', '１２'],
    ['ﬁ①㈠', 'ﬁ①㈠'],
  ])('%s is %s', (printed, written) => {
    expect(withoutRadicals(printed)).toBe(written);
  });
});

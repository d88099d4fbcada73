import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../indexer/read/pdf/read-pdf.js';
import { type MadePage, type MadeText, madePdf, prose } from './made-pdf.js';

/** 37 ideographs of 12 points fill a line. */
const full = (text: string): string => text.padEnd(37, '的');

async function linesOf(pages: readonly MadePage[]): Promise<readonly string[]> {
  return (await readPdf(madePdf(pages), 'made.pdf')).text.split('\n');
}

const codeOf = (reading: Promise<unknown>): Promise<unknown> =>
  reading.then(
    () => 'read',
    (error) => error.code ?? error,
  );

describe('a PDF, as the lines that it prints', () => {
  const first = full('第一条为了规范预算管理制定本办法');
  it.each<[string, readonly MadeText[], readonly string[]]>([
    [
      'a line that is full goes on in the next',
      prose([first, '所称资金是指财政资金。', '短行。']),
      [`${first}所称资金是指财政资金。`, '短行。'],
    ],
    [
      'a label after the end of a sentence begins a paragraph, one in a sentence does not',
      prose([
        full('第二条适用本办法').slice(0, 36).concat('。'),
        '第三条单位应当公开。',
        full('依照'),
        '第四条规定办理。',
      ]),
      [
        full('第二条适用本办法').slice(0, 36).concat('。'),
        '第三条单位应当公开。',
        `${full('依照')}第四条规定办理。`,
      ],
    ],
    [
      'a line that stands in begins a paragraph',
      [...prose([full('甲'), full('乙')]), { text: '丙段。', x: 96, y: 720 }],
      [`${full('甲')}${full('乙')}`, '丙段。'],
    ],
    [
      'a line further down begins one too',
      [...prose([full('甲'), full('乙'), full('丙')]), { text: '丁段', x: 72, y: 680 }],
      [`${full('甲')}${full('乙')}${full('丙')}`, '丁段'],
    ],
    [
      'words of Latin letters keep their blank, and lose their hyphen',
      [...prose([full('甲')]), { text: 'policy of the', x: 72, y: 740 }, { text: 'State', x: 156, y: 740 }],
      [`${full('甲')}policy of the State`],
    ],
    ['radicals are what was written', prose(['⼈⺠政府⻛险⻔类']), ['人民政府风险门类']],
    [
      'what is printed twice to be bold is there once',
      [...prose(['总则']), { text: '总则', x: 72.4, y: 760 }],
      ['总则'],
    ],
  ])('%s', async (_, texts, lines) => {
    expect(await linesOf([{ texts }])).toEqual(lines);
  });

  it('reads two columns one after the other', async () => {
    const column = (word: string, x: number): readonly MadeText[] =>
      prose(
        Array.from({ length: 8 }, (_, at) => `${word}${at}`.padEnd(17, '的')),
        { x },
      );
    const [text, ...more] = await linesOf([{ texts: [...column('左', 60), ...column('右', 310)] }]);
    expect(more).toEqual([]);
    expect(text?.indexOf('左7')).toBeLessThan(text?.indexOf('右0') ?? 0);
  });

  it('turns a page whose text runs up the sheet', async () => {
    const texts = ['第一条甲。', '第二条乙。'].map((text, at) => ({
      text,
      x: 100 + at * 30,
      y: 100,
      turned: 90,
    }));
    expect(await linesOf([{ texts }])).toEqual(['第一条甲。', '第二条乙。']);
  });

  it('reads a table by its borders: a cell of two lines, a cell over two rows', async () => {
    const cell = (text: string, x: number, y: number): MadeText => ({ text, x, y });
    const texts = [
      cell('项目', 80, 745),
      cell('标准', 180, 745),
      cell('备注', 300, 745),
      cell('普通护照', 80, 720),
      cell('工本费', 80, 706),
      cell('160元', 180, 713),
      cell('按次收取', 300, 700),
      cell('签证费', 80, 683),
      cell('200元', 180, 683),
    ];
    const across = [760, 735].map((y) => [72, y, 400, y] as const);
    const lines = [
      ...across,
      [72, 698, 290, 698] as const,
      [72, 675, 400, 675] as const,
      ...[72, 170, 290, 400].map((x) => [x, 675, x, 760] as const),
    ];
    expect(await linesOf([{ texts, lines }])).toEqual([
      '项目 标准 备注',
      '普通护照工本费：标准：160元；备注：按次收取',
      '签证费：标准：200元；备注：按次收取',
    ]);
  });

  it('takes what only bounds or colours an area for no border: around what a browser prints', async () => {
    const areas = ['30 30 535 780', '30 812 120 10', '150 812 400 10', '30 10 535 12'];
    const raw = areas.map((area) => `${area} re W n ${area} re 1 g f 0 g`).join('\n');
    const head = [
      { text: '2026/11/28 17:07', x: 24, y: 818, size: 8 },
      { text: '甲市人民政府', x: 260, y: 818, size: 8 },
    ];
    const body = prose([full('为贯彻落实国家部署，'), '请认真执行。']);
    expect(await linesOf([{ texts: [...head, ...body], raw }])).toEqual([
      '2026/11/28 17:07  甲市人民政府',
      `${full('为贯彻落实国家部署，')}请认真执行。`,
    ]);
  });

  it('reads a table without borders by what stands under each other', async () => {
    const rows = [
      ['序号', '项目', '标准'],
      ['1', '护照费', '160元'],
      ['2', '签证费', '200元'],
    ];
    const texts = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 80 + column * 120, y: 760 - at * 20 })),
    );
    expect(await linesOf([{ texts }])).toEqual([
      '序号 项目 标准',
      '护照费：160元（序号 1）',
      '签证费：200元（序号 2）',
    ]);
  });

  it('prints a form as a line a field, a label of two lines with its value', async () => {
    const texts = [
      { text: '发文机', x: 60, y: 760 },
      { text: '国务院办公厅', x: 120, y: 753 },
      { text: '关：', x: 60, y: 746 },
      { text: '文号：', x: 60, y: 720 },
      { text: '国办发〔2019〕2号', x: 120, y: 720 },
    ];
    expect(await linesOf([{ texts }])).toEqual(['发文机关：国务院办公厅', '文号：国办发〔2019〕2号']);
  });
});

describe('notes at the foot of a page of a PDF', () => {
  const body = prose(['增长5.3%', full('乙'), '丙。']);
  const rest = `${full('乙')}丙。`;
  const raised = (text: string): MadeText => ({ text, x: 72 + 7 * 12 - 36 + 3, y: 765, size: 7 });
  const note = (text: string, y = 80): MadeText => ({ text, x: 72, y, size: 9 });

  it.each<[string, readonly MadeText[], readonly string[]]>([
    [
      'a raised number',
      [
        raised('1'),
        { text: '1', x: 72, y: 84, size: 5 },
        { text: '按可比价计算，', x: 78, y: 80, size: 9 },
        note('不含其他。', 68),
      ],
      ['增长5.3%[1]', rest, '[1] 按可比价计算，不含其他。'],
    ],
    [
      'a sign of its own',
      [raised('①'), note('① 按可比价计算。'), note('② 初步数。', 68)],
      ['增长5.3%①', rest, '① 按可比价计算。', '② 初步数。'],
    ],
    ['a number that no note has: what is printed', [raised('2')], ['增长5.3%2', rest]],
    [
      'small lines without a mark in the text',
      [note('1 按可比价计算。')],
      ['增长5.3%', rest, '1 按可比价计算。'],
    ],
  ])('%s', async (_, texts, lines) => {
    expect(await linesOf([{ texts: [...body, ...texts] }])).toEqual(lines);
  });
});

const FILES = new URL('../../../shared/data/files/', import.meta.url);

describe.skipIf(!existsSync(FILES))('real PDFs (../shared/data/files, where it is there)', () => {
  it.each([
    ['pdf_password_国徽法.pdf', 'password_needed'],
    ['pdf_scan_pr_223997.pdf', 'scanned_pages'],
    ['pdf_notounicode_国旗法.pdf', 'fonts_without_text'],
  ])('%s: %s', async (file, code) => {
    expect(await codeOf(readPdf(readFileSync(new URL(file, FILES)), file))).toBe(code);
  });
});

import { describe, expect, it } from 'vitest';
import { isListWithoutTexts } from '../../indexer/read/sheets/column-names.js';
import { readTable } from '../../indexer/read/sheets/read-table.js';
import { shownNumber } from '../../indexer/read/sheets/shown-number.js';
import { madeXlsx, xlsxRow } from './made-sheets.js';

import { codeOf, textOf } from './table-outcome.js';

async function documentsOf(bytes: Buffer, columns = {}): Promise<readonly unknown[]> {
  const read = await readTable(bytes, 'made', { columns });
  return read.kind === 'documents' ? read.rows.map(({ value }) => value) : ['one document'];
}

const csv = (text: string): Buffer => Buffer.from(text);

describe('a table whose head names title and text', () => {
  const one = { title: '某通知', text: '各单位：' };
  it.each<[string, string, unknown]>([
    ['in Chinese', '标题,正文\n某通知,各单位：', one],
    ['in any case', 'Title\tFull_Text\n某通知\t各单位：', one],
    [
      'with a BOM, in quotes, with line ends',
      '\ufefftitle,content\r\n"某通知","各单位：\n请。"',
      { ...one, text: '各单位：\n请。' },
    ],
    [
      'with what else is said',
      'title;url;publication_date;issuing_department;打分;full_text\n某通知;https://a.cn/1;2025-12-12;甲局、乙局;5;各单位：',
      {
        ...one,
        source: { url: 'https://a.cn/1' },
        publishedOn: '2025-12-12',
        issuingBodies: ['甲局', '乙局'],
        打分: '5',
      },
    ],
    [
      'of two columns the one named first',
      'title,content,text\n某通知,摘要,各单位：',
      { ...one, content: '摘要' },
    ],
    ['a cell that is empty is absent', 'title,documentNumber,text\n某通知,,各单位：', one],
    [
      'a name that every object has',
      'title,__proto__,text\n某通知,1,各单位：',
      JSON.parse('{"title":"某通知","__proto__":"1","text":"各单位："}'),
    ],
  ])('%s', async (_, text, value) => {
    expect(await documentsOf(csv(text))).toEqual([value]);
  });

  it('under names that the user gives', async () => {
    expect(await documentsOf(csv('名目,文字\n某通知,各单位：'), { title: '名目', text: '文字' })).toEqual([
      one,
    ]);
  });

  it('in GB18030', async () => {
    const bytes = Buffer.from('b1eacce22cd5fdcec40ac4b3cda8d6aa2cb8f7b5a5cebba3ba0a', 'hex');
    expect(await documentsOf(bytes)).toEqual([one]);
  });
});

describe('a list of titles without texts', () => {
  it.each([
    [['title', 'url'], true],
    [['序号', '标题', '发布日期'], true],
    [['文件名称', '链接', '发文机关'], true],
    [['标题', '链接', '正文'], false],
    [['标题', '发布日期', '主要内容'], false],
    [['项目', '标准'], false],
    [['标题', '排名'], false],
    [[], false],
  ])('%j: %s', (heads, isList) => {
    expect(isListWithoutTexts(heads)).toBe(isList);
  });

  it('is named as one', async () => {
    expect(await codeOf(readTable(csv('标题,链接\n某通知,https://a.cn/1'), 'a.csv'))).toBe(
      'list_without_texts',
    );
  });

  it('is none where a column holds texts', async () => {
    expect(await textOf(csv(`标题,日期,甲\n某通知,2020-01-01,${'文'.repeat(200)}`))).toHaveLength(2);
  });
});

describe('any other table, a line a row', () => {
  const merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A3:A4"/></mergeCells>';
  const rows = [
    xlsxRow(1, ['收费标准']),
    xlsxRow(2, ['类别', '项目', '标准']),
    xlsxRow(3, ['出境', '护照费', '160元']),
    xlsxRow(4, ['', '签证费', '200元']),
  ].join('');

  it('prints its title, its heads and each row; what is merged is said of each row', async () => {
    expect(
      await textOf(madeXlsx([{ name: 'Sheet1', xml: `<sheetData>${rows}</sheetData>${merged}` }])),
    ).toEqual([
      '收费标准',
      '类别 项目 标准',
      '护照费：类别：出境；标准：160元',
      '签证费：类别：出境；标准：200元',
    ]);
  });

  it('has each sheet under its name; those that are empty or hidden, and hidden rows and columns, are left out', async () => {
    const shown = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData>${[
      xlsxRow(1, ['项目', '标准', '内部']),
      xlsxRow(2, ['甲费', '1元', '密']),
      xlsxRow(3, ['乙费', '2元', '密'], ' hidden="1"'),
    ].join('')}</sheetData>`;
    const sheets = [
      { name: '一季度', xml: shown },
      { name: '空', xml: '<sheetData/>' },
      { name: '藏', xml: `<sheetData>${rows}</sheetData>`, state: 'hidden' },
      { name: '二季度', xml: `<sheetData>${xlsxRow(1, ['说明'])}</sheetData>` },
    ];
    expect(await textOf(madeXlsx(sheets))).toEqual(['一季度', '项目 标准', '甲费：1元', '二季度', '说明']);
  });

  it('shows shared texts without readings, formulas by their value, numbers by their format', async () => {
    const strings = '<si><r><t>护</t></r><r><t>照</t></r><rPh><t>hu</t></rPh></si><si><t>a_x000D_b</t></si>';
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/></cellXfs>';
    const xml =
      '<sheetData><row><c t="s"><v>0</v></c><c><v>360105201003</v></c><c s="1"><v>45076</v></c><c s="2"><v>0.125</v></c><c t="str"><f>A1</f><v>式</v></c><c t="e"><v>#N/A</v></c></row></sheetData>';
    expect(await textOf(madeXlsx([{ name: 'S', xml }], { strings, styles }))).toEqual([
      '护照 360105201003 2023年5月30日 12.50% 式',
    ]);
  });
});

describe('numbers as they are shown', () => {
  it.each<[number, string | null, string]>([
    [360105201003, null, '360105201003'],
    [2.9800000000000004, null, '2.98'],
    [1e21, 'General', '1000000000000000000000'],
    [0.0000001, null, '0.0000001'],
    [-3, null, '-3'],
    [1234.5, '#,##0.00', '1,234.50'],
    [1234567, '#,##0', '1,234,567'],
    [0.5, '0%', '50%'],
    [0.29, '0.0%', '29.0%'],
    [79.9, '0.00"元"', '79.90元'],
    [7, '000', '007'],
    [2.5, '0.##', '2.5'],
    [2, '0.##', '2'],
    [100, '0', '100'],
    [-5, '0;(0)', '(5)'],
    [45076, 'yyyy/m/d', '2023/5/30'],
    [45076, 'yyyy-mm-dd;@', '2023-05-30'],
    [45076.5, 'yyyy/m/d h:mm', '2023/5/30 12:00'],
    [45076, '[$-804]yyyy"年"m"月"', '2023年5月'],
    [0.75, 'h:mm AM/PM', '6:00 PM'],
    [1e10, 'yyyy', '10000000000'],
    [Number.NaN, null, ''],
  ])('%d, %s: %s', (value, format, shown) => {
    expect(shownNumber(value, { format, from1904: false })).toBe(shown);
  });

  it('counts days from 1904 where the workbook does', () => {
    expect(shownNumber(43614, { format: 'yyyy-mm-dd', from1904: true })).toBe('2023-05-30');
  });
});

describe('a table that is not read', () => {
  const deep = `<sheetData>${'<a>'.repeat(100_000)}`;
  const entities =
    '<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx"><!ENTITY f SYSTEM "file:///etc/passwd">]><sheetData><row><c t="str"><v>&a;&f;</v></c></row></sheetData>';

  it.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'unreadable_file'],
    ['white space', csv(' \n'), 'unreadable_file'],
    ['an archive of something else', madeXlsx([]).subarray(0, 40), 'unreadable_file'],
    ['no sheets', madeXlsx([]), 'page_without_text'],
    ['elements without end', madeXlsx([{ name: 'S', xml: deep }]), 'unreadable_file'],
  ])('%s', async (_, bytes, code) => {
    expect(await codeOf(readTable(bytes, 'a.xlsx'))).toBe(code);
  });

  it('reads no entity that a file defines, and no file', async () => {
    expect((await textOf(madeXlsx([{ name: 'S', xml: entities }]))).join('')).not.toMatch(/xxx|root/u);
  });

  it.each([
    ['a quote that is never closed', '项目,标准\n"甲费,1元', '项目 标准'],
    ['a quote inside a word', '项目,标准\n甲"费,1元\n乙费,2元', '项目 标准'],
  ])('reads %s', async (_, text, first) => {
    expect((await textOf(csv(text)))[0]).toBe(first);
  });
});

import { describe, expect, it } from 'vitest';
import { readTable } from '../../indexer/read/sheets/read-table.js';
import { biff, f64, madeCompound, u16, u32, wideText } from './made-sheets.js';

import { codeOf, textOf } from './table-outcome.js';

describe('an .xls workbook', () => {
  const bof = (kind: number): Buffer => biff(0x809, 0x600, kind, Buffer.alloc(12));
  const eof = biff(0x0a);
  const cell = (type: number, row: number, column: number, ...rest: readonly (Buffer | number)[]): Buffer =>
    biff(type, row, column, 0, ...rest);

  /** The globals name where the sheet begins, which is known once they are made. */
  function workbook(globals: readonly Buffer[], sheet: readonly Buffer[], hidden = 0): Buffer {
    const made = (at: number): Buffer =>
      Buffer.concat([
        bof(5),
        ...globals,
        biff(0x85, u32(at), Buffer.from([hidden, 0, 2, 1]), Buffer.from('价格', 'utf16le')),
        eof,
      ]);
    return madeCompound('Workbook', Buffer.concat([made(made(0).length), bof(0x10), ...sheet, eof]));
  }

  const half = '价格表'.repeat(20);
  /** One text cut in its middle: the record that continues it says anew that its characters have two bytes. */
  const shared = Buffer.concat([
    biff(
      0xfc,
      u32(2),
      u32(2),
      wideText('品种'),
      Buffer.concat([u16(half.length * 2), Buffer.from([1]), Buffer.from(half, 'utf16le')]),
    ),
    biff(0x3c, Buffer.from([1]), Buffer.from(half, 'utf16le')),
  ]);

  it('shows texts, also those that a record continues, numbers of each kind, and what is merged', async () => {
    const sheet = [
      cell(0xfd, 0, 0, u32(1)),
      biff(0xe5, 1, 0, 0, 0, 1),
      cell(0xfd, 1, 0, u32(0)),
      cell(0x204, 1, 1, wideText('价格')),
      cell(0x204, 2, 0, wideText('面粉')),
      cell(0x203, 2, 1, f64(2.98)),
      cell(0x204, 3, 0, wideText('食盐')),
      cell(0x27e, 3, 1, u32((250 << 2) | 3)), // 250, an integer, a hundredth of it
      cell(0x204, 4, 0, wideText('水')),
      cell(0x06, 4, 1, Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), Buffer.alloc(8)),
      biff(0x207, wideText('按表')),
    ];
    expect(await textOf(workbook([shared], sheet))).toEqual([
      half + half,
      '品种 价格',
      '面粉：2.98',
      '食盐：2.5',
      '水：按表',
    ]);
  });

  it.each<[string, Buffer, string]>([
    ['a password', workbook([biff(0x2f, 0)], []), 'password_needed'],
    [
      'a password of a newer program',
      madeCompound('EncryptedPackage', Buffer.alloc(5000)),
      'password_needed',
    ],
    ['hidden sheets alone', workbook([], [cell(0x203, 0, 0, f64(1))], 1), 'page_without_text'],
    ['no workbook in it', madeCompound('WordDocument', Buffer.alloc(5000)), 'unreadable_file'],
  ])('%s: is not read', async (_, bytes, code) => {
    expect(await codeOf(readTable(bytes, 'a.xls'))).toBe(code);
  });

  it('is named, or read, wherever it is cut off', async () => {
    const whole = workbook([shared], [cell(0xfd, 0, 0, u32(1))]);
    for (let end = 8; end < whole.length; end += 61) {
      expect(['read', 'unreadable_file', 'page_without_text']).toContain(
        await codeOf(readTable(whole.subarray(0, end), 'a.xls')),
      );
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { readDoc } from '../../indexer/read/doc/read-doc.js';
import { compoundOf, type DocParts, docOf, placesOf, sprm } from './made-doc.js';

const linesOf = async (parts: DocParts): Promise<readonly string[]> =>
  (await readDoc(docOf(parts), 'a.doc')).text.split('\n');

const HIDDEN = sprm(0x083c, 1);
const DELETED = sprm(0x0800, 1);
const IN_CELL = sprm(0x2416, 1);
/** The end of a row of two cells: its edges, and of each cell whether it is merged. */
const rowEnd = (flags: readonly number[] = [0, 0]): Buffer => {
  const definition = Buffer.alloc(7 + 40);
  definition[0] = 2;
  [0, 1000, 2000].forEach((edge, at) => {
    definition.writeInt16LE(edge, 1 + at * 2);
  });
  flags.forEach((flag, at) => {
    definition.writeUInt16LE(flag, 7 + at * 20);
  });
  const length = definition.length + 1;
  return Buffer.concat([IN_CELL, sprm(0x2417, 1), sprm(0xd608, length & 0xff, length >>> 8), definition]);
};

describe('the text of a .doc', () => {
  it.each<[string, DocParts, readonly string[]]>([
    ['paragraphs in UTF-16', { text: '关于治理的通知\r第一条 甲。\r' }, ['关于治理的通知', '第一条 甲。']],
    ['a piece in a byte a character', { text: '甲乙\rScope\x93\r', narrowFrom: 3 }, ['甲乙', 'Scope“']],
    ['hidden text is not', { text: '甲乙丙\r', runs: [[1, 2, HIDDEN]] }, ['甲丙']],
    ['deleted text is not', { text: '甲乙丙\r', runs: [[1, 2, DELETED]] }, ['甲丙']],
    // its last five bits are those of the one that deletes
    [
      'another modifier deletes nothing',
      { text: '甲乙丙\r', runs: [[1, 2, sprm(0x4a60, 1, 0)]] },
      ['甲乙丙'],
    ],
    [
      'what a modifier of unknown length hides',
      { text: '甲乙丙\r', runs: [[1, 2, Buffer.concat([sprm(0xca47, 2, 0, 0), HIDDEN])]] },
      ['甲丙'],
    ],
    ['a hidden end joins paragraphs', { text: '甲\r乙\r', runs: [[1, 2, HIDDEN]] }, ['甲乙']],
    ['the result of a field is', { text: '见\x13HYPERLINK "a"\x14甲\x15乙\r' }, ['见甲乙']],
    ['a field that is left open hides no more than its paragraph', { text: '甲\x13乙\r丙\r' }, ['甲', '丙']],
    [
      'a break in a centred title only places it',
      { text: '关于开展\v治理工作的通知\r', paragraphs: [sprm(0x2403, 1)] },
      ['关于开展治理工作的通知'],
    ],
    [
      'a break in a paragraph ends it',
      { text: '第一条 甲。\v第二条 乙。\r' },
      ['第一条 甲。', '第二条 乙。'],
    ],
    ['hyphens and pictures', { text: '2024\x1e2026\x1f\x01\x08\r' }, ['2024-2026']],
    [
      'a row a line with its heads',
      {
        text: '事项\x07标准\x07\x07护照费\x07160元\x07\x07通行证\x0760元\x07\x07完\r',
        paragraphs: [IN_CELL, IN_CELL, rowEnd(), IN_CELL, IN_CELL, rowEnd(), IN_CELL, IN_CELL, rowEnd()],
      },
      ['事项 标准', '护照费：160元', '通行证：60元', '完'],
    ],
    [
      'a cell merged down, in each row',
      {
        text: '步骤\x07内容\x07\x07摸底\x07建账\x07\x07\x07核查\x07\x07',
        paragraphs: [
          IN_CELL,
          IN_CELL,
          rowEnd(),
          IN_CELL,
          IN_CELL,
          rowEnd([0x60, 0]),
          IN_CELL,
          IN_CELL,
          rowEnd([0x20, 0]),
        ],
      },
      ['步骤 内容', '建账：摸底', '核查：摸底'],
    ],
  ])('%s', async (_, parts, printed) => {
    expect(await linesOf(parts)).toEqual(printed);
  });
});

/** One list of one level: its format, and its text with \0 for the number. */
function listOf(format: number, text: string): Readonly<Record<number, Buffer>> {
  const head = Buffer.alloc(28);
  head.writeUInt32LE(77, 0);
  head[26] = 1;
  const level = Buffer.alloc(28);
  level.writeInt32LE(1, 0);
  level[4] = format;
  level[15] = 2;
  const length = Buffer.from([text.length, 0]);
  const lists = Buffer.concat([Buffer.from([1, 0]), head]);
  const overrides = Buffer.alloc(4 + 16 + 4);
  overrides.writeUInt32LE(1, 0);
  overrides.writeUInt32LE(77, 4);
  return { 73: lists, 74: Buffer.concat([level, length, Buffer.from(text, 'utf16le'), overrides]) };
}

describe('numbers and notes of a .doc', () => {
  it.each([
    [39, '\0、', ['一、甲', '正文', '二、乙']],
    [39, '第\0条', ['第一条甲', '正文', '第二条乙']],
    [0, '\0.', ['1.甲', '正文', '2.乙']],
    [18, '\0', ['①甲', '正文', '②乙']],
  ])('a list in the format %i is printed', async (format, text, printed) => {
    const { 73: lists, 74: rest } = listOf(format, text);
    const item = Buffer.concat([sprm(0x260a, 0), sprm(0x460b, 1, 0)]);
    // The levels lie behind the definitions, and no length counts them.
    const levels = (rest as Buffer).length - 24;
    const table = Buffer.concat([lists as Buffer, (rest as Buffer).subarray(0, levels)]);
    const file = docOf({
      text: '甲\r正文\r乙\r',
      paragraphs: [item, null, item],
      structures: { 73: table, 74: (rest as Buffer).subarray(levels) },
    });
    expect((await readDoc(file, 'a.doc')).text.split('\n')).toEqual(printed);
  });

  it('a paragraph that begins a page is counted once', async () => {
    const { 73: lists, 74: rest } = listOf(39, '\0、');
    const levels = (rest as Buffer).length - 24;
    const item = Buffer.concat([sprm(0x260a, 0), sprm(0x460b, 1, 0)]);
    const file: DocParts = {
      text: '甲\r\f乙\r',
      paragraphs: [item, item, item],
      structures: {
        73: Buffer.concat([lists as Buffer, (rest as Buffer).subarray(0, levels)]),
        74: (rest as Buffer).subarray(levels),
      },
    };
    expect(await linesOf(file)).toEqual(['一、甲', '二、乙']);
  });

  it('a note follows at the end, under its mark', async () => {
    const parts: DocParts = {
      text: '甲\x02乙\r\x02 注一\r\r',
      footnotes: 6,
      structures: { 2: placesOf([1, 9], [Buffer.from([1, 0])]), 3: placesOf([0, 5, 6]) },
    };
    expect(await linesOf(parts)).toEqual(['甲[1]乙', '[1] 注一']);
  });

  it('its mark is in the format of the section', async () => {
    const section = Buffer.alloc(12);
    section.writeUInt32LE(1600, 2);
    const file: DocParts = {
      text: '甲\x02乙\r\x02 注一\r\r',
      footnotes: 6,
      // the properties of the section: their length, then the format 18, circled
      loose: { 1600: Buffer.concat([Buffer.from([4, 0]), sprm(0x5040, 18, 0)]) },
      structures: {
        2: placesOf([1, 9], [Buffer.from([1, 0])]),
        3: placesOf([0, 5, 6]),
        6: placesOf([0, 4], [section]),
      },
    };
    expect(await linesOf(file)).toEqual(['甲①乙', '① 注一']);
  });
});

describe('the header of a .doc', () => {
  const ofFirst = (header: string): DocParts => {
    const text = '关于治理的通知\r';
    // six separators, even and odd header, even and odd footer, first header and footer
    const places = [0, 0, 0, 0, 0, 0, 0, 0, header.length, header.length, header.length, header.length];
    return { text: text + header, headers: header.length, structures: { 11: placesOf(places) } };
  };
  it.each([
    ['某市人民政府文件\r\r', ['某市人民政府文件', '关于治理的通知']],
    ['第1页\r\r', ['关于治理的通知']],
  ])('is read where it is a red head: %j', async (header, lines) => {
    expect(await linesOf(ofFirst(header))).toEqual(lines);
  });
});

describe('a .doc that cannot be read', () => {
  const file = docOf({ text: '甲乙\r' });
  const looped = Buffer.from(file);
  looped.writeUInt32LE(0, file.length - 512); // the first sector follows itself
  it.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'unreadable_file'],
    ['is cut off', file.subarray(0, 1500), 'unreadable_file'],
    ['needs a password', docOf({ text: '甲\r', flags: 0x100 }), 'password_needed'],
    ['is an encrypted .docx', compoundOf({ EncryptedPackage: Buffer.alloc(600) }), 'password_needed'],
    ['is no Word document', compoundOf({ Workbook: Buffer.alloc(600) }), 'unreadable_file'],
    ['is older than Word 97', docOf({ text: '甲\r', version: 0x65 }), 'unreadable_file'],
    ['prints nothing', docOf({ text: '\r\r' }), 'page_without_text'],
    ['has a chain that leads back into itself', looped, 'unreadable_file'],
    [
      'says that it is longer than it is',
      docOf({
        text: '甲\r',
        structures: {
          33: Buffer.from([2, 16, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 0, 0, 0, 0, 8, 0, 0, 0, 0]),
        },
      }),
      'unreadable_file',
    ],
  ])('says why where it %s', async (_, bytes, code) => {
    const error = await readDoc(bytes, 'a.doc').then(
      () => null,
      (thrown: PolicyError) => thrown,
    );
    expect(error).toMatchObject({ name: 'PolicyError', code });
    expect(error?.remedy).toMatch(/\.$/);
  });

  it('is none for notes that each are all the text', async () => {
    const places = Array.from({ length: 2000 }, (_, at) => (at % 2 === 0 ? 0 : 3000));
    const marks = places.slice(1).map(() => Buffer.from([1, 0]));
    const file: DocParts = {
      text: `甲\r${'乙'.repeat(2999)}\r`,
      footnotes: 3000,
      structures: {
        2: placesOf(
          places.map(() => 1),
          marks,
        ),
        3: placesOf(places),
      },
    };
    expect((await linesOf(file)).length).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { readRtf } from '../../indexer/read/rtf/read-rtf.js';

const rtf = (body: string): Buffer => Buffer.from(`{\\rtf1\\ansi\\ansicpg936 ${body}}`, 'latin1');
const linesOf = async (body: string): Promise<readonly string[]> =>
  (await readRtf(rtf(body), 'a.rtf')).text.split('\n');

const FONTS =
  "{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}{\\f1\\fcharset0 Times New Roman;}{\\f2\\fcharset136 PMingLiU;}{\\f3\\fcharset2 Wingdings;}}";
/** 甲 乙 丙 in GBK. */
const [A, B, C] = ["\\'bc\\'d7", "\\'d2\\'d2", "\\'b1\\'fb"];
const ROW = '\\trowd\\cellx1000\\cellx2000\\intbl ';

describe('the characters of an RTF', () => {
  it.each([
    // how it is written                          what is printed
    ["\\'b9\\'fa\\'ce\\'f1\\'d4\\'ba", '国务院'],
    // the second byte of a character may be a letter of ASCII, in either way of writing
    ["\\'83@\\'83\\'40", '傽傽'],
    ["\\u22269?\\u21153\\'3f\\'d4\\'ba", '国务院'],
    ['\\uc0\\u22269\\u21153 A', '国务A'],
    ['\\uc2\\u22269??A', '国A'],
    ['{\\uc0\\u22269}\\u21153?', '国务'],
    ['\\u-10180?\\u-8704?A', '🈀A'],
    [`${FONTS}\\f2\\'b0\\'ea`, '國'],
    [`${FONTS}\\f1\\'93\\f0 A`, '“A'],
    [`${FONTS}\\f3\\u-3842?A`, '☑A'],
    ['2024\\_2026\\~A\\{\\}\\\\', '2024-2026\u00a0A{}\\'],
    ['\\ldblquote A\\rdblquote\\emdash B', '“A”—B'],
  ])('%s', async (written, printed) => {
    expect(await linesOf(written)).toEqual([printed]);
  });
});

describe('what of an RTF is printed', () => {
  it.each<[string, string, readonly string[]]>([
    ['paragraphs', `${A}\\par ${B}\\par`, ['甲', '乙']],
    [
      'numbers of lists, as they are written',
      `{\\listtext\\'d2\\'bb\\'a1\\'a2\\tab}${A}\\par{\\pntext 1.\\tab}Scope\\par{\\listtext\\'b5\\'da\\'d2\\'bb\\'cc\\'f5\\tab}${B}`,
      ['一、甲', '1. Scope', '第一条 乙'],
    ],
    ['hidden and deleted text is not', `${A}{\\v ${B}}{\\deleted ${B}}\\v ${B}\\v0 ${C}`, ['甲丙']],
    [
      'what a group with a star says to newer programs is not',
      `${A}{\\*\\generator Word}{\\stylesheet Normal;}{\\info{\\author x}}{\\pict 0102}{\\header ${B}}`,
      ['甲'],
    ],
    ['the result of a field is', `{\\field{\\*\\fldinst HYPERLINK "a"}{\\fldrslt ${A}}}${B}`, ['甲乙']],
    [
      'a number in a circle, made by a field',
      `{\\field{\\*\\fldinst eq \\\\o\\\\ac(\\'a1\\'f0,3)}{\\fldrslt}}${A}`,
      ['③甲'],
    ],
    [
      'a break in a centred title only places it',
      `\\qc ${A}\\line ${B}\\par\\pard ${A}\\line ${B}`,
      ['甲乙', '甲', '乙'],
    ],
    [
      'a text box, before the paragraph it hangs at',
      `{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt ${A}\\par}}{\\shprslt ${A}}}${B}`,
      ['甲', '乙'],
    ],
    [
      'a note, at the end under its mark',
      `${A}{\\super\\chftn}{\\footnote{\\super\\chftn} ${B}}${C}\\par ${A}`,
      ['甲[1]丙', '甲', '[1] 乙'],
    ],
    ['a note with a mark of its own', `${A}*{\\footnote * ${B}}`, ['甲*', '* 乙']],
    [
      'rows, each with its heads',
      `${ROW}${A}\\cell ${B}\\cell\\row ${ROW}A\\cell 1\\cell\\row ${ROW}B\\cell 2\\cell\\row\\pard ${C}`,
      ['甲 乙', 'A：1', 'B：2', '丙'],
    ],
    ['a picture in bytes', `${A}{\\pict\\bin4 }}{{}${B}`, ['甲乙']],
    ['the newer of two writings', `{\\upr{${A}}{\\*\\ud{\\u20057?}}}`, ['甲乙']],
  ])('%s', async (_, body, printed) => {
    expect(await linesOf(body)).toEqual(printed);
  });

  it('a red head in the header', async () => {
    const head = '\\u22269?\\u21153?\\u38498?\\u25991?\\u20214?';
    expect(await linesOf(`{\\header ${head}\\par}${A}\\par`)).toEqual(['国务院文件', '甲']);
  });
});

describe('an RTF that cannot be read', () => {
  it.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'unreadable_file'],
    ['is none', Buffer.from('甲'), 'unreadable_file'],
    ['prints nothing', rtf('{\\pict 0102}'), 'page_without_text'],
  ])('says why where it %s', async (_, bytes, code) => {
    const error = await readRtf(bytes, 'a.rtf').then(
      () => null,
      (thrown: PolicyError) => thrown,
    );
    expect(error).toMatchObject({ name: 'PolicyError', code });
    expect(error?.remedy).toMatch(/\.$/);
  });

  it.each<[string, Buffer]>([
    ['a million groups', rtf(`${'{'.repeat(1_000_000)}${A}`)],
    ['groups that end too often', rtf(`}}}}${A}`)],
    ['an end in the middle', rtf(`${A}\\par{\\footnote ${B}\\'`)],
    ['bytes that are said to be more than there are', rtf(`${A}{\\pict\\bin99999999 1}`)],
    ['notes inside notes', rtf(`${A}${'{\\footnote '.repeat(10_000)}`)],
    ['cells without a row', rtf(`${A}\\par${'\\intbl \\cell'.repeat(10_000)}`)],
  ])(
    'is none for %s',
    async (_, bytes) => {
      expect((await readRtf(bytes, 'a.rtf')).text).toContain('甲');
    },
    60_000,
  );
});

import { describe, expect, it } from 'vitest';
import { readDocx } from '../../indexer/read/docx/read-docx.js';
import { docxOf, item, level, numberingOf, p } from './made-office.js';

const linesOf = async (file: Buffer): Promise<readonly string[]> =>
  (await readDocx(file, 'a.docx')).text.split('\n');

/** 一、 （一） 1. */
const NOTICE = numberingOf(
  level(0, 'chineseCountingThousand', '%1、') +
    level(1, 'chineseCountingThousand', '（%2）') +
    level(2, 'decimal', '%3.'),
);

describe('the automatic numbers of a .docx', () => {
  it.each<[string, string, string, readonly string[]]>([
    // what it shows                 the body                                                     numbering.xml     what is printed
    [
      'levels, each begun anew',
      item('甲') + item('乙', 1) + item('丙', 1) + item('丁') + item('戊', 1),
      NOTICE,
      ['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊'],
    ],
    [
      'a level that is left out',
      item('甲') + item('乙', 2) + item('丙', 2),
      NOTICE,
      ['一、甲', '1.乙', '2.丙'],
    ],
    ['paragraphs between items', item('甲') + p('正文') + item('乙'), NOTICE, ['一、甲', '正文', '二、乙']],
    [
      'numbers of several levels',
      item('甲') + item('乙', 1) + item('Scope', 1),
      numberingOf(level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2')),
      ['1 甲', '1.1 乙', '1.2 Scope'],
    ],
    [
      'a level that never begins anew',
      item('甲') + item('乙', 1) + item('丙') + item('丁', 1),
      numberingOf(
        level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>') +
          level(1, 'chineseCountingThousand', '第%2条', '<w:lvlRestart w:val="0"/>'),
      ),
      ['第一章 甲', '第一条 乙', '第二章 丙', '第二条 丁'],
    ],
    [
      'all levels in Arabic digits',
      item('甲') + item('乙', 1),
      numberingOf(level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')),
      ['一、甲', '1.1 乙'],
    ],
    [
      'another list of the same definition goes on',
      item('甲') + item('乙', 0, 2),
      numberingOf(level(0, 'decimal', '%1.'), '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'),
      ['1.甲', '2.乙'],
    ],
    [
      'another list begins anew',
      item('甲') + item('乙', 0, 2) + item('丙', 0, 2),
      numberingOf(
        level(0, 'decimal', '%1.'),
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
      ),
      ['1.甲', '5.乙', '6.丙'],
    ],
    [
      'a list with a level of its own',
      item('甲') + item('乙', 0, 2),
      numberingOf(
        level(0, 'decimal', '%1.'),
        `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">${level(0, 'upperRoman', '%1)')}</w:lvlOverride></w:num>`,
      ),
      ['1.甲', 'II)乙'],
    ],
    ['no number', p('甲', '<w:numPr><w:numId w:val="0"/></w:numPr>') + item('乙'), NOTICE, ['甲', '一、乙']],
    [
      'an empty item counts, and prints no line',
      item('甲') + item('') + item('乙'),
      NOTICE,
      ['一、甲', '三、乙'],
    ],
    [
      'signs of a font of signs',
      item('甲'),
      numberingOf(level(0, 'bullet', '\uf06e', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')),
      ['■甲'],
    ],
    ['a list that is nowhere', item('甲', 0, 9), NOTICE, ['甲']],
  ])('%s', async (_, body, numbering, printed) => {
    expect(await linesOf(docxOf(body, { numbering }))).toEqual(printed);
  });

  it('are those of the style, at the level that is tied to it', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering = numberingOf(
      level(0, 'decimal', '%1.') + level(1, 'chineseCounting', '第%2条', '<w:pStyle w:val="a"/>'),
    );
    const body =
      p('甲', '<w:pStyle w:val="a"/>') +
      p('乙', '<w:pStyle w:val="b"/>') +
      p('丙', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await linesOf(docxOf(body, { styles, numbering }))).toEqual(['第一条 甲', '1.乙', '丙']);
  });

  it('are those of the list that a style of lists names', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="s"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="s"/></w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'ideographTraditional', '%1、')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`;
    expect(await linesOf(docxOf(item('子') + item('丑'), { styles, numbering }))).toEqual([
      '甲、子',
      '乙、丑',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { readDocx } from '../../indexer/read/docx/read-docx.js';
import { docxOf, item, level, numberingOf, p, row } from './made-office.js';
import { zipOfParts } from './zip-of.js';

const linesOf = async (file: Buffer): Promise<readonly string[]> =>
  (await readDocx(file, 'a.docx')).text.split('\n');
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

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

describe('what of a .docx is printed', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'inserted text is, deleted is not',
      `<w:p>${run('甲')}<w:del><w:r><w:delText>乙</w:delText></w:r></w:del><w:ins>${run('丙')}</w:ins></w:p>`,
      ['甲丙'],
    ],
    [
      'moved text once',
      `<w:p><w:moveFrom>${run('甲')}</w:moveFrom>${run('乙')}<w:moveTo>${run('甲')}</w:moveTo></w:p>`,
      ['乙甲'],
    ],
    ['a deleted end joins paragraphs', p('甲', '<w:rPr><w:del/></w:rPr>') + p('乙'), ['甲乙']],
    [
      'a deleted row is not',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${p('甲')}</w:tc></w:tr>${row('乙')}</w:tbl>`,
      ['乙'],
    ],
    [
      'hidden text is not',
      `<w:p>${run('甲')}${run('乙', '<w:vanish/>')}${run('丙', '<w:vanish w:val="0"/>')}</w:p>`,
      ['甲丙'],
    ],
    [
      'the result of a field is',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "a"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('甲')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run('乙')}</w:p>`,
      ['甲乙'],
    ],
    [
      'a field that is left open hides no more than its paragraph',
      `<w:p>${run('甲')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('乙')}</w:p>${p('丙')}`,
      ['甲', '丙'],
    ],
    [
      'a number in a circle, made by a field',
      '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>甲</w:t></w:r></w:p>',
      ['③甲'],
    ],
    [
      'a break in a centred title only places it',
      '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于开展</w:t><w:br/><w:t>治理工作的通知</w:t></w:r></w:p>',
      ['关于开展治理工作的通知'],
    ],
    [
      'a number under a centred title is a line',
      '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t>关于治理的通知</w:t><w:br/><w:t>国发〔2024〕1号</w:t></w:r></w:p>',
      ['关于治理的通知', '国发〔2024〕1号'],
    ],
    [
      'a break in a paragraph ends it',
      '<w:p><w:r><w:t>第一条 甲。</w:t><w:br/><w:t>第二条 乙。</w:t></w:r></w:p>',
      ['第一条 甲。', '第二条 乙。'],
    ],
    [
      'a text box, before the paragraph it hangs at',
      `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('国务院文件')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>${run('甲')}</w:p>`,
      ['国务院文件', '甲'],
    ],
    [
      'WordArt is',
      `<w:p><w:r><w:pict><v:shape><v:textpath string="市政府文件"/></v:shape></w:pict></w:r>${run('甲')}</w:p>`,
      ['市政府文件', '甲'],
    ],
    [
      'one of two drawings of the same',
      `<w:p><mc:AlternateContent><mc:Choice>${run('甲')}</mc:Choice><mc:Fallback>${run('甲')}</mc:Fallback></mc:AlternateContent></w:p>`,
      ['甲'],
    ],
    [
      'a hyphen, a sign, a tab',
      '<w:p><w:r><w:t>2024</w:t><w:noBreakHyphen/><w:t>2026</w:t><w:tab/><w:sym w:font="Wingdings" w:char="F0FE"/><w:softHyphen/></w:r></w:p>',
      ['2024-2026\t☑'],
    ],
    [
      'characters, not their readings',
      `<w:p><w:r><w:ruby><w:rt>${run('jiǎ')}</w:rt><w:rubyBase>${run('甲')}</w:rubyBase></w:ruby></w:r></w:p>`,
      ['甲'],
    ],
    [
      'a prompt to fill in is not',
      `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处')}</w:sdtContent></w:sdt>${run('甲')}</w:p>`,
      ['甲'],
    ],
    ['content of a control is', `<w:sdt><w:sdtContent>${p('甲')}</w:sdtContent></w:sdt>`, ['甲']],
    [
      'a table, a row a line with its heads',
      `<w:tbl>${row('事项', '标准')}${row('护照费', '160元')}${row('通行证', '60元')}</w:tbl>`,
      ['事项 标准', '护照费：160元', '通行证：60元'],
    ],
    [
      'a cell merged down, in each row',
      `<w:tbl>${row('步骤', '内容', '时限')}${row(`<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${p('摸底')}`, '建账', '4月')}${row(`<w:tcPr><w:vMerge/></w:tcPr>${p('')}`, '核查', '5月')}</w:tbl>`,
      ['步骤 内容 时限', '建账：步骤：摸底；时限：4月', '核查：步骤：摸底；时限：5月'],
    ],
    [
      'a table of one column is its paragraphs',
      `<w:tbl>${row('甲')}${row(p('乙') + p('丙'))}</w:tbl>`,
      ['甲', '乙', '丙'],
    ],
    [
      'formulas',
      '<w:p><w:r><w:t>税额</w:t></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>=ab</m:t></m:r></m:oMath></w:p>',
      ['税额=ab'],
    ],
  ])('%s', async (_, body, printed) => {
    expect(await linesOf(docxOf(body))).toEqual(printed);
  });
});

describe('what stands in other parts of a .docx', () => {
  const note = (id: string, text: string): string => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`;
  const refer = (id: string): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const footnotes = `<w:footnote w:id="-1" w:type="separator">${p('—')}</w:footnote>${note('7', '注一')}${note('8', '注二')}${note('9', '没有引用')}`;

  it('notes follow at the end, in the order of their marks', async () => {
    const body = `<w:p>${run('甲')}${refer('8')}${run('乙')}${refer('7')}</w:p>${p('丙')}`;
    expect(await linesOf(docxOf(body, { footnotes }))).toEqual(['甲[1]乙[2]', '丙', '[1] 注二', '[2] 注一']);
  });

  it('marks are in the format that the settings name', async () => {
    const settings = '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircleChinese"/></w:footnotePr>';
    expect(await linesOf(docxOf(`<w:p>${run('甲')}${refer('7')}</w:p>`, { footnotes, settings }))).toEqual([
      '甲①',
      '① 注一',
    ]);
  });

  it('marks are in the format of the section', async () => {
    const section =
      '<w:sectPr><w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr></w:sectPr>';
    const body = `<w:p>${run('甲')}${refer('7')}</w:p>${section}`;
    expect(await linesOf(docxOf(body, { footnotes }))).toEqual(['甲①', '① 注一']);
  });

  it('a note with a mark of its own is as it is printed', async () => {
    const own = '<w:r><w:footnoteReference w:id="7" w:customMarkFollows="1"/><w:t>*</w:t></w:r>';
    expect(await linesOf(docxOf(`<w:p>${run('甲')}${own}</w:p>`, { footnotes }))).toEqual(['甲*']);
  });

  it('marks of endnotes differ from those of footnotes', async () => {
    const endnotes = `<w:endnote w:id="2">${p('尾注')}</w:endnote>`;
    const body = `<w:p>${run('甲')}${refer('7')}<w:r><w:endnoteReference w:id="2"/></w:r></w:p>`;
    expect(await linesOf(docxOf(body, { footnotes, endnotes }))).toEqual([
      '甲[1][i]',
      '[1] 注一',
      '[i] 尾注',
    ]);
    expect(
      await linesOf(
        docxOf('<w:p><w:r><w:t>甲</w:t><w:endnoteReference w:id="2"/></w:r></w:p>', { endnotes }),
      ),
    ).toEqual(['甲[1]', '[1] 尾注']);
  });

  it.each([
    // the header                 the first line
    ['某市人民政府文件', '某市人民政府文件'],
    ['某市人民政府令', '某市人民政府令'],
    ['内部传阅稿 不得外传', '关于治理的通知'],
    ['内部文件', '关于治理的通知'],
  ])('a red head is read in the header: %s', async (header, first) => {
    const body = `${p('关于治理的通知')}<w:sectPr><w:headerReference w:type="default" r:id="header"/></w:sectPr>`;
    expect((await linesOf(docxOf(body, { header: p(header) })))[0]).toBe(first);
  });

  it.each([
    ['a.html', '<html><body><h1>国徽法</h1><p>第一条 甲。</p></body></html>'],
    [
      'a.mht',
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<h1>=E5=9B=BD=E5=BE=BD=E6=B3=95</h1><p>=E7=AC=AC=E4=B8=80=E6=9D=A1 =E7=94=B2=E3=80=82</p>\r\n--x--\r\n',
    ],
    ['a.rtf', '{\\rtf1\\uc0 \\u22269\\u24509\\u27861\\par \\u31532\\u19968\\u26465 \\~\\u30002\\u12290}'],
    ['a.docx', docxOf(p('国徽法') + p('第一条 甲。'))],
  ])('another file inside is read where it is put: %s', async (name, content) => {
    const lines = await linesOf(
      docxOf(`<w:altChunk r:id="chunk"/>${p('附：乙')}`, { chunk: [name, content] }),
    );
    expect(lines.map((line) => line.replace(/\s/gu, ' '))).toEqual(['国徽法', '第一条 甲。', '附：乙']);
  });

  it('another file inside is printed once, however often it is named', async () => {
    const body = '<w:altChunk r:id="chunk"/>'.repeat(1000) + p('附');
    const file = docxOf(body, { chunk: ['a.html', `<p>${'甲'.repeat(10_000)}</p>`] });
    expect((await linesOf(file)).map((line) => line.length)).toEqual([10_000, 1]);
  });

  it.each([
    // dc:title                    what is said
    ['关于治理的通知', { title: '关于治理的通知' }],
    ['Microsoft Word - 文档1', {}],
    ['lenovo', {}],
  ])('a title is said where the text prints it: %s', async (core, said) => {
    expect((await readDocx(docxOf(p('关于治理的通知') + p('甲'), { core }), 'a.docx')).said).toEqual(said);
  });

  it('lines of the contents are named', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';
    const toc = (text: string): string => p(text, '<w:pStyle w:val="t"/>');
    const { text, furniture } = await readDocx(
      docxOf(p('规划') + toc('一、甲\t1') + toc('二、乙\t2') + p('一、甲'), { styles }),
      'a',
    );
    expect(furniture.map(({ start, end, rule }) => [rule, text.slice(start, end)])).toEqual([
      ['contents', '一、甲\t1\n二、乙\t2'],
    ]);
  });

  it('names of elements are read by their namespace', async () => {
    const document =
      '<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>甲</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>';
    expect(await linesOf(zipOfParts({ 'word/document.xml': document }))).toEqual(['甲']);
  });
});

describe('a .docx that cannot be read', () => {
  const file = docxOf(p('甲'));
  const deep = '<w:tbl><w:tr><w:tc>';
  const nested = Array.from({ length: 5 }).reduce<Buffer>(
    (inner) => docxOf(`${p('层')}<w:altChunk r:id="chunk"/>`, { chunk: ['a.docx', inner] }),
    file,
  );
  it.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'unreadable_file'],
    ['is cut off', file.subarray(0, file.length - 60), 'unreadable_file'],
    ['is another archive', zipOfParts({ 'a.txt': '甲' }), 'unreadable_file'],
    ['prints nothing', docxOf('<w:p/>'), 'page_without_text'],
    ['is a bomb', zipOfParts({ 'word/document.xml': Buffer.alloc(20_000_000, 0x20) }), 'unreadable_file'],
    ['nests a million elements', docxOf('<w:p>'.repeat(1_000_000)), 'unreadable_file'],
  ])('says why where it %s', async (_, bytes, code) => {
    const error = await readDocx(bytes, 'a.docx').then(
      () => null,
      (thrown: PolicyError) => thrown,
    );
    expect(error).toMatchObject({ name: 'PolicyError', code });
    expect(error?.remedy).toMatch(/\.$/);
  });

  it.each<[string, Buffer, string]>([
    [
      'tables inside tables',
      docxOf(deep.repeat(3000) + p('甲') + '</w:tc></w:tr></w:tbl>'.repeat(3000)),
      '甲',
    ],
    [
      'cells over a thousand million columns',
      docxOf(
        `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${p('甲')}</w:tc></w:tr></w:tbl>`,
      ),
      '甲',
    ],
    [
      'a style that is based on itself',
      docxOf(p('甲', '<w:pStyle w:val="s"/>'), {
        styles: '<w:style w:type="paragraph" w:styleId="s"><w:basedOn w:val="s"/></w:style>',
      }),
      '甲',
    ],
    ['documents in documents', nested, '层\n层\n层'],
    ['an empty file inside', docxOf(`${p('甲')}<w:altChunk r:id="chunk"/>`, { chunk: ['a.html', ''] }), '甲'],
    [
      'an external entity',
      zipOfParts({
        'word/document.xml': `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body>${p('甲&x;')}</w:body></w:document>`,
      }),
      '甲&x;',
    ],
  ])('is none for %s', async (_, bytes, printed) => {
    expect((await readDocx(bytes, 'a.docx')).text).toBe(printed);
  });
});

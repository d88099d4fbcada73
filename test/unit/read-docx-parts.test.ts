import { describe, expect, it } from 'vitest';
import { readDocx } from '../../indexer/read/docx/read-docx.js';
import { docxOf, p } from './made-office.js';
import { zipOfParts } from './zip-of.js';

const linesOf = async (file: Buffer): Promise<readonly string[]> =>
  (await readDocx(file, 'a.docx')).text.split('\n');
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

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

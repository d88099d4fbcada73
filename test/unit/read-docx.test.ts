import { describe, expect, it } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { readDocx } from '../../indexer/read/docx/read-docx.js';
import { docxOf, p, row } from './made-office.js';
import { zipOfParts } from './zip-of.js';

const linesOf = async (file: Buffer): Promise<readonly string[]> =>
  (await readDocx(file, 'a.docx')).text.split('\n');
const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

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

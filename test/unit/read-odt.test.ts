import { describe, expect, it } from 'vitest';
import type { PolicyError } from '../../core/errors.js';
import { readOdt } from '../../indexer/read/odt/read-odt.js';
import { zipOfParts } from './zip-of.js';

interface OdtParts {
  /** Of the text: what is in its automatic styles. */
  readonly styles?: string;
  readonly page?: string;
  readonly more?: Readonly<Record<string, string>>;
}

const odtOf = (body: string, { styles = '', page = '', more = {} }: OdtParts = {}): Buffer =>
  zipOfParts({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles>${page}</office:document-styles>`,
    ...more,
  });
const linesOf = async (body: string, parts?: OdtParts): Promise<readonly string[]> =>
  (await readOdt(odtOf(body, parts), 'a.odt')).text.split('\n');

const p = (text: string, style = 'P1'): string => `<text:p text:style-name="${style}">${text}</text:p>`;
const list = (items: string, more = ''): string =>
  `<text:list text:style-name="L1" ${more}>${items}</text:list>`;
const item = (text: string, more = ''): string => `<text:list-item ${more}>${text}</text:list-item>`;
const cell = (text: string, more = ''): string => `<table:table-cell ${more}>${p(text)}</table:table-cell>`;
const row = (...cells: readonly string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const numbers = (level: number, format: string, more: string): string =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${format}" ${more}/>`;
const styleOf = (name: string, properties: string): string =>
  `<style:style style:name="${name}">${properties}</style:style>`;

const NOTICE = `<text:list-style style:name="L1">${numbers(1, '一, 二, 三, ...', 'style:num-suffix="、"')}${numbers(2, '一, 二, 三, ...', 'style:num-prefix="（" style:num-suffix="）"')}${numbers(3, '1', 'style:num-suffix="." text:display-levels="2"')}</text:list-style>`;

describe('the numbers of an OpenDocument text', () => {
  it.each<[string, string, readonly string[]]>([
    [
      'a list in a list',
      list(item(p('甲') + list(item(p('乙')) + item(p('丙')))) + item(p('丁'))),
      ['一、甲', '（一）乙', '（二）丙', '二、丁'],
    ],
    [
      'the second paragraph of an item has none',
      list(item(p('甲') + p('正文')) + item(p('乙'))),
      ['一、甲', '正文', '二、乙'],
    ],
    [
      'a list that goes on',
      list(item(p('甲'))) + p('正文') + list(item(p('乙')), 'text:continue-numbering="true"'),
      ['一、甲', '正文', '二、乙'],
    ],
    [
      'a list that goes on where it is named',
      list(item(p('甲')), 'xml:id="x"') + list(item(p('乙'))) + list(item(p('丙')), 'text:continue-list="x"'),
      ['一、甲', '一、乙', '二、丙'],
    ],
    ['a list that begins anew', list(item(p('甲'))) + list(item(p('乙'))), ['一、甲', '一、乙']],
    [
      'an item with a number of its own',
      list(item(p('甲'), 'text:start-value="5"') + item(p('乙'))),
      ['五、甲', '六、乙'],
    ],
    [
      'a header of a list has none',
      list(`<text:list-header>${p('甲')}</text:list-header>${item(p('乙'))}`),
      ['甲', '一、乙'],
    ],
    [
      'a level that shows the one above it',
      list(item(list(item(p('乙') + list(item(p('丙'))))))),
      ['（一）乙', '一.1.丙'],
    ],
  ])('%s', async (_, body, printed) => {
    expect(await linesOf(body, { styles: NOTICE })).toEqual(printed);
  });

  it('of headings are those of the outline', async () => {
    const page =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="章"/></text:outline-style>';
    expect(
      await linesOf(
        '<text:h text:outline-level="1">总则</text:h><text:h text:outline-level="2">甲</text:h>',
        { page },
      ),
    ).toEqual(['第一章 总则', '甲']);
  });

  it('are read as newer programs write them', async () => {
    const styles = `<text:list-style style:name="L1">${numbers(1, '一, 二, 三, ...', 'loext:num-list-format="第%1%条"')}</text:list-style>`;
    expect(await linesOf(list(item(p('甲'))), { styles })).toEqual(['第一条 甲']);
  });
});

describe('what of an OpenDocument text is printed', () => {
  const note =
    '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注一</text:p></text:note-body></text:note>';
  it.each<[string, string, readonly string[]]>([
    [
      'spaces, tabs, breaks',
      p('甲<text:s text:c="2"/>乙<text:tab/>丙<text:line-break/>丁'),
      ['甲  乙\t丙', '丁'],
    ],
    [
      'a break in a heading only places it',
      '<text:h>关于开展<text:line-break/>治理工作的通知</text:h>',
      ['关于开展治理工作的通知'],
    ],
    ['line ends of the file are blanks', p('甲\n   乙'), ['甲 乙']],
    [
      'deleted text is not',
      `<text:tracked-changes><text:changed-region><text:deletion>${p('乙')}</text:deletion></text:changed-region></text:tracked-changes>${p('甲<text:change text:change-id="c"/>丙')}`,
      ['甲丙'],
    ],
    ['remarks are not', p('甲<office:annotation><text:p>请核对</text:p></office:annotation>'), ['甲']],
    [
      'hidden text is not',
      p('甲<text:span text:style-name="T1">乙</text:span>') + p('丙', 'P2') + p('丁', 'P3'),
      ['甲'],
    ],
    [
      'characters, not their readings',
      p('<text:ruby><text:ruby-base>甲</text:ruby-base><text:ruby-text>jiǎ</text:ruby-text></text:ruby>'),
      ['甲'],
    ],
    ['a note, at the end under its mark', p(`甲${note}乙`) + p('丙'), ['甲[1]乙', '丙', '[1] 注一']],
    [
      'a text box',
      p(`<draw:frame><draw:text-box>${p('国务院文件')}</draw:text-box></draw:frame>甲`),
      ['国务院文件', '甲'],
    ],
    [
      'a row a line with its heads',
      `<table:table>${row(cell('事项'), cell('标准'))}${row(cell('护照费'), cell('160元'))}${row(cell('通行证'), cell('60元'))}</table:table>`,
      ['事项 标准', '护照费：160元', '通行证：60元'],
    ],
    [
      'cells that stand over others',
      `<table:table>${row(cell('步骤'), cell('内容'), cell('时限'))}${row(cell('摸底', 'table:number-rows-spanned="2"'), cell('建账'), cell('4月'))}${row('<table:covered-table-cell/>', cell('核查', 'table:number-columns-spanned="2"'), '<table:covered-table-cell/>')}</table:table>`,
      ['步骤 内容 时限', '建账：步骤：摸底；时限：4月', '核查：步骤：摸底'],
    ],
  ])('%s', async (_, body, printed) => {
    const hidden = '<style:text-properties text:display="none"/>';
    const styles = `${styleOf('T1', hidden)}${styleOf('P2', hidden)}<style:style style:name="P3" style:parent-style-name="P2"/>`;
    expect(await linesOf(body, { styles })).toEqual(printed);
  });

  it('lines of the contents are named; a title is said where it is printed; a red head is read', async () => {
    const body = `${p('关于治理的通知')}<text:table-of-content><text:index-body>${p('一、甲')}</text:index-body></text:table-of-content>${p('正文')}`;
    const more = { 'meta.xml': '<office:meta><dc:title>关于治理的通知</dc:title></office:meta>' };
    const page =
      '<style:master-page><style:header><text:p>某市人民政府文件</text:p></style:header></style:master-page>';
    const { text, furniture, said } = await readOdt(odtOf(body, { page, more }), 'a.odt');
    expect(text.split('\n')).toEqual(['某市人民政府文件', '关于治理的通知', '一、甲', '正文']);
    expect(furniture.map(({ start, end, rule }) => [rule, text.slice(start, end)])).toEqual([
      ['contents', '一、甲'],
    ]);
    expect(said).toEqual({ title: '关于治理的通知' });
  });
});

describe('an OpenDocument text that cannot be read', () => {
  const encrypted = {
    'META-INF/manifest.xml': '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>',
  };
  it.each<[string, Buffer, string]>([
    ['is empty', Buffer.alloc(0), 'unreadable_file'],
    ['is cut off', odtOf(p('甲')).subarray(0, 300), 'unreadable_file'],
    ['is another archive', zipOfParts({ 'a.txt': '甲' }), 'unreadable_file'],
    ['needs a password', odtOf(p('甲'), { more: encrypted }), 'password_needed'],
    ['prints nothing', odtOf('<text:p/>'), 'page_without_text'],
    ['nests a million elements', odtOf('<text:span>'.repeat(1_000_000)), 'unreadable_file'],
  ])('says why where it %s', async (_, bytes, code) => {
    const error = await readOdt(bytes, 'a.odt').then(
      () => null,
      (thrown: PolicyError) => thrown,
    );
    expect(error).toMatchObject({ name: 'PolicyError', code });
    expect(error?.remedy).toMatch(/\.$/);
  });

  it.each<[string, Buffer]>([
    ['lists in lists', odtOf(`${'<text:list><text:list-item>'.repeat(4000)}${p('甲')}`)],
    ['a thousand million spaces', odtOf(p('甲<text:s text:c="1000000000"/>乙'))],
    [
      'a cell over a thousand million columns',
      odtOf(`<table:table>${row(cell('甲', 'table:number-columns-spanned="1000000000"'))}</table:table>`),
    ],
    [
      'a style that is its own parent',
      odtOf(p('甲', 'X'), { styles: '<style:style style:name="X" style:parent-style-name="X"/>' }),
    ],
  ])('is none for %s', async (_, bytes) => {
    expect((await readOdt(bytes, 'a.odt')).text).toContain('甲');
  });
});

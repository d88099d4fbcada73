import { describe, expect, it } from 'vitest';
import { htmlText } from '../../indexer/read/html/html-text.js';
import { tableLines } from '../../indexer/read/table-rows.js';

describe('HTML, as the lines that it prints', () => {
  it.each<readonly [what: string, markup: string, lines: readonly string[]]>([
    ['paragraphs', '<p>甲。</p><p>乙。', ['甲。', '乙。']],
    ['runs of <br>', '<font>一、甲<br>二、乙<br><br>丙</font>', ['一、甲', '二、乙', '丙']],
    ['a heading over two lines', '<h1>关于甲的<br>通知</h1><p>乙</p>', ['关于甲的通知', '乙']],
    ['lines of the source', '<p>发展\n  改革 and\n reform</p>', ['发展改革 and reform']],
    ['inline elements', '<p><b>第</b><span>一</span>条 甲</p>', ['第一条 甲']],
    ['entities', '<p>A&amp;B&nbsp;&lt;乙&gt; &#x4e2d;&#20013;</p>', ['A&B\u00a0<乙> 中中']],
    ['text beside blocks', '甲<div>乙<p>丙</p>丁</div>戊', ['甲', '乙', '丙', '丁', '戊']],
    ['preformatted lines', '<pre>甲\n  乙\r\n丙</pre>', ['甲', '乙', '丙']],
    ['a numbered list', '<ol start=3><li>甲<li><p>乙</p></ol>', ['3. 甲', '4. 乙']],
    ['its numbers as letters', '<ol type=a><li>甲</li><li value=28>乙</ol>', ['a. 甲', 'ab. 乙']],
    ['its numbers in Chinese', '<ol style="list-style:cjk-ideographic"><li>甲</ol>', ['一、甲']],
    ['numbers going down', '<ol reversed><li>甲</li> <li>乙</li></ol>', ['2. 甲', '1. 乙']],
    ['a list with its own numbers', '<ol><li>（一）甲</li><li>乙</li></ol>', ['（一）甲', '2. 乙']],
    ['a list without numbers', '<ol style="list-style-type: none"><li>甲</ol>', ['甲']],
    ['items with dots', '<ul><li>甲</li><li>乙</li></ul>', ['甲', '乙']],
    ['a list in an item', '<ol><li>甲<ol><li>乙</ol><li>丙</ol>', ['1. 甲', '1. 乙', '2. 丙']],
    [
      'raised digits behind digits',
      '<p>10<sup>8</sup>元，5m<sup>2</sup>，甲<sup>[1]</sup></p>',
      ['10⁸元，5m2，甲[1]'],
    ],
    ['readings over characters', '<p><ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字</p>', ['汉字']],
    // Notes.
    [
      'the mark of a note, and the note',
      '<p>甲<sup><a href="#n1" id="r1">1</a></sup>。</p><ol><li id="n1"><p>注一 <a href="#r1">↩</a></p></li></ol>',
      ['甲[1]。', '[1] 注一'],
    ],
    [
      'a note that prints its mark',
      '<p>甲<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a></p><p><a name="_ftn1" href="#_ftnref1">[1]</a> 注一</p>',
      ['甲[1]', '[1] 注一'],
    ],
    [
      'a note of a book',
      '<p>甲<a epub:type="noteref" href="c1.xhtml#n2">2</a></p><aside id="n2">2. 注二</aside>',
      ['甲[2]', '[2] 注二'],
    ],
    [
      'a link to a place that is no note',
      '<p>见第<a href="#s1">1</a>节</p><p id="s1">甲</p>',
      ['见第1节', '甲'],
    ],
    // What is not printed.
    [
      'scripts, styles, titles',
      '<title>甲</title><style>p{}</style><script>乙</script><noscript>丙</noscript>丁',
      ['丁'],
    ],
    [
      'hidden stretches',
      '<p hidden>甲</p><p style="color:red; display : none">乙</p><i aria-hidden=true>丙</i>丁',
      ['丁'],
    ],
    ['pictures', '<p>甲<img alt="乙"><input type=hidden value=丙></p>', ['甲']],
    ['comments', '<p>甲<!-- 乙 --><![if !supportLists]>丙<![endif]></p>', ['甲丙']],
    ['nothing', '<p>&nbsp;</p><div>\u200b</div>', []],
    // Tables.
    [
      'a table of data',
      '<table><tr><th>序号<th>项目<th>标准<tr><td>1<td>护照费<td>160元</table>',
      ['序号 项目 标准', '护照费：160元（序号 1）'],
    ],
    [
      'cells over rows and columns',
      '<table><tr><td rowspan=2>省<td colspan=2>人数<tr><td>1995年<td>1996年<tr><td>北京<td>50<td>60</table>',
      ['省 人数1995年 人数1996年', '北京：人数1995年：50；人数1996年：60'],
    ],
    [
      'a record of the document',
      '<table><tr><td>索 引 号<td>A-1<td>发文机关：<td>甲局<tr><td>成文日期：<td>2018年1月2日</table>',
      ['索 引 号：A-1', '发文机关：甲局', '成文日期：2018年1月2日'],
    ],
    ['a table that places', '<table><tr><td>甲<table><tr><td>乙</table><td>丙</table>', ['甲', '乙', '丙']],
    ['one column', '<table><caption>表1</caption><tr><td>甲<tr><td>乙</table>', ['表1', '甲', '乙']],
  ])('%s', (_, markup, lines) => {
    const { text, isHeading } = htmlText(markup);
    expect(text.split('\n').filter((line) => line !== '')).toEqual(lines);
    expect(isHeading).toHaveLength(lines.length);
  });

  it('says which lines are headings', () => {
    expect(htmlText('<h2>甲</h2><p>乙</p>').isHeading).toEqual([true, false]);
  });
});

describe('rows of a table, as lines', () => {
  it.each<readonly [what: string, rows: readonly (readonly string[])[], lines: readonly string[]]>([
    [
      'each cell with its head',
      [
        ['地区', '1985年', '1986年'],
        ['北京', '50', '60'],
      ],
      ['地区 1985年 1986年', '北京：1985年：50；1986年：60'],
    ],
    [
      'an empty cell without its head',
      [
        ['地区', '1985年', '1986年'],
        ['北京', '', '60'],
      ],
      ['地区 1985年 1986年', '北京：1986年：60'],
    ],
    [
      'groups over several rows',
      [
        ['一级指标', '二级指标', '说明'],
        ['质量', '1.人次', '甲'],
        ['质量', '2.占比', '乙'],
        ['效率', '3.药师', '丙'],
      ],
      [
        '一级指标 二级指标 说明',
        '1.人次：一级指标：质量；说明：甲',
        '2.占比：一级指标：质量；说明：乙',
        '3.药师：一级指标：效率；说明：丙',
      ],
    ],
    [
      'a caption and a note over all columns',
      [
        ['表1 人口', '表1 人口'],
        ['地区', '人数'],
        ['一、城镇', '一、城镇'],
        ['甲县', '10'],
        ['注：不含乙县。', '注：不含乙县。'],
      ],
      ['表1 人口', '地区 人数', '一、城镇', '甲县：10', '注：不含乙县。'],
    ],
    [
      'heads that are printed again',
      [
        ['地区', '人数'],
        ['甲县', '10'],
        ['地区', '人数'],
        ['乙县', '20'],
      ],
      ['地区 人数', '甲县：10', '乙县：20'],
    ],
    [
      'no heads',
      [
        ['1.', '第96号', '54/2014'],
        ['2.', '第97号', '55/2014'],
      ],
      ['1. 第96号 54/2014', '2. 第97号 55/2014'],
    ],
    [
      'numbers that are the same',
      [
        ['年', '甲', '乙'],
        ['2018年', '5', '5'],
      ],
      ['年 甲 乙', '2018年：甲：5；乙：5'],
    ],
    ['nothing', [['', ' '], []], []],
  ])('%s', (_, rows, lines) => {
    expect(tableLines(rows)).toEqual(lines);
  });
});

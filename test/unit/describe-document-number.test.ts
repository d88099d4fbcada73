// biome-ignore-all format: tables are read by their columns.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDocumentNumbers, findNumberSeries, parseDocumentNumber, parseNumberSeries } from '../../core/text/document-number.js';

describe('parseDocumentNumber', () => {
  it.each([
    // as printed                                     canonical, issuer code, year, serial
    ['京政发〔2023〕14号',                              '京政发〔2023〕14号', '京政发', 2023, '14'],
    ['京政发[2023]14号',                                '京政发〔2023〕14号', '京政发', 2023, '14'],
    ['京政发（2023）14号',                              '京政发〔2023〕14号', '京政发', 2023, '14'],
    ['工信部科函 ﹝2020﹞ 9号',                          '工信部科函〔2020〕9号', '工信部科函', 2020, '9'],
    ['工信厅科函【2019】152号',                         '工信厅科函〔2019〕152号', '工信厅科函', 2019, '152'],
    ['京政发〈2023〉14号',                              '京政发〔2023〕14号', '京政发', 2023, '14'],
    ['京政发{2023}14号',                                '京政发〔2023〕14号', '京政发', 2023, '14'],
    ['国办发〔２００４〕９０号',                         '国办发〔2004〕90号', '国办发', 2004, '90'],
    ['豫政办 〔 2021 〕68 号',                          '豫政办〔2021〕68号', '豫政办', 2021, '68'],
    ['发文字号：\u200b晋政办发〔2022〕74号',              '晋政办发〔2022〕74号', '晋政办发', 2022, '74'],
    ['发文字号：晋政发〔2014〕号16',                     '晋政发〔2014〕16号', '晋政发', 2014, '16'],
    ['（皖开放办〔2022〕6号）',                          '皖开放办〔2022〕6号', '皖开放办', 2022, '6'],
    ['臺教授國字〔2020〕6號',                           '台教授国字〔2020〕6号', '台教授国字', 2020, '6'],
    // orders and announcements
    ['国务院令第435号',                                 '国务院令第435号', '国务院令', null, '435'],
    ['省政府令 第65号',                                 '省政府令第65号', '省政府令', null, '65'],
    ['主席令第七十五号',                                '主席令第七十五号', '主席令', null, '75'],
    ['主席令第七二三号',                                 '主席令第七二三号', '主席令', null, '723'],
    ['河北省人民政府令〔2009〕第5号',                    '河北省人民政府令〔2009〕第5号', '河北省人民政府令', 2009, '5'],
    ['上海市人民政府令2018年第8号',                      '上海市人民政府令2018年第8号', '上海市人民政府令', 2018, '8'],
    ['海关总署公告2016年第8号',                          '海关总署公告2016年第8号', '海关总署公告', 2016, '8'],
    ['2021年 第6号',                                   '2021年第6号', '', 2021, '6'],
    // Taiwan
    ['府秘文字第1050123335號',                          '府秘文字第1050123335号', '府秘文字', null, '1050123335'],
    ['（88）台內人字第 8889637  號',                    '台内人字第8889637号', '台内人字', null, '8889637'],
    ['高市府經商字第1120012345號',                      '高市府经商字第1120012345号', '高市府经商字', null, '1120012345'],
    ['新北府環空字第1120012345號',                      '新北府环空字第1120012345号', '新北府环空字', null, '1120012345'],
    ['衛部醫字第1121660123號',                          '卫部医字第1121660123号', '卫部医字', null, '1121660123'],
    ['臺教學（六）字第 1090063239B 號',                 '台教学(六)字第1090063239B号', '台教学(六)字', null, '1090063239B'],
  ])('%s', (printed, text, issuerCode, year, serial) => {
    expect(parseDocumentNumber(printed)).toEqual({ text, issuerCode, year, serial });
  });

  it.each([
    ['（2018）京行终445号'],
    ['(2019)最高法民终1号'],
    ['第18号'],
    ['人工智能'],
    ['2023年5月30日'],
    ['京政发〔2023〕14号文件精神'],
    ['《通知》（国发〔2020〕3号）'],
    [''],
  ])('%s is none', (printed) => {
    expect(parseDocumentNumber(printed)).toBeNull();
  });

  it('never fails, and what it gives it reads again', () => {
    const pieces = fc.constantFrom('京政发', '〔', '2023', '〕', '14', '号', '令', '第', '字', '（', '年', ' ', '公告', '〇', 'A', '\ud800');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const number = parseDocumentNumber(parts.join(''));
        if (number !== null) expect(parseDocumentNumber(number.text)?.text).toBe(number.text);
      }),
    );
  });
});

describe('findDocumentNumbers', () => {
  it.each([
    // in running text, a code starts behind the title or the name before it
    ['…管理办法（试行）》的通知冀科成市函〔2017〕6号各市科技局：',         ['冀科成市函〔2017〕6号']],
    ['根据《关于X的通知》（冀政办发〔2016〕27号）要求',                ['冀政办发〔2016〕27号']],
    ['河北省食盐专营管理实施办法河北省人民政府令〔2022〕第2号',          ['河北省人民政府令〔2022〕第2号']],
    ['民國101年7月16日內政部台內社字第 1010244755 號令訂定發布',       ['台内社字第1010244755号']],
    ['行政院環境保護署環署空字第 0920054678 號令',                   ['环署空字第0920054678号']],
    ['沪规划资源规〔2022〕4号',                                   ['沪规划资源规〔2022〕4号']],
    ['依照(2018)京行终445号判决',                                 []],
  ])('%s', (text, numbers) => {
    const found = findDocumentNumbers(text);
    expect(found.map(({ number }) => number.text)).toEqual(numbers);
    for (const { start, end, number } of found) expect(text.slice(start, end)).toContain(number.serial);
  });

  it('finds a number over any blanks, where it stands', () => {
    const text = `见 京政发\u200b〔${'\u3000'.repeat(90)}2023 〕 14${'\t'.repeat(90)}号。`;
    const [found, ...more] = findDocumentNumbers(text);
    expect(more).toEqual([]);
    expect(found?.number.text).toBe('京政发〔2023〕14号');
    expect(text.slice(found?.start, found?.end)).toBe(text.slice(2, -1));
  });

  it.each([
    // 38 s for one query, 10 s for a line of a file
    ['局, blanks, a year, blanks', `${'局'.repeat(30)}${' '.repeat(116)}2010${' '.repeat(348)}号`],
    ['ideographic spaces',         `局${'\u3000'.repeat(120_000)}号`],
    ['令 over and over',           `${'令 '.repeat(20_000)}号`],
    ['open brackets',              `${'局〔 2010 '.repeat(10_000)}号`],
    ['公告第',                     `${'公告第'.repeat(10_000)}号`],
  ])('reads %s without stalling', (_what, text) => {
    const { user } = process.cpuUsage();
    findDocumentNumbers(text);
    expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1000);
  });

  it('reads a line without any break in linear time', () => {
    const started = performance.now();
    findDocumentNumbers(`${'国'.repeat(100_000)}号`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('numbers without their serial', () => {
  // biome-ignore format: a table
  it.each([
    ['京政发〔2023〕',             ['京政发〔2023〕@0-9']],
    ['算力 京政發[２０２３]',      ['京政发〔2023〕@3-12']],
    ['国办发【2021】、国发〔2020〕', ['国办发〔2021〕@0-9', '国发〔2020〕@10-18']],
    ['按照京政发〔2023〕',         ['京政发〔2023〕@2-11']],
    ['京政发〔2023〕14号',         ['京政发〔2023〕@0-9']], // whoever asks knows the whole ones
    ['工作报告(2023)',             []],
    ['[2023]',                     []],
    ['京政发〔1823〕',             []],
    ['京政发〔20〕',               []],
  ])('%s', (text, expected) => {
    expect(findNumberSeries(text).map(({ number, start, end }) => `${number}@${start}-${end}`)).toEqual(expected);
  });

  it.each([
    ['京政发(2023)', '京政发〔2023〕'],
    ['京政发（2023年）', '京政发〔2023〕'],
    ['京政发 〔2023〕', '京政发〔2023〕'],
    ['京政发(2023)14', null],
    ['京政发', null],
    ['(2023)', null],
  ])('alone, in any brackets: %s', (text, expected) => {
    expect(parseNumberSeries(text)).toBe(expected);
  });
});

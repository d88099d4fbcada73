/** What of a document is cited as published, and which of its days is the act's own. */
import { describe, expect, it } from 'vitest';
import type { LawEvent } from '../../core/model.js';
import { effectOf, numberOf, promulgationOf } from '../../server/cite/published.js';
import { makeDocument } from './cite-cases.js';

const act = (event: string, on: string): LawEvent => ({ event, on, by: [], number: null });
const PASSED = act('通过', '1993-12-29');
const AMENDED = act('修正', '2013-12-28');

describe('the day of the act itself', () => {
  // biome-ignore format: a table, aligned
  it.each([
    // what                                  history                                          published     effective     act           in force
    ['nothing is known of it',               [],                                              '2020-05-14', '2020-06-01', '2020-05-14', '2020-06-01'],
    ['what was amended',                     [PASSED, AMENDED],                               '2013-12-28', '2014-03-01', '1993-12-29', null],
    ['amended, with the first effect',       [PASSED, AMENDED],                               '2013-12-28', '1994-07-01', '1993-12-29', '1994-07-01'],
    ['amended since, published as first',    [PASSED, AMENDED],                               '1993-12-29', '2014-03-01', '1993-12-29', null],
    ['passed, approved, then published',     [PASSED, act('批准', '1994-01-10')],             '1994-01-15', '1994-03-01', '1994-01-15', '1994-03-01'],
    ['its announcement is told',             [PASSED, act('公布', '1994-01-02'), AMENDED],    '2013-12-28', null,         '1994-01-02', null],
    ['passed again is amended',              [PASSED, act('通过', '2013-12-28')],             '2013-12-28', '2014-03-01', '1993-12-29', null],
    ['announced, and no change is told',     [act('制定公布', '2010-11-19')],                   '2016-02-06', '2011-03-01', '2010-11-19', '2011-03-01'],
    ['Taiwan, amended since',                [act('订定发布', '2001-02-03'), act('修正发布', '2010-05-06')], '2010-05-06', null, '2001-02-03', null],
    ['no day of publication',                [PASSED],                                        null,         null,         '1993-12-29', null],
  ])('%s', (_, history, publishedOn, effectiveOn, promulgated, effect) => {
    const document = makeDocument({ history, publishedOn, effectiveOn });
    expect([promulgationOf(document), effectOf(document)]).toEqual([promulgated, effect]);
  });
});

describe('a number as published', () => {
  // biome-ignore format: a table, aligned
  it.each([
    ['工信部科函 ﹝2021﹞ 285号',               '工信部科函﹝2021﹞285号'],
    ['2022年 第23号',                          '2022年第23号'],
    ['府授產業字第1123012345號',               '府授產業字第1123012345號'],
    ['财政部 税务总局公告2023年第7号',         '财政部 税务总局公告2023年第7号'],
    ['GB/T 7714—2015',                         'GB/T 7714—2015'],
  ])('%s', (documentNumberPublished, number) => {
    expect(numberOf(makeDocument({ documentNumberPublished }))).toBe(number);
  });
});

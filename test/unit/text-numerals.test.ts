// biome-ignore-all format: tables are read by their columns.
import { describe, expect, it } from 'vitest';
import { parseNumeral } from '../../core/text/numerals.js';
import { readDate } from '../../indexer/describe/dates/calendar.js';

describe('parseNumeral', () => {
  it.each([
    ['七十五',           75],
    ['十七',             17],
    ['七二三',           723],
    ['一百零八',         108],
    ['一〇八',           108],
    ['二〇二三',         2023],
    ['二零二三',         2023],
    ['二○二三',          2023], // U+25CB
    ['二◯二三',          2023], // U+25EF
    ['二OO六',           2006], // letters
    ['二0二三',          2023],
    ['廿',               20],
    ['廿一',             21],
    ['卅',               30],
    ['卅一',             31],
    ['壹佰',             100],
    ['壹佰贰拾叁',       123],
    ['一千二百',         1200],
    ['１７',             17],
    ['一 百',            100],
    ['007',              7],
  ])('%s is %d', (printed, value) => {
    expect(parseNumeral(printed)).toBe(value);
  });

  it.each([[''], ['甲'], ['12一'], ['第三'], ['constructor']])('%s is none', (printed) => {
    expect(parseNumeral(printed)).toBeNull();
  });
});

describe('a year in Chinese numerals', () => {
  it.each([
    ['二零二三年五月一日'], ['二〇二三年五月一日'], ['二○二三年五月一日'], ['二◯二三年五月一日'], ['二O二三年五月一日'],
  ])('%s is read', (printed) => {
    expect(readDate(printed)).toBe('2023-05-01');
  });
});

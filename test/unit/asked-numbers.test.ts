/** What a document is found by of its number: itself, its series, its code; a code that is a word is not asked for by it. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../core/text/fold.js';
import { entriesOf } from '../../engine/entry.js';
import { analyzed } from '../contract/small-documents.js';

describe('what a number is asked by', () => {
  // biome-ignore format: a table
  it.each([
    ['京政发〔2023〕14号',        [],                 ['京政发〔2023〕14号', '京政发', '京政发〔2023〕']],
    ['国务院令第789号',           ['国务院'],         ['国务院令第789号', '国务院令']],
    ['華總一義字第10500123335號', [],                 ['华总一义字第10500123335号', '华总一义字']],
    ['财税〔2016〕36号',          ['财政部'],         ['财税〔2016〕36号', '财税', '财税〔2016〕']],
    ['公告2023年第7号',           [],                 ['公告2023年第7号', '公告〔2023〕']],
    ['条例〔2020〕1号',           [],                 ['条例〔2020〕1号', '条例〔2020〕']],
    ['财政部2023年第7号',         [],                 ['财政部2023年第7号', '财政部〔2023〕']],
    ['工信部〔2021〕3号',         [],                 ['工信部〔2021〕3号', '工信部〔2021〕']],
    ['天津海关2023年第7号',       ['天津海关'],       ['天津海关2023年第7号', '天津海关〔2023〕']],
    ['市财政局〔2021〕3号',       ['合肥市财政局'],   ['市财政局〔2021〕3号', '市财政局〔2021〕']],
    ['财政部公告2020年第8号',     ['财政部'],         ['财政部公告2020年第8号', '财政部公告', '财政部公告〔2020〕']],
  ])('%s of %s', (number, bodies, expected) => {
    const { entries } = entriesOf(analyzed({ id: 'a', title: '标题', number, bodies, clauses: [] }));
    expect(entries[0]?.ownNumbers).toEqual(expected.map((one) => fold(one)));
  });
});

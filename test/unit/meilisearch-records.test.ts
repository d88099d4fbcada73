/** Documents → the records of an index. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toLines } from '../../engine/meilisearch/build/payloads.js';
import { facetValue, readStored } from '../../engine/meilisearch/records/facet-value.js';
import {
  clauseRecordId,
  type EngineRecord,
  IndexState,
  isRecordId,
  longValuesOf,
  type Numbers,
  readRaw,
  recordsOf,
} from '../../engine/meilisearch/records/records.js';
import { SETTINGS } from '../../engine/meilisearch/records/settings.js';
import { CONTEXT_MARK, tokenCode } from '../../engine/meilisearch/records/token-code.js';
import { CORPUS, LAW, NEWS, PLAN, UNDATED } from '../contract/corpus.js';
import { anyCorpus, named } from '../contract/random-corpus.js';
import { analyzed, type SmallDocument } from '../contract/small-documents.js';

const FIRST: Numbers = { place: 0, theme: 0 };

/** As they cross the wire. */
function sent(small: SmallDocument, place = 0): readonly EngineRecord[] {
  const lines = toLines(recordsOf(analyzed(small), { place, theme: place * 10 }))
    .trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

function record(small: SmallDocument, ordinal: number, place = 0): EngineRecord {
  return sent(small, place)[ordinal] ?? { id: '' };
}

/** `算力` in the own text, `^算力` above it. */
function readable(small: SmallDocument, ordinal: number): string {
  const { clauses, unprintedTitle } = analyzed(small);
  const all = [...clauses.map(({ tokens }) => tokens), ...(unprintedTitle ? [unprintedTitle] : [])];
  const tokens = new Map(
    all
      .flatMap(({ grams }) => grams.split(' '))
      .flatMap((token) => [
        [tokenCode(token), token] as const,
        [CONTEXT_MARK + tokenCode(token), `^${token}`] as const,
      ]),
  );
  return String(record(small, ordinal).text).replace(/[a-z]+/g, (code) => tokens.get(code) ?? code);
}

const words = (tokens: unknown): string => (tokens as string[]).join(' ');

/** Headings that repeat, numbers, and a title that is not printed. */
const REPEATS: SmallDocument = {
  id: 'repeats',
  title: '数据条例',
  clauses: [
    { text: '数据', kind: 'heading' },
    { text: '养犬，养犬，犬。数据', headings: [1] },
  ],
};
const UNPRINTED: SmallDocument = { ...NEWS, number: '数发〔2021〕2号' };

describe('the record of a clause', () => {
  // biome-ignore format: a table
  it.each<[SmallDocument, number, string]>([
    // document  clause  text: its own, then what is above it; between them no phrase
    [UNDATED,    0,      '说明'],
    [UNDATED,    1,      '数据 据与 与算 算力 力 囗 . ^说明'],
    [NEWS,       2,      '数据 据要 要素 . ^人工 ^工智 ^智能 ^能启 ^启动 ^动活 ^活动'],
    [LAW,        1,      '第一 一条 条为 为了 了规 规范 范养 养犬 犬 囗 . ^养犬 ^犬管 ^管理 ^理条 ^条例'],
    [REPEATS,    2,      '养犬 犬 囗 养 养犬 犬 囗 犬 囗 数 数据 . ^数据 ^据条 ^条例 . ^数据'],
  ])('$id, clause %i, is searched by its tokens', (small, ordinal, text) => {
    expect(readable(small, ordinal)).toBe(text);
  });

  // biome-ignore format: a table
  it.each<[SmallDocument, number, string, string, string, string]>([
    // document  clause  own, and its characters                      context                       own twice       context twice
    [UNDATED,    1,      '数据 据与 与算 算力 力 囗 数 据 与 算',        '说明 说 明',                  '',             ''],
    [NEWS,       1,      '𠮷野 野家 家与 与𠮷 𠮷林 林 囗 𠮷 野 家 与', '人工 工智 智能 能启 启动 动活 活动 人 工 智 能 启 动 活', '', ''],
    [REPEATS,    2,      '养犬 犬 囗 养 数 数据 据',                     '数据 据条 条例 数 据 条 例',   '养犬 犬 囗',   '数据'],
  ])('$id, clause %i, is filtered by what it holds', (small, ordinal, own, context, ownTwice, contextTwice) => {
    const made = record(small, ordinal);
    expect(words(made.own)).toBe(own);
    expect(words(made.context)).toBe(context);
    expect([words(made.ownTwice), words(made.contextTwice)]).toEqual([ownTwice, contextTwice]);
  });

  const number = ['京政发囗|2023|囗|14|号', '京政发', '京政发囗|2023|囗'];
  // biome-ignore format: a table
  it.each<[string, SmallDocument, number, string[] | undefined, string[] | undefined]>([
    // whose                       document   clause  ownNumber  number
    ['the title has it',           PLAN,      0,      number,    undefined],
    ['what is below it does not',  PLAN,      3,      undefined, number],
    ['nor does an English title',  PLAN,      6,      undefined, number],
    ['no title printed',           UNPRINTED, 0,      undefined, ['数发囗|2021|囗|2|号', '数发', '数发囗|2021|囗']],
    ['a code that is a word',      LAW,       0,      ['公告囗|2020|囗|5|号', '公告囗|2020|囗'], undefined],
    ['no number',                  UNDATED,   0,      undefined, undefined],
  ])('a number of a document: %s', (_, small, ordinal, ownNumber, above) => {
    const made = record(small, ordinal);
    expect([made.ownNumber, made.number]).toEqual([ownNumber, above]);
  });

  it('knows what the bodies and places of its document are called', () => {
    for (const ordinal of [0, 3]) {
      expect(record(PLAN, ordinal).names).toEqual(
        expect.arrayContaining(['北京市经济和信息化局', '北京市经信局', '市政府', '北京', '北京市', '京']),
      );
    }
    expect(record(UNDATED, 0).names).toBeUndefined();
  });

  // biome-ignore format: a table
  it.each<[SmallDocument, number, number, object]>([
    // document  clause  place  facets and order
    [PLAN,       3,      0,     { order: 3,         year: ['2023'], publishedOn: 20230530, type: ['方案'], status: ['现行'], city: ['北京'], theme: ['算力', '数据'] }],
    [PLAN,       0,      2,     { order: 2_000_000, theme: [], issuingBody: ['北京市人民政府', '北京市经济和信息化局'] }],
    [NEWS,       2,      7,     { order: 7_000_002, year: ['2021'], publishedOn: 20210609, city: ['北京', '天津'], theme: ['数据'] }],
    [UNDATED,    1,      9,     { order: 9_000_001, city: [], theme: [], issuingBody: [] }],
  ])('$id, clause %i, has its facets, and its place among all', (small, ordinal, place, expected) => {
    expect(record(small, ordinal, place)).toMatchObject(expected);
  });

  it('has no date, and no value of a facet, where the document has none', () => {
    expect(record(UNDATED, 1)).not.toHaveProperty('publishedOn');
    expect(record(UNDATED, 1)).toMatchObject({ year: [], type: [], status: [] });
    expect(record(NEWS, 0)).toMatchObject({ status: [] });
  });

  it('holds each value of a facet once, and tells those too long for it', () => {
    const long = '局'.repeat(200);
    const small: SmallDocument = { ...PLAN, cities: ['北京', '北京'], bodies: [long, long] };
    expect(record(small, 0).city).toEqual(['北京']);
    const [code = '', ...more] = record(small, 0).issuingBody as string[];
    expect(more).toEqual([]);
    expect(longValuesOf(analyzed(small))).toEqual({ [code]: long });
    expect(longValuesOf(analyzed(PLAN))).toEqual({});
  });
});

describe('the records of a document', () => {
  it('are its clauses, then itself', () => {
    for (const small of CORPUS) {
      const { document, clauses, raw } = analyzed(small);
      const made = sent(small, 4);
      expect(made.map(({ kind, record }) => record ?? kind)).toEqual([
        ...clauses.map(({ clause }) => clause.kind),
        'document',
      ]);
      expect(made.at(-1)).toMatchObject({
        ...{ documentId: small.id, origin: `/texts/${small.id}.txt`, sha256: 'a', place: 4 },
        clauses: clauses.length,
        characters: clauses.reduce((sum, { tokens }) => sum + tokens.folded.length, 0),
      });
      expect(made.at(-1)).not.toHaveProperty('order'); // only clauses have a place in the order
      expect(JSON.parse(String(made.at(-1)?.metadata))).toEqual(document);
      expect(readRaw(String(made.at(-1)?.raw))).toBe(raw);
    }
  });

  it('have ids that the engine takes, whatever the document is called, and different ones', () => {
    fc.assert(
      fc.property(anyCorpus, fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (corpus, id) => {
        const made = named(corpus, 'x').map((small) => {
          const document = analyzed(small);
          return { ...document, document: { ...document.document, id: id + small.id } };
        });
        const ids = made.flatMap((one, place) =>
          recordsOf(one, { place, theme: place * 10 }).map((record) => record.id),
        );
        for (const one of ids) expect(one).toMatch(/^[A-Za-z0-9_-]{1,511}$/);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('give texts back that are no valid Unicode, and send none', () => {
    const text = '算\ud800力\udc00。';
    const small: SmallDocument = { id: 'odd', title: text, clauses: [text], type: text, cities: [text] };
    const whole = analyzed(small);
    const records = recordsOf({ ...whole, document: { ...whole.document, id: text } }, FIRST);
    const made: EngineRecord[] = records.map((one) => JSON.parse(toLines([one])));
    expect(readStored(String(made[0]?.documentId))).toBe(text);
    expect(JSON.parse(String(made[1]?.clause)).text).toBe(text);
    expect(JSON.parse(String(made[2]?.metadata))).toMatchObject({ title: text, type: text, cities: [text] });
    expect(readRaw(String(made[2]?.raw))).toBe(`${text}\n${text}`);
    // The engine refuses a payload with half a character in it, and all that is in it.
    for (const value of made.flatMap((one) => Object.values(one).flat())) {
      expect(String(value).isWellFormed()).toBe(true);
    }
    const long = longValuesOf(analyzed({ ...small, type: text.repeat(100) }));
    const [[code = '', stored = ''] = []] = Object.entries(long);
    expect(stored.isWellFormed()).toBe(true);
    expect(facetValue(code, long)).toBe(text.repeat(100));
  });

  it('keep the raw text, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }), (raw) => {
        expect(readRaw(String(recordsOf({ ...analyzed(LAW), raw }, FIRST).at(-1)?.raw))).toBe(raw);
      }),
    );
  });
});

describe('what an index says of itself', () => {
  it('is shown in every field', () => {
    expect(SETTINGS.displayedAttributes).toEqual(expect.arrayContaining(Object.keys(IndexState.shape)));
  });
});

describe('an id that may be asked for', () => {
  // biome-ignore format: a table
  it.each([
    ['plan-3',        true],
    ['a_B-9',         true],
    ['x'.repeat(509), true],
    ['x'.repeat(510), false],
    ['京政发',         false],
    ['a b',           false],
    ['a\n',           false],
    ['a"] OR 1',      false],
  ])('%j: %s', (clauseId, expected) => {
    expect(isRecordId(clauseRecordId(clauseId))).toBe(expected);
  });

  it('is not empty', () => {
    expect(isRecordId('')).toBe(false);
  });
});

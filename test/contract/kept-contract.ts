/**
 * What an engine keeps in memory changes no answer, however little it has room for: a page of hits out of more documents
 * than are kept, more words than are counted, many who ask at once and push out what the others have just read.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import { type EngineUnderTest, fill } from './engine-under-test.js';
import { phrase, query, type SmallDocument, word } from './small-documents.js';

export interface KeptUnderTest extends EngineUnderTest {
  /** With room for so many of everything; 1 is the least there is. */
  openWith(room: number): SearchEngine;
}

const PAGE = 100;
const CITIES = ['北京', '上海', '广州'];

/** A hundred documents. In each third one every window of three grams of 推动数据安全 stands, and the text does not. */
const CORPUS = Array.from(
  { length: PAGE },
  (_, i): SmallDocument => ({
    id: `document-${i}`,
    title: `方案之${i}`,
    cities: [CITIES[i % 3] ?? ''],
    publishedOn: '2023-05-30',
    clauses: [
      {
        text: i % 3 === 0 ? `推动数据安，动数据安全，第${i}项。` : `推动数据安全，推动数据共享，第${i}项。`,
        themes: [i % 2 === 0 ? '数据' : '算力'],
      },
      `建设算力中心${'，培育人才'.repeat(i % 4)}。`,
    ],
  }),
);
const IDS = CORPUS.map(({ id }) => `${id}-1`);
const PHRASES = ['推动数据安全', '算力', '人才', '数据', '推动', '第1项', '中心', '没有的'].map(phrase);
const QUERIES = [
  query('推动数据安全'),
  query('推动数据安全 数据 推动'),
  query('算力 -人才'),
  query('数据 -推动数据安全'),
  query('算力 人才 培育', { match: 'any', prefer: [phrase('算力中心')] }),
  query('数据', { filters: { ...query('').filters, theme: ['数据'] }, facets: ['theme', 'city'] }),
  query('数据', { filters: { ...query('').filters, theme: ['算力'], city: ['北京'] }, facets: ['theme'] }),
  query('', { words: [word('算力', '推动数据安全'), word('方案之7')] }),
];

/** From `start` on, and round. */
function turned<Item>(items: readonly Item[], start: number): Item[] {
  return [...items.slice(start), ...items.slice(0, start)];
}

export function describeKept(engine: string, place: () => Promise<KeptUnderTest>): void {
  describe(`${engine}, with little room`, () => {
    let here: KeptUnderTest;
    const opened: SearchEngine[] = [];
    const open = (room: number): SearchEngine => {
      const engine = here.openWith(room);
      opened.push(engine);
      return engine;
    };
    const documentsOf = async (engine: SearchEngine, ids: readonly string[]): Promise<string[]> =>
      (await engine.clauses(ids)).map(({ clause, document }) => `${clause.id} of ${document.id}`);
    const expected = (ids: readonly string[]): string[] => ids.map((id) => `${id} of ${id.slice(0, -2)}`);

    beforeAll(async () => {
      here = await place();
      await fill(here, CORPUS);
    });
    afterAll(async () => {
      await Promise.all(opened.map((engine) => engine.close()));
      await here.dispose();
    });

    it.each([1, 2, 3, 99])('shows all hits of a page of a hundred, with room for %i', async (room) => {
      const engine = open(room);
      expect(await documentsOf(engine, IDS)).toEqual(expected(IDS));
      expect(await documentsOf(engine, IDS)).toEqual(expected(IDS));
      // Those that are held come last, behind all that push them out.
      const held = IDS.slice(0, room);
      await documentsOf(engine, held);
      const page = turned(IDS, room);
      expect(await documentsOf(engine, page)).toEqual(expected(page));
    });

    it.each([1, 3])('shows all of them to many at once, with room for %i', async (room) => {
      const engine = open(room);
      const pages = Array.from({ length: 12 }, (_, i) => turned(IDS, (i * 37) % PAGE));
      const shown = await Promise.all(pages.map((page) => documentsOf(engine, page)));
      expect(shown).toEqual(pages.map(expected));
    });

    it('leaves out only what is not there', async () => {
      const engine = open(1);
      const page = ['nothing-1', IDS[3], 'no such id', IDS[4], IDS[3]] as string[];
      const found = expected([IDS[3], IDS[4], IDS[3]] as string[]);
      expect(await documentsOf(engine, page)).toEqual(found);
      expect(await documentsOf(engine, page)).toEqual(found);
    });

    it.each([1, 2, 3])('counts words alike, with room for %i', async (room) => {
      const engine = open(room);
      const counted = await here.open().frequencies(PHRASES);
      expect(counted).toEqual([66, 100, 75, 100, 100, 1, 100, 0]);
      for (let start = 0; start < PHRASES.length; start += 1) {
        await engine.frequencies(PHRASES.slice(0, room));
        expect(await engine.frequencies(turned(PHRASES, start))).toEqual(turned(counted, start));
      }
    });

    it.each([1, 2])('answers alike, one by one and all at once, with room for %i', async (room) => {
      const roomy = here.open();
      const answers = [];
      for (const asked of QUERIES) answers.push(await roomy.search(asked));
      expect(answers.map(({ total }) => total)).toEqual([66, 66, 25, 34, 100, 50, 17, 2]);
      const engine = open(room);
      for (const [i, asked] of QUERIES.entries()) expect(await engine.search(asked)).toEqual(answers[i]);
      const often = [...QUERIES, ...turned(QUERIES, 3), ...turned(QUERIES, 5)];
      const all = await Promise.all(often.map((asked) => engine.search(asked)));
      expect(all).toEqual([...answers, ...turned(answers, 3), ...turned(answers, 5)]);
      await roomy.close();
    });
  });
}

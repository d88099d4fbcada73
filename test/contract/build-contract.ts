/** What any engine must do with builds: whole or not at all. */
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { FACETS } from '../../core/model.js';
import { CORPUS, LAW, NEWS, PLAN, UNDATED } from './corpus.js';
import { type EngineUnderTest, fill, REBUILD, UPDATE, withoutIds } from './engine-under-test.js';
import { expectProposals } from './group-contract.js';
import { scan } from './plain-scan.js';
import { anyCorpus, anyQuery, named } from './random-corpus.js';
import { analyzed, phrase, query } from './small-documents.js';

/** @param runs  Of the property; each makes an index and brings it up to date. */
export function describeBuilds(name: string, start: () => Promise<EngineUnderTest>, runs: number): void {
  describe(`${name}: builds`, () => {
    const places: EngineUnderTest[] = [];
    const begin = async (): Promise<EngineUnderTest> => {
      const place = await start();
      places.push(place);
      return place;
    };
    afterEach(async () => {
      for (const place of places.splice(0)) await place.dispose();
    });
    const found = async (place: EngineUnderTest, typed: string): Promise<string[]> => {
      const engine = place.open();
      try {
        return (await engine.search(query(typed))).proposals.map(({ clauseId }) => clauseId).sort();
      } finally {
        await engine.close();
      }
    };

    it('has no index before the first commit, and says so', async () => {
      const place = await begin();
      await expect(place.open().status()).rejects.toMatchObject({ code: 'index_missing' });
    });

    it('gives back every text as it was: a number is no number, nothing is trimmed', async () => {
      const place = await begin();
      const texts = [
        '5',
        '007',
        '1e5',
        '-0.0',
        '0x10',
        '9'.repeat(30),
        ' 甲 ',
        '甲\u0000乙',
        'a\u0000b',
        '𠀀，A',
        'é ½',
        'true',
      ];
      const numbers = analyzed({ id: 'numbers', title: '12', clauses: texts });
      await fill(place, [{ id: 'numbers', title: '12', clauses: texts }]);
      const engine = place.open();
      const stored = await engine.document('numbers');
      expect(stored?.clauses.map(({ text }) => text)).toEqual(
        numbers.clauses.map(({ clause }) => clause.text),
      );
      expect(stored?.document).toEqual(numbers.document);
      expect((await engine.raw('numbers')) ?? '').toBe(numbers.raw);
      expect(await found(place, '5')).toEqual(['numbers-1', 'numbers-3']); // 5, 1e5
      await engine.close();
    });

    it('finds a note as any clause, and gives it back with what it belongs to', async () => {
      const place = await begin();
      const note = { text: '① 初步统计数。', kind: 'note' as const, noteOf: 'report-1' };
      await fill(place, [{ id: 'report', title: '公报', clauses: ['增长5%①。', note] }]);
      const engine = place.open();
      const { proposals } = await engine.search(query('初步统计数'));
      expect(proposals).toMatchObject([{ clauseId: 'report-2', kind: 'note' }]);
      expect(await engine.clauses(['report-2'])).toMatchObject([{ clause: note }]);
      await engine.close();
    });

    it('updates: adds, replaces, removes, keeps the rest', async () => {
      const place = await begin();
      await fill(place, CORPUS);
      const build = await place.build(UPDATE);
      expect(build.before).toEqual({ documents: 4, clauses: 18 });
      expect([...build.existing.keys()].sort()).toEqual(['law', 'news', 'plan', 'undated']);
      expect(build.existing.get('law')).toEqual({ origin: '/texts/law.txt', sha256: 'a' });
      await build.add([analyzed({ ...NEWS, clauses: ['量子计算。'], cities: ['合肥'] })]);
      await build.add([analyzed({ id: 'more', title: '补充', clauses: ['量子算力。'] })]);
      await build.remove(['undated', 'no such']);
      expect(await found(place, '算力')).toEqual(['news-0', 'plan-0', 'plan-3', 'undated-1', 'undated-2']);
      const status = await build.commit();
      expect(status).toMatchObject({ documents: 4, clauses: 15 });

      const now = [PLAN, LAW, { ...NEWS, clauses: ['量子计算。'], cities: ['合肥'] }].map(analyzed);
      now.push(analyzed({ id: 'more', title: '补充', clauses: ['量子算力。'] }));
      const engine = place.open();
      for (const typed of ['算力', '量子', '数据', '人工智能', '人工智能 量子', '', '-算力', '力']) {
        const asked = query(typed, { facets: FACETS });
        const answer = await engine.search(asked);
        const expected = scan(now, asked);
        expect(answer).toMatchObject(withoutIds(expected));
        expect(answer.proposals.map(({ clauseId }) => clauseId).sort()).toEqual([...expected.ids].sort());
      }
      expect(await engine.frequencies(['算力', '数据', '𠮷'].map(phrase))).toEqual([3, 1, 0]);
      expect(await engine.document('undated')).toBeNull();
      expect(await engine.clauses(['undated-1', 'news-0'])).toHaveLength(1);
      expect(await engine.status()).toEqual(status);
      await engine.close();
    });

    it('replaces a document that is added twice', async () => {
      const place = await begin();
      await fill(place, [LAW, { ...LAW, clauses: ['只有这条。'] }]);
      expect(await found(place, '')).toEqual(['law-0', 'law-1']);
    });

    it('a rebuild starts from nothing; an update of nothing too', async () => {
      const place = await begin();
      const first = await place.build(UPDATE);
      expect(first.existing.size).toBe(0);
      await first.add([analyzed(LAW)]);
      await first.commit();
      const second = await place.build(REBUILD);
      expect(second.existing.size).toBe(0);
      await second.add([analyzed(UNDATED)]);
      await second.commit();
      expect(await found(place, '')).toEqual(['undated-0', 'undated-1', 'undated-2']);
    });

    it.each([REBUILD, UPDATE])('shows nothing of an abandoned $mode', async (options) => {
      const place = await begin();
      await fill(place, [LAW]);
      const build = await place.build(options);
      await build.add([analyzed(PLAN)]);
      await build.remove(['law']);
      await build.abandon();
      await build.abandon();
      expect(await found(place, '养犬')).toEqual(['law-0', 'law-1', 'law-2']);
      await fill(place, [UNDATED]);
      expect(await found(place, '养犬')).toEqual([]);
    });

    it('lets one build at a time', async () => {
      const place = await begin();
      const build = await place.build(REBUILD);
      await expect(place.build(REBUILD)).rejects.toMatchObject({ code: 'index_busy' });
      await build.abandon();
      await (await place.build(REBUILD)).abandon();
    });

    it('finds and counts what a plain scan does, whatever the texts, queries and updates', async () => {
      await fc.assert(
        fc.asyncProperty(
          anyCorpus,
          anyCorpus,
          fc.array(anyQuery, { minLength: 8, maxLength: 8 }),
          async (one, two, asked) => {
            const place = await start();
            try {
              await fill(place, named(one, 'a'));
              const replaced = named(two, 'a').slice(0, 2);
              const added = named(two, 'b').slice(2);
              const removed = named(one, 'a').slice(2, 3);
              const build = await place.build(UPDATE);
              await build.add([...replaced, ...added].map(analyzed));
              await build.remove(removed.map(({ id }) => id));
              await build.commit();
              const gone = new Set([...replaced, ...removed].map(({ id }) => id));
              const rest = named(one, 'a').filter(({ id }) => !gone.has(id));
              const documents = [...rest, ...replaced, ...added].map(analyzed);
              const engine = place.open();
              for (const each of asked) {
                const answer = await engine.search(each);
                const expected = scan(documents, each);
                expect(answer).toMatchObject(withoutIds(expected));
                expectProposals(each, answer, expected);
              }
              await engine.close();
            } finally {
              await place.dispose();
            }
          },
        ),
        { numRuns: runs },
      );
    });
  });
}

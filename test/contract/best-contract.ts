/** In groups: which documents come first, which clauses of each, and that these are the first of the document's own list. */
import { describe, expect, it } from 'vitest';
import type { EngineQuery, EngineWord, Proposal } from '../../engine/engine.js';
import { CLAUSES_OF_GROUP, documentScore } from '../../engine/step-one.js';
import { type EngineUnderTest, engineOver } from './engine-under-test.js';
import { phrase, query, type SmallDocument, word } from './small-documents.js';

const filled = (text: string, length: number): string => text + '甲'.repeat(length - text.length);

/** More documents than are put in order before all hits are read, and more hits than are all read. */
const MANY = Array.from(
  { length: 140 },
  (_, i): SmallDocument => ({
    id: `many-${i}`,
    title: '说明',
    publishedOn: `20${String(10 + (i % 14))}-03-01`,
    clauses: [
      ...Array.from({ length: 5 }, (_, j) => filled('数据，发展', 6 + ((i * 37 + j * 11) % 83))),
      ...Array.from({ length: 5 }, (_, j) => filled('发展', 6 + ((i * 29 + j * 17) % 83))),
    ],
  }),
);
/** Its title, and the clause that prints the run, are short: by their weight alone they would come behind the others. */
const NUMBERED: SmallDocument = {
  id: 'numbered',
  title: '通知甲',
  number: '京政发〔2023〕14号',
  publishedOn: '2023-05-30',
  clauses: [
    ...Array.from({ length: 8 }, () => filled('数据，共享，发展', 12)),
    filled('数据共享，发展', 12),
    filled('共享，发展', 70),
    filled('数据，发展', 70),
  ],
};
/** Many hits, and none that holds every word. */
const BROAD: SmallDocument = {
  id: 'broad',
  title: '规划',
  clauses: Array.from({ length: 30 }, () => filled('发展', 80)),
};

const numbered = (text: string): EngineWord => ({ ...word(text), numbers: ['京政发'] });

export function describeBest(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: the best documents and their best clauses`, () => {
    const engine = engineOver(start, [BROAD, ...MANY, NUMBERED]);
    const idsOf = (proposals: readonly Proposal[]): string[] => proposals.map(({ clauseId }) => clauseId);
    const groupsOf = async (asked: EngineQuery): Promise<string[]> =>
      (await engine().search({ ...asked, group: 'document' })).groups.map(({ documentId }) => documentId);

    // biome-ignore format: a table
    it.each([
      ['a word',                   [word('共享')],                   [],              'all',     ['numbered-10', 'numbered-1', 'numbered-2']],
      ['the number',               [numbered('共享')],               [],              'all',     ['numbered-0', 'numbered-10', 'numbered-1']],
      ['words',                    [word('数据'), word('共享')],     [],              'all',     ['numbered-1', 'numbered-2', 'numbered-3']],
      ['a run in one piece',       [word('数据'), word('共享')],     ['数据共享'],    'all',     ['numbered-9', 'numbered-1', 'numbered-2']],
      ['a run, its document’s number', [numbered('数据'), word('共享')], ['数据共享'], 'any',    ['numbered-0', 'numbered-9', 'numbered-10']],
      ['every word, then any',     [word('数据'), word('共享')],     ['数据共享'],    'all+any', ['numbered-9', 'numbered-1', 'numbered-2']],
    ] as const)('of each document, the first of its own list: %s', async (_, words, runs, match, best) => {
      const asked = query('', { words, prefer: runs.map(phrase), match });
      for (const sort of ['relevance', 'newest'] as const) {
        const { groups, proposals } = await engine().search({ ...asked, sort, group: 'document', take: 4 });
        expect(groups.map(({ documentId }) => documentId)).toContain('numbered');
        const found = await engine().hitsIn({ ...asked, sort }, groups, 8);
        for (const { documentId: document } of groups) {
          const list = idsOf((await engine().search({ ...asked, document, take: 8 })).proposals);
          const own = (all: readonly Proposal[]) => idsOf(all.filter((one) => one.documentId === document));
          expect(own(proposals)).toEqual(list.slice(0, CLAUSES_OF_GROUP));
          expect(own(found)).toEqual(list);
          if (document === 'numbered') expect(list.slice(0, 3)).toEqual(best);
        }
      }
    });

    it('finds the same of many words, whether or not those that hold all of them were counted before', async () => {
      const asked = query('数据 共享 发展 甲 通知', { match: 'all+any', take: 30 });
      const searches = [
        asked,
        { ...asked, group: 'document' as const },
        { ...asked, skip: 5 },
        { ...asked, document: 'many-1' },
        { ...asked, excluded: [phrase('共享')] },
      ];
      const searchAll = () => Promise.all(searches.map((one) => engine().search(one)));
      const before = await searchAll();
      expect(before.map(({ first }) => first?.count)).toEqual([9, 9, 9, 0, 0]);
      expect(before.map(({ total }) => total)).toEqual([1442, 1442, 1442, 10, 1432]);
      const holders = idsOf(before[0]?.proposals.slice(0, 9) ?? []).sort();
      expect(holders).toEqual(Array.from({ length: 9 }, (_, i) => `numbered-${i + 1}`));
      expect(before[2]?.proposals.slice(0, 25)).toEqual(before[0]?.proposals.slice(5));
      const counted = await engine().search({ ...asked, match: 'all', onlyTotal: true });
      expect(counted.total).toBe(9);
      expect(await searchAll()).toEqual(before);
    });

    it('puts the document first whose number was asked for, whatever else there is', async () => {
      for (const words of [[numbered('发展')], [numbered('发展'), word('甲')]]) {
        for (const match of ['all', 'any'] as const) {
          expect((await groupsOf(query('', { words, match, take: 3 })))[0]).toBe('numbered');
        }
      }
    });

    it('puts all documents in the order of what their clauses are worth, where all of these are read', async () => {
      const asked = query('数据');
      const flat = (await engine().search(asked)).proposals;
      const worth = new Map<string, number[]>();
      for (const { documentId, score } of flat) {
        worth.set(documentId, [...(worth.get(documentId) ?? []), score]);
      }
      const ordered = [...worth]
        .map(([id, [first = 0, ...others]]) => {
          const best = [first, ...others.slice(0, CLAUSES_OF_GROUP - 1)];
          return {
            id,
            score: documentScore(
              first,
              best.reduce((sum, one) => sum + one, 0),
            ),
          };
        })
        .sort((a, b) => b.score - a.score);
      const found = await groupsOf(asked);
      expect(found.length).toBe(141);
      const scoreOf = new Map(ordered.map(({ id, score }) => [id, score]));
      expect(found.map((id) => scoreOf.get(id)?.toFixed(9))).toEqual(
        ordered.map(({ score }) => score.toFixed(9)),
      );
    });

    it('puts the documents with a hit of all before those of any, however far one reads', async () => {
      const asked = query('数据 发展', { match: 'all+any' });
      const found = await groupsOf(asked);
      expect(found.length).toBe(142);
      expect(found.indexOf('broad')).toBe(141);
    });
  });
}

/** The order that any engine must propose in, and its pages. */
import { describe, expect, it } from 'vitest';
import type { Phrase } from '../../core/text/analyze.js';
import type { Proposal } from '../../engine/engine.js';
import { RUN_SHARE } from '../../engine/step-one.js';
import { CORPUS } from './corpus.js';
import { type EngineUnderTest, engineOver } from './engine-under-test.js';
import { phrase, query } from './small-documents.js';

export function describeOrder(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: in which order`, () => {
    const engine = engineOver(start, CORPUS);

    it('orders by date, undated last, in document order inside', async () => {
      const order = async (sort: 'newest' | 'oldest'): Promise<string[]> =>
        (await engine().search(query('数据', { sort }))).proposals.map(({ clauseId }) => clauseId);
      expect(await order('newest')).toEqual(['plan-2', 'news-2', 'undated-1', 'undated-2']);
      expect(await order('oldest')).toEqual(['news-2', 'plan-2', 'undated-1', 'undated-2']);
    });

    it('orders by step one: a run in one piece is worth more, equals stand in document order', async () => {
      const scores = async (prefer: readonly Phrase[]): Promise<ReadonlyMap<string, number>> => {
        const { proposals } = await engine().search(query('算力 中心', { match: 'any', prefer }));
        expect(proposals.map(({ score }) => score)).toEqual(
          proposals.map(({ score }) => score).sort((a, b) => b - a),
        );
        return new Map(proposals.map(({ clauseId, score }) => [clauseId, score]));
      };
      const [plain, preferring] = [await scores([]), await scores([phrase('算力中心')])];
      expect([...preferring.keys()].sort()).toEqual([...plain.keys()].sort());
      for (const [id, score] of plain) {
        const share = id === 'plan-3' ? 1 + RUN_SHARE : 1; // the only one that holds 算力中心
        expect(preferring.get(id), id).toBeCloseTo(score * share, 9);
      }
      // the share is enough to be seen, and too little to be a tier
      const gained = (preferring.get('plan-3') ?? 0) / (plain.get('plan-3') ?? 0);
      expect(gained).toBeGreaterThan(1.1);
      expect(gained).toBeLessThan(1.5);
      const ids = (await engine().search(query('算力'))).proposals.map(({ clauseId }) => clauseId);
      expect(ids.indexOf('undated-2')).toBe(ids.indexOf('undated-1') + 1);
    });

    it.each(['relevance', 'newest', 'oldest'] as const)(
      'pages through %s, the last page short',
      async (sort) => {
        for (const typed of ['', '算力']) {
          const all = (await engine().search(query(typed, { sort }))).proposals;
          const pages = [];
          for (let skip = 0; skip < all.length + 4; skip += 4) {
            pages.push(...(await engine().search(query(typed, { sort, skip, take: 4 }))).proposals);
          }
          expect(pages).toEqual(all);
        }
      },
    );

    it.each(['算力', '算力 数据', '数据 -农业', '"揭榜挂帅"', '……', '龘'])(
      'tells what it proposes before it has counted, if it does, as it answers it: %s',
      async (typed) => {
        const told: (readonly Proposal[])[] = [];
        const asked = query(typed, { onProposals: (proposals) => void told.push(proposals) });
        const { proposals } = await engine().search(asked);
        expect(told.at(-1) ?? proposals).toEqual(proposals);
      },
    );
  });
}

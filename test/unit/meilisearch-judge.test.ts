/** Which clauses are hits, and what they are worth, decided by their texts as they come back from an index. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineQuery } from '../../engine/engine.js';
import { toLines } from '../../engine/meilisearch/build/payloads.js';
import { recordsOf } from '../../engine/meilisearch/records/records.js';
import { judge } from '../../engine/meilisearch/search/judge.js';
import { type FoundClause, readSearch } from '../../engine/meilisearch/search/read-answer.js';
import {
  compareScored,
  type Scored,
  toProposal,
  weighClause,
} from '../../engine/meilisearch/search/weigh-clause.js';
import { CONTEXT_SHARE, RUN_SHARE } from '../../engine/step-one.js';
import { CORPUS } from '../contract/corpus.js';
import { scan } from '../contract/plain-scan.js';
import { anyCorpus, anyPlainQuery, named } from '../contract/random-corpus.js';
import { analyzed, phrase, query, type SmallDocument, word } from '../contract/small-documents.js';

/** As an index gives them back. */
function clausesOf(corpus: readonly SmallDocument[]): readonly FoundClause[] {
  const lines = corpus
    .map((document, place) => toLines(recordsOf(analyzed(document), { place, theme: place * 10 })))
    .join('');
  const records = lines
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const hits = records.filter(({ order }) => order !== undefined);
  return readSearch({ hits, totalHits: hits.length }).clauses;
}

const CLAUSES = clausesOf(CORPUS);

function clause(id: string): FoundClause {
  const found = CLAUSES.find((one) => one.id === `c-${id}`);
  if (found === undefined) throw new Error(`There is no clause ${id}.`);
  return found;
}

describe('judge', () => {
  // plan-3 is （二）建设算力中心；农业除外。 under 一、主要任务, in 北京市算力发展方案
  // biome-ignore format: a table
  it.each<[string, string, 'all' | 'any', boolean, string, string]>([
    // clause       typed             match  a hit?  own     context
    ['plan-3',      '',               'all', true,   '',     ''],
    ['plan-3',      '算力中心',       'all', true,   '+',    '-'],
    ['plan-3',      '算力',           'all', true,   '+',    '+'],
    ['plan-3',      '北京',           'all', false,  '-',    '+'],
    ['plan-3',      '北京 中心',      'all', true,   '-+',   '+-'],
    ['plan-3',      '北京 任务',      'all', false,  '--',   '++'],
    ['plan-3',      '北京 天津',      'any', false,  '--',   '+-'],
    ['plan-3',      '中心 天津',      'all', false,  '+-',   '--'],
    ['plan-3',      '中心 天津',      'any', true,   '+-',   '--'],
    ['plan-3',      '算力 -农业',     'all', false,  '+',    '+'],
    ['plan-3',      '算力 -北京',     'all', false,  '+',    '+'],
    ['plan-3',      '算力 -天津',     'all', true,   '+',    '+'],
    ['plan-3',      '-任务',          'all', false,  '',     ''],
    ['plan-3',      '中心；农业',     'all', true,   '+',    '-'],
    ['plan-3',      '中心农业',       'all', false,  '-',    '-'],
    ['plan-0',      '北京',           'all', true,   '+',    '-'],
    ['plan-2',      '5g',             'all', true,   '+',    '-'],
    ['news-0',      '5g',             'all', false,  '-',    '-'],
    ['news-0',      '算力 人工',      'all', true,   '+-',   '-+'],
    ['news-1',      '𠮷',             'all', true,   '+',    '-'],
    ['law-2',       '养犬 条例',      'all', true,   '+-',   '++'],
    ['undated-2',   '数据与算力',     'all', true,   '+',    '-'],
  ])('%s: %s (%s) is a hit: %s', (id, typed, match, isHit, own, context) => {
    const judged = judge(clause(id), query(typed, { match }));
    const signs = (held: readonly boolean[]): string => held.map((one) => (one ? '+' : '-')).join('');
    expect([judged.isHit, signs(judged.own), signs(judged.context)]).toEqual([isHit, own, context]);
  });

  it('takes any alternative, and a number for the clauses of its document', () => {
    const either = { ...query(''), words: [word('天津', '中心')] };
    expect(judge(clause('plan-3'), either).isHit).toBe(true);
    const numbered = { ...query(''), words: [{ ...word('天津'), numbers: ['京政发〔2023〕14号'] }] };
    expect(judge(clause('plan-0'), numbered)).toMatchObject({ isHit: true, own: [true], context: [false] });
    expect(judge(clause('plan-3'), numbered)).toMatchObject({ isHit: false, own: [false], context: [true] });
    expect(judge(clause('law-0'), numbered)).toMatchObject({ isHit: false, context: [false] });
  });

  it('finds what a reading of every text finds, in any corpus', () => {
    let hits = 0;
    fc.assert(
      fc.property(anyCorpus, anyPlainQuery, (small, asked) => {
        const corpus = named(small, 'r');
        const { words, excluded, match } = asked;
        const open: EngineQuery = { ...query(''), words, excluded, match };
        const found = clausesOf(corpus).filter((one) => judge(one, open).isHit);
        hits += found.length;
        expect(found.map(({ id }) => id.slice('c-'.length))).toEqual(scan(corpus.map(analyzed), open).ids);
      }),
      { numRuns: 500 },
    );
    expect(hits).toBeGreaterThan(500); // else nothing was tested
  });
});

describe('weighClause', () => {
  const { weight } = clause('plan-3');
  // biome-ignore format: a table
  it.each<[string, Partial<EngineQuery>, readonly number[], number | null]>([
    // typed      and             rarities  score
    ['天津',      {},             [2],      null],
    ['',          {},             [],       0],
    ['中心',      {},             [2],      2 * weight],
    ['算力',      {},             [2],      2 * weight],  // own and context count once
    ['北京 中心', {},             [3, 2],   (2 + 3 * CONTEXT_SHARE) * weight],
    ['中心 天津', { match: 'any' }, [2, 9], 2 * weight],
    ['中心',      { prefer: [phrase('算力中心')] }, [2], 2 * weight * (1 + RUN_SHARE)],
    ['中心',      { prefer: [phrase('天津')] },     [2], 2 * weight],
    ['中心',      { prefer: [phrase('北京')] },     [2], 2 * weight], // only in the own text
    ['中心',      { prefer: [phrase('算力中心')], sort: 'newest' }, [2], 2 * weight],
  ])('%s %j %j', (typed, rest, rarities, score) => {
    const scored = weighClause(clause('plan-3'), query(typed, rest), rarities, new Set());
    if (score === null) expect(scored).toBeNull();
    else expect(scored?.score).toBeCloseTo(score, 9);
  });

  it('puts the best first, and equals in the order of the documents', () => {
    const scored = (id: string, score: number): Scored => ({
      clause: clause(id),
      score,
      context: [],
      isFirst: false,
      isNumbered: false,
    });
    const order = [scored('law-1', 1), scored('plan-1', 1), scored('news-1', 2), scored('plan-0', 1)];
    const ids = order.sort(compareScored).map(({ clause: { id } }) => id);
    expect(ids).toEqual(['c-news-1', 'c-plan-0', 'c-plan-1', 'c-law-1']);
  });

  it('proposes a clause by its own id, with its text where that is asked for', () => {
    const scored = weighClause(clause('plan-3'), query('北京 中心'), [1, 1], new Set()) as Scored;
    expect(toProposal(scored, true)).toEqual({
      ...{ clauseId: 'plan-3', documentId: 'plan', kind: 'body', score: scored.score },
      ...{ folded: clause('plan-3').folded, inContext: [true, false], isFirst: false, isNumbered: false },
    });
    expect(toProposal(scored, false).folded).toBeNull();
    const [odd] = clausesOf([{ id: '~\ud800', title: '中心', clauses: [] }]);
    expect(toProposal({ ...scored, clause: odd as FoundClause }, false).documentId).toBe('~\ud800');
  });
});

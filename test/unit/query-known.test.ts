/** What of a query is the name of a body or a place, or a series of numbers, to the index at hand. */
import { describe, expect, it } from 'vitest';
import { fold } from '../../core/text/fold.js';
import type { Known } from '../../engine/engine.js';
import { settle } from '../../server/query/known-stretches.js';
import { understandQuery } from '../../server/query/understand-query.js';

describe('what the index knows', () => {
  const here = new Map<string, Known>([
    ['北京市经济和信息化局', 'name'],
    ['北京市', 'name'],
    ['工信部', 'name'],
    ['国办发', 'number'],
    [fold('京政发〔2023〕'), 'number'],
  ]);
  const known = async (texts: readonly string[]): Promise<readonly Known[]> =>
    texts.map((text) => here.get(text) ?? null);
  const understoodHere = async (typed: string): Promise<string[]> => {
    const { understood, words } = await settle({ known }, understandQuery(typed));
    return understood.map(({ kind, text }, i) => {
      const { names = [], numbers = [] } = words[i] ?? {};
      return `${kind} ${text} ${[...names, ...numbers].join(' ')}`.trim();
    });
  };

  // biome-ignore format: a table
  it.each([
    ['北京市经济和信息化局', ['word 北京市经济和信息化局 北京市经济和信息化局']],
    ['北京市經濟和信息化局補貼', ['word 北京市經濟和信息化局 北京市经济和信息化局', 'word 補貼']],
    ['工信部 "工信部"',      ['word 工信部 工信部', 'phrase 工信部']],
    ['北京市养犬',           ['word 北京市 北京市', 'word 养犬']],
    ['天津市养犬',           ['word 天津市', 'word 养犬']],
    ['国办发',               ['documentNumber 国办发 国办发']],
    ['國辦發 算力',          ['documentNumber 國辦發 国办发', 'word 算力']],
    ['京政发',               ['word 京', 'word 政发']],
    ['京政发(2023)',         ['documentNumber 京政发(2023) 京政发〔2023〕']],
    ['京政发(2022)',         ['word 京', 'word 政发', 'word 2022']],
    ['京政发〔2022〕',       ['documentNumber 京政发〔2022〕 京政发〔2022〕']],
  ])('%s', async (typed, expected) => {
    expect(await understoodHere(typed)).toEqual(expected);
  });

  it('is a body by its short form, which stays widened; an addition may be what it is called', async () => {
    const names = new Map<string, Known>([...here, ['工业和信息化部', 'name']]);
    const called = async (texts: readonly string[]) => texts.map((text) => names.get(text) ?? null);
    const { words } = await settle({ known: called }, understandQuery('工信部'));
    expect(words).toMatchObject([{ names: ['工信部', '工业和信息化部'] }]);
    expect(words[0]?.alternatives.map(({ folded }) => folded)).toContain('工业和信息化部');
  });

  it('is known of alternatives too, and of nothing excluded', async () => {
    const { words, excluded, understood } = await settle(
      { known },
      understandQuery('国办发|工信部|养犬管理 -北京市'),
    );
    expect(words).toMatchObject([{ numbers: ['国办发'], names: ['工信部'] }]);
    expect(words[0]?.runs?.map((run) => run.length)).toEqual([2]);
    expect(understood[0]?.alternatives?.map(({ kind }) => kind)).toEqual(['documentNumber', 'word', 'word']);
    expect(excluded.map(({ folded }) => folded)).toEqual(['北京市']);
  });
});

import { describe, expect, it } from 'vitest';
import { withFields, writeAnswer } from '../../server/answer/written-answer.js';

describe('a written answer', () => {
  it.each<[object, object]>([
    [{ total: 1, q: '算力😀' }, { tookMs: 1.5 }],
    [{ total: 1 }, {}],
    [{}, { tookMs: 0 }],
    [{}, {}],
    [{ a: [] }, { b: { c: '}' }, d: null }],
  ])('%j with %j is one object, the further fields last', (answer, fields) => {
    const sent = withFields(writeAnswer(answer), fields).toString();
    expect(sent).toBe(JSON.stringify({ ...answer, ...fields }));
  });

  it('has one digest for the same answer, and another for another', () => {
    const [one, same, other] = [{ total: 1 }, { total: 1 }, { total: 2 }].map(writeAnswer);
    expect(one?.digest).toBe(same?.digest);
    expect(one?.digest).not.toBe(other?.digest);
  });
});

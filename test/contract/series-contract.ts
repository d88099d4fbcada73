/** A number, or a series of them: the documents that bear it come first, whether or not they print a title. */
import { describe, expect, it } from 'vitest';
import type { EngineWord } from '../../engine/engine.js';
import { type EngineUnderTest, engineOver } from './engine-under-test.js';
import { query, type SmallDocument, word } from './small-documents.js';

const SERIES = '京政发〔2023〕';
/** Of more hits than are all read, and shorter, so that by its words alone each comes before those of the series. */
const MENTIONING = Array.from(
  { length: 12 },
  (_, i): SmallDocument => ({
    id: `mention-${i}`,
    title: '说明',
    clauses: Array.from({ length: 100 }, (_, j) => `依据${SERIES}14号，第${j}项。${'甲'.repeat(60)}`),
  }),
);
const TITLED: SmallDocument = {
  id: 'titled',
  title: '关于加快发展的通知',
  number: `${SERIES}15号`,
  clauses: ['加快发展。'],
};
const UNTITLED: SmallDocument = {
  id: 'untitled',
  title: '推断的题名',
  printed: false,
  number: `${SERIES}14号`,
  clauses: ['加快发展。', `${'乙'.repeat(2000)}${SERIES}14号`],
};
const asked = (text: string, count: number) =>
  query('', { words: [{ ...word(text), numbers: [text] } as EngineWord], take: count });

export function describeSeries(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: numbers and series of them`, () => {
    const engine = engineOver(start, [...MENTIONING, UNTITLED, TITLED]);

    it.each([
      ['a series', SERIES, ['titled-0', 'untitled-1']],
      ['a code', '京政发', ['titled-0', 'untitled-1']],
      ['a number of a text that prints no title', `${SERIES}14号`, ['untitled-1']],
      ['a number of one that does', `${SERIES}15号`, ['titled-0']],
    ])('the clauses of what bears it come first: %s', async (_, text, first) => {
      const { proposals } = await engine().search(asked(text, 20));
      const bearing = proposals.slice(0, first.length);
      expect(bearing.map(({ clauseId }) => clauseId).sort()).toEqual(first);
      expect(bearing.every(({ isNumbered }) => isNumbered)).toBe(true);
      expect(proposals.slice(first.length).some(({ isNumbered }) => isNumbered)).toBe(false);
      const groups = (await engine().search({ ...asked(text, 10), group: 'document' })).groups;
      expect(
        groups
          .slice(0, first.length)
          .map(({ documentId }) => documentId)
          .sort(),
      ).toEqual(first.map((id) => id.split('-')[0]));
    });

    it('what prints no title has no hit for its number but those that print it', async () => {
      const { total, documents } = await engine().search(asked(`${SERIES}14号`, 1));
      expect({ total, documents }).toEqual({ total: 1201, documents: 13 });
    });
  });
}

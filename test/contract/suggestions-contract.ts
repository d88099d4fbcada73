/** What an engine that keeps suggestions must keep of them: what its catalogue has, counted as the texts are published. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlices } from '../../core/slices.js';
import { type Candidate, candidatesOf, quotedPhrases } from '../../engine/candidates.js';
import type { AnalyzedDocument } from '../../engine/entry.js';
import { CORPUS } from './corpus.js';
import { type EngineUnderTest, REBUILD, UPDATE } from './engine-under-test.js';
import { analyzed, type SmallDocument } from './small-documents.js';

/** Titles of a derived origin are no suggestions. */
function extracted(small: SmallDocument): AnalyzedDocument {
  const made = analyzed(small);
  return { ...made, document: { ...made.document, provenance: { title: 'extracted' as const } } };
}

const DOGS = {
  id: 'dogs',
  title: '養犬管理計畫',
  clauses: ['養犬計畫，隨著人工智慧。', '第一條　養犬管理。'],
};
const CHANGED = { ...DOGS, clauses: ['人工智能和养犬。', '人工智能。', '养犬管理计划。'] };
const STEPS: readonly {
  readonly what: string;
  readonly mode: typeof REBUILD;
  readonly add: readonly SmallDocument[];
  readonly remove: readonly string[];
}[] = [
  { what: 'a new index', mode: REBUILD, add: [...CORPUS, DOGS], remove: [] },
  { what: 'one changed, one gone', mode: UPDATE, add: [CHANGED], remove: ['plan'] },
  { what: 'nothing', mode: UPDATE, add: [], remove: [] },
  {
    what: 'a new title',
    mode: UPDATE,
    add: [{ id: 'new', title: '算力\ud800條例“试行”', clauses: ['算力券。'] }],
    remove: [],
  },
  { what: 'nothing left', mode: UPDATE, add: [], remove: [...CORPUS.map(({ id }) => id), 'dogs', 'new'] },
];

export function describeSuggestions(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: what it keeps of suggestions`, () => {
    let place: EngineUnderTest;
    const there = new Map<string, AnalyzedDocument>();
    beforeAll(async () => {
      place = await start();
    });
    afterAll(() => place.dispose());

    const clausesOf = ({ kind, text }: Candidate): number => {
      const documents = [...there.values()];
      if (kind === 'issuingBody') {
        const issued = documents.filter(({ document }) => document.issuingBodies.includes(text));
        return issued.reduce((sum, { clauses }) => sum + clauses.length, 0);
      }
      const phrases = quotedPhrases({ kind, text });
      const clauses = documents.flatMap((document) => document.clauses);
      return clauses.filter(({ tokens }) => phrases.some(({ folded }) => tokens.folded.includes(folded)))
        .length;
    };

    it.each(STEPS)('$what', async ({ mode, add, remove }) => {
      const build = await place.build(mode);
      const documents = add.map(extracted);
      await build.add(documents);
      await build.remove(remove);
      await build.commit();
      for (const id of remove) there.delete(id);
      for (const one of documents) there.set(one.document.id, one);
      const engine = place.open();
      try {
        const kept = await engine.suggestions();
        expect(kept === null).toBe(engine.name === 'sqlite'); // which counts them in no time
        if (kept === null) return;
        const expected = await candidatesOf(await engine.catalogue(), openSlices());
        expect(kept.map(({ kind, text }) => [kind, text])).toEqual(
          expected.map(({ kind, text }) => [kind, text]),
        );
        const counted = kept.filter(({ kind }) => kind !== 'documentNumber');
        expect(counted.map(({ text, count }) => [text, count])).toEqual(
          counted.map((candidate) => [candidate.text, clausesOf(candidate)]),
        );
        expect(new Set(kept.flatMap(({ kind, count }) => (count === null ? [kind] : [])))).toEqual(
          new Set(kept.some(({ kind }) => kind === 'documentNumber') ? ['documentNumber'] : []),
        );
      } finally {
        await engine.close();
      }
    });
  });
}

/** What any engine must say of what its documents are called. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Clause } from '../../core/model.js';
import type { SearchEngine } from '../../engine/engine.js';
import { analyzeDocument, entriesOf } from '../../engine/entry.js';
import type { CatalogueEntry } from '../../engine/names.js';
import { CORPUS, PLAN } from './corpus.js';
import { type EngineUnderTest, REBUILD, UPDATE } from './engine-under-test.js';
import { analyzed } from './small-documents.js';

const NAMED = { titleEn: null, titleOrigin: 'derived', documentNumber: null, issuingBodies: [] } as const;

/** A document with everything that it can be called, half a character in its title. */
function withAllNames(): ReturnType<typeof analyzed> {
  const { document, raw, origin, ...rest } = analyzed({ ...PLAN, id: 'names', title: '數據\ud800條例' });
  const clauses = rest.clauses.map(({ clause }) => clause);
  const named = {
    ...document,
    titleEn: 'Data Act',
    script: 'hant' as const,
    provenance: { title: 'given' as const },
  };
  return analyzeDocument(named, clauses, raw, origin);
}

export function describeCatalogue(name: string, start: () => Promise<EngineUnderTest>): void {
  describe(`${name}: the catalogue`, () => {
    let place: EngineUnderTest;
    let engine: SearchEngine;
    beforeAll(async () => {
      place = await start();
      const first = await place.build(REBUILD);
      await first.add(CORPUS.map(analyzed));
      await first.commit();
      const second = await place.build(UPDATE);
      await second.remove(['news']);
      await second.add([withAllNames()]);
      await second.commit();
      engine = place.open();
    });
    afterAll(async () => {
      await engine.close();
      await place.dispose();
    });

    it('has the headings of a document once each, the first sixty, and no sentences', async () => {
      const { document, raw, origin, clauses } = analyzed({ ...PLAN, id: 'long' });
      const [title, heading] = clauses.map(({ clause }) => clause);
      const texts = [...Array.from({ length: 70 }, (_, i) => `第${i % 65}项`), '任务'.repeat(21)].reverse();
      const many = texts.map((text, i) => ({ ...(heading as Clause), id: `long-h${i}`, text }));
      const made = analyzeDocument(document, [title as Clause, ...many], raw, origin);
      const { names } = entriesOf(made);
      expect(names.headings).toEqual([...new Set(texts.slice(1))].slice(0, 60));
    });

    it('names each document that is there once, in the order of the index, titles as published', async () => {
      const bodies = ['北京市人民政府', '北京市经济和信息化局'];
      const number = '京政发〔2023〕14号';
      const headings = ['一、主要任务', '二、保障措施'];
      const plan = { documentNumber: number, issuingBodies: bodies, headings };
      const expected: readonly CatalogueEntry[] = [
        { ...NAMED, id: 'plan', title: '北京市算力发展方案', ...plan },
        { ...NAMED, id: 'law', title: '養犬管理條例', documentNumber: '公告〔2020〕5号', headings: [] },
        { ...NAMED, id: 'undated', title: '说明', headings: [] },
        { id: 'names', title: '數據\ud800條例', titleEn: 'Data Act', titleOrigin: 'given', ...plan },
      ];
      expect(await engine.catalogue()).toEqual(expected);
    });
  });
}

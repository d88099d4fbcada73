/** What any engine must say of what its documents are called. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CatalogueEntry, SearchEngine } from '../../engine/engine.js';
import { analyzeDocument } from '../../engine/entry.js';
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

    it('names each document that is there once, in the order of the index, titles as published', async () => {
      const bodies = ['北京市人民政府', '北京市经济和信息化局'];
      const number = '京政发〔2023〕14号';
      const expected: readonly CatalogueEntry[] = [
        { ...NAMED, id: 'plan', title: '北京市算力发展方案', documentNumber: number, issuingBodies: bodies },
        { ...NAMED, id: 'law', title: '養犬管理條例', documentNumber: '公告〔2020〕5号' },
        { ...NAMED, id: 'undated', title: '说明' },
        {
          ...{ id: 'names', title: '數據\ud800條例', titleEn: 'Data Act', titleOrigin: 'given' },
          ...{ documentNumber: number, issuingBodies: bodies },
        },
      ];
      expect(await engine.catalogue()).toEqual(expected);
    });
  });
}

/** What a contract asks of whoever runs it. */
import { afterAll, beforeAll } from 'vitest';
import type { SearchEngine } from '../../engine/engine.js';
import type { BuildOptions, IndexBuild } from '../../engine/index-build.js';
import type { Scanned } from './plain-scan.js';
import { analyzed, type SmallDocument } from './small-documents.js';

/** One place for one index, empty at first. */
export interface EngineUnderTest {
  build(options: BuildOptions): Promise<IndexBuild>;
  /** A reader that sees what is committed before it is opened. */
  open(): SearchEngine;
  dispose(): Promise<void>;
}

export const REBUILD: BuildOptions = { mode: 'rebuild', madeBy: 'user' };
export const UPDATE: BuildOptions = { mode: 'update', madeBy: 'user' };

export async function fill(place: EngineUnderTest, corpus: readonly SmallDocument[]): Promise<void> {
  const build = await place.build(REBUILD);
  await build.add(corpus.map(analyzed));
  await build.commit();
}

/** @returns  The engine over these documents, for the tests of the describe that it is called in. */
export function engineOver(
  start: () => Promise<EngineUnderTest>,
  corpus: readonly SmallDocument[],
): () => SearchEngine {
  let place: EngineUnderTest;
  let engine: SearchEngine;
  beforeAll(async () => {
    place = await start();
    await fill(place, corpus);
    engine = place.open();
  });
  afterAll(async () => {
    await engine.close();
    await place.dispose();
  });
  return () => engine;
}

export function withoutIds({ total, documents, facets, lacking, first, otherTotals }: Scanned): object {
  return { total, documents, facets, lacking, first, otherTotals };
}

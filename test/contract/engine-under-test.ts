/** What a contract asks of whoever runs it. */
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

export function withoutIds({ total, documents, facets, lacking, first }: Scanned): object {
  return { total, documents, facets, lacking, first };
}

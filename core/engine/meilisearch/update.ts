import type { IndexBuild } from '../engine.js';
import type { BuildRun } from './build-run.js';
export async function openUpdate(_run: BuildRun): Promise<IndexBuild | null> {
  return null;
}

/** What the runs that were cut find whole, under the same filters: each the total of the search that is told with it. */
import type { SearchEngine } from '../../engine/engine.js';
import type { WholeRun } from '../api.js';
import { isCut } from '../query/known-stretches.js';
import { pieceAt } from '../query/piece-at.js';
import type { AskedWhole, Question } from '../query/question.js';
import type { SearchRequest } from '../request.js';
import { totalsOf } from './counts.js';

/** @param settled  The question of which they are runs, as the index understands it. */
export async function countWholeRuns(
  engine: SearchEngine,
  runs: readonly AskedWhole[],
  settled: Question,
  request: SearchRequest,
): Promise<readonly WholeRun[]> {
  const cut = runs.filter(({ place }) => isCut(pieceAt(settled, place)));
  if (cut.length === 0) return [];
  const asked = cut.map(({ q, question }) => ({ request: { ...request, q }, question }));
  const totals = await totalsOf(engine, asked);
  return cut.map(({ text, q }, i) => ({ text, q, count: totals[i] as number }));
}

/** How deep each heading of a document stands. Pure. */
import type { ClauseAnswer } from '../../server/api.js';

const DEEPEST = 6; // HTML has no deeper heading

/**
 * Clause id → level 2 to 6. Levels that a document skips (from 一、 straight to 1.) are closed up, so that no
 * heading level is missing for a screen reader.
 */
export function headingLevels(clauses: readonly ClauseAnswer[]): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  const above: number[] = [];
  for (const { id, kind, path } of clauses) {
    if (kind !== 'heading') continue;
    while ((above.at(-1) ?? -1) >= path.length) above.pop();
    above.push(path.length);
    levels.set(id, Math.min(DEEPEST, above.length + 1));
  }
  return levels;
}

/** What is where before an update, on all servers as a whole, and what the index says of that while documents move. */
import type { IndexBuild } from '../engine.js';
import type { HeldDocument } from './live-records.js';
import { MOVING } from './records.js';
import { homeOf } from './servers.js';
import type { UpdatePart } from './update-part.js';

/** A document that has to move is read again: its file has no such sum. */
const MOVES = '';

export interface Survey extends Required<Pick<IndexBuild, 'existing' | 'before'>> {
  /** At home, and elsewhere as well: a run was killed before it had taken them away. */
  readonly strays: readonly string[];
  readonly moves: Moves;
}

/** Told before what is sent to the parts, which say it with the next payload. Nothing where no document moves. */
export interface Moves {
  /** Documents come to their new homes and are still at the old ones. */
  toNew(): void;
  fromOld(): void;
}

type Part = Pick<UpdatePart, 'url' | 'held' | 'layout'>;

export function survey(parts: readonly Part[]): Survey {
  const existing = new Map<string, { readonly path: string; readonly sha256: string }>();
  const strays: string[] = [];
  let clauses = 0;
  for (const part of parts) {
    for (const document of part.held.values()) {
      const { documentId: id, path, sha256 } = document;
      const home = homeOf(id, parts);
      const atHome: HeldDocument | undefined = home.held.get(id);
      if (part === home) existing.set(id, { path, sha256 });
      else if (atHome) strays.push(id);
      else if (!existing.has(id)) existing.set(id, { path, sha256: MOVES });
      if (part === home || !atHome) clauses += document.clauses;
    }
  }
  const isMoving =
    parts.some(({ layout }) => layout !== parts.length) ||
    [...existing.values()].some(({ sha256 }) => sha256 === MOVES);
  return {
    existing,
    before: { documents: existing.size, clauses },
    strays,
    moves: isMoving ? movesOf(parts) : { toNew: () => undefined, fromOld: () => undefined },
  };
}

/**
 * Where servers are added, who asks the old ones alone is answered as before until documents leave them. In all other cases
 * nobody is answered until the last server has its part.
 */
function movesOf(parts: readonly Part[]): Moves {
  const old = parts.filter(({ layout }) => layout !== MOVING);
  const isGrowing =
    old.length > 0 && old.length < parts.length && old.every(({ layout }) => layout === old.length);
  const say = (): void => {
    for (const part of parts) part.layout = MOVING;
  };
  return { toNew: isGrowing ? () => undefined : say, fromOld: say };
}

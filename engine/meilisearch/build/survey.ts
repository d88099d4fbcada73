/** What is where before an update, on all servers as a whole, and what the index says of that while documents move. */
import type { IndexBuild } from '../../index-build.js';
import { MOVING } from '../records/records.js';
import { homeOf } from '../wire/servers.js';
import type { HeldDocument } from './live-records.js';
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
  /** Whether a document goes from one server to another. */
  readonly areAny: boolean;
  /** Documents come to their new homes and are still at the old ones. */
  toNew(): void;
  fromOld(): void;
}

type Part = Pick<UpdatePart, 'url' | 'held' | 'layout'>;

export function survey(parts: readonly Part[]): Survey {
  const existing = new Map<string, { readonly origin: string; readonly sha256: string }>();
  const strays: string[] = [];
  let clauses = 0;
  for (const part of parts) {
    for (const document of part.held.values()) {
      const { documentId: id, origin, sha256 } = document;
      const home = homeOf(id, parts);
      const atHome: HeldDocument | undefined = home.held.get(id);
      if (part === home) existing.set(id, { origin, sha256 });
      else if (atHome) strays.push(id);
      else if (!existing.has(id)) existing.set(id, { origin, sha256: MOVES });
      if (part === home || !atHome) clauses += document.clauses;
    }
  }
  const moved = [...existing].filter(([, { sha256 }]) => sha256 === MOVES).map(([id]) => id);
  return {
    existing,
    before: { documents: existing.size, clauses },
    strays,
    moves: movesOf(parts, [...moved, ...strays]),
  };
}

/**
 * A server that is new or was emptied says nothing until all is done; so that where servers are added, who asks the old ones
 * alone is answered as before until documents leave them. Where one was left out, its documents come to the others while it
 * may still be asked. Whoever is sent nothing goes on saying what it said.
 */
function movesOf(parts: readonly Part[], moved: readonly string[]): Moves {
  const old = parts.filter(({ layout }) => layout !== MOVING);
  const isAllOfOld = old.every(({ layout }) => layout === old.length);
  const areAdded = isAllOfOld && moved.every((id) => homeOf(id, parts).layout === MOVING);
  const nothing = (): void => undefined;
  const say = (): void => {
    for (const part of parts) part.layout = MOVING;
  };
  const areAny = moved.length > 0;
  if (areAdded && old.length === parts.length) return { areAny, toNew: nothing, fromOld: nothing };
  return { areAny, toNew: areAdded ? nothing : say, fromOld: say };
}

/** How long an engine is at work: between a question at its door and the answer. */
import type { SearchEngine } from '../engine/engine.js';

/** Of questions that come one after the other. `inside` is the sum so far, ms. */
export function watchDoor(engine: SearchEngine): {
  readonly engine: SearchEngine;
  inside(): number;
} {
  let inside = 0;
  let underWay = 0;
  let since = 0;
  const watched =
    <Asked extends readonly unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      if (underWay === 0) since = performance.now();
      underWay += 1;
      try {
        return await ask(...asked);
      } finally {
        underWay -= 1;
        if (underWay === 0) inside += performance.now() - since;
      }
    };
  return {
    engine: {
      ...engine,
      status: watched(engine.status),
      search: watched(engine.search),
      hitsIn: watched(engine.hitsIn),
      frequencies: watched(engine.frequencies),
      known: watched(engine.known),
      clauses: watched(engine.clauses),
      documents: watched(engine.documents),
      document: watched(engine.document),
    },
    inside: () => inside,
  };
}

/**
 * Searches answered in the thread that talks HTTP, as long as few are in hand; those that come on top go to the others.
 *
 * For an engine on the network: what takes long is its work, not ours, and the way to a thread and back would be a tenth
 * of a short answer. Documents are our own work and stay with the threads, and so does reading what is cited.
 */
import type { Answers } from './answers.js';

/** Each takes some 4 ms of this thread, out of 30 and more that the engine has. */
const MOST_IN_HAND = 4;

/** @param far  Answers all the rest, and is what is closed. */
export function nearFirst(near: Pick<Answers, 'search'>, far: Answers, most = MOST_IN_HAND): Answers {
  let inHand = 0;
  return {
    ...far,
    async search(request, patience) {
      if (inHand >= most) return far.search(request, patience);
      inHand += 1;
      try {
        return await near.search(request, patience);
      } finally {
        inHand -= 1;
      }
    },
  };
}

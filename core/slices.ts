/**
 * Long work of the thread that answers, in slices: what is asked meanwhile waits for one slice at most.
 */

/** ms; reading a long title aloud comes on top, and a suggestion is to be there in 10. */
const SLICE = 3;

export interface Slices {
  /** Lets the others have their turn, where this one has been long enough. */
  pause(): Promise<void>;
}

export function openSlices(slice = SLICE): Slices {
  let began = performance.now();
  return {
    async pause() {
      if (performance.now() - began < slice) return;
      await new Promise((resolve) => setImmediate(resolve));
      began = performance.now();
    },
  };
}

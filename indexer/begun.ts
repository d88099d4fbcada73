/**
 * Over which document a thread is, seen from outside: a thread that reads cannot answer, but it can count what it begins.
 */
export interface Watch {
  /** The thread adds 1 for each document that it begins. */
  readonly begun: Int32Array;
  /** Aborted when one document has taken longer than it may. */
  readonly stuck: AbortSignal;
  end(): void;
}

const LOOK_MS = 1000;

/** @param longest  Milliseconds for one document; what waits for a thread is not counted. */
export function watchBegun(longest: number): Watch {
  const begun = new Int32Array(new SharedArrayBuffer(4));
  const control = new AbortController();
  let [seen, since] = [0, 0];
  const timer = setInterval(
    () => {
      const now = performance.now();
      const count = Atomics.load(begun, 0);
      if (count !== seen) [seen, since] = [count, now];
      else if (seen > 0 && now - since > longest) control.abort();
    },
    Math.min(LOOK_MS, longest),
  );
  timer.unref();
  return { begun, stuck: control.signal, end: () => clearInterval(timer) };
}

/** Bytes as faults of disks, networks and programs leave them, the same at each run. */

/** The same numbers at each run (Park and Miller's), from 0 to under 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** One to twenty bytes changed, or in one of five all behind a place cut off. */
export function damaged(bytes: Buffer, random: () => number): Buffer {
  if (random() < 0.2) return bytes.subarray(0, Math.floor(random() * bytes.length));
  const changed = Buffer.from(bytes);
  for (let count = Math.ceil(random() * 20); count > 0; count -= 1) {
    changed[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  }
  return changed;
}

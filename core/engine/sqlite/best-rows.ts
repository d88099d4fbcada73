/**
 * The best so many of many: a heap whose root is the worst that is kept.
 */
export interface BestRows {
  /** Rows must come in rising order: of equal scores the first to come is kept. */
  offer(row: number, score: number): void;
  /** Best first; equal scores by row. */
  sorted(): { readonly row: number; readonly score: number }[];
}

export function keepBest(capacity: number): BestRows {
  const rows = new Uint32Array(capacity);
  const scores = new Float64Array(capacity);
  let size = 0;

  const isWorse = (a: number, b: number): boolean => {
    const difference = (scores[a] as number) - (scores[b] as number);
    return difference < 0 || (difference === 0 && (rows[a] as number) > (rows[b] as number));
  };
  const swap = (a: number, b: number): void => {
    const [row, score] = [rows[a] as number, scores[a] as number];
    rows[a] = rows[b] as number;
    scores[a] = scores[b] as number;
    rows[b] = row;
    scores[b] = score;
  };
  const rise = (from: number): void => {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!isWorse(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  };
  const sink = (): void => {
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [at * 2 + 1, at * 2 + 2]) {
        if (child < size && isWorse(child, worst)) worst = child;
      }
      if (worst === at) return;
      swap(at, worst);
      at = worst;
    }
  };

  return {
    offer(row, score) {
      if (size < capacity) {
        rows[size] = row;
        scores[size] = score;
        rise(size++);
      } else if (capacity > 0 && score > (scores[0] as number)) {
        rows[0] = row;
        scores[0] = score;
        sink();
      }
    },
    sorted: () =>
      Array.from({ length: size }, (_, at) => ({
        row: rows[at] as number,
        score: scores[at] as number,
      })).sort((a, b) => b.score - a.score || a.row - b.row),
  };
}

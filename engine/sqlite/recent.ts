/** Keeps what was asked for last, up to so many units of weight. */
export interface Recent<Value> {
  get(key: string, make: () => Value): Value;
}

export function keepRecent<Value>(capacity: number, weigh: (value: Value) => number): Recent<Value> {
  const kept = new Map<string, Value>(); // in order of use: a Map keeps the order of insertion
  let weight = 0;
  return {
    get(key, make) {
      const found = kept.get(key);
      if (found !== undefined) {
        kept.delete(key);
        kept.set(key, found);
        return found;
      }
      const made = make();
      kept.set(key, made);
      weight += weigh(made);
      for (const [oldest, value] of kept) {
        if (weight <= capacity || oldest === key) break;
        kept.delete(oldest);
        weight -= weigh(value);
      }
      return made;
    },
  };
}

/**
 * What was asked for last, up to a capacity. The only file that knows lru-cache.
 *
 * What falls out is made again: nobody may count on finding what was put in, not even a moment ago. An absence is not
 * kept, neither null nor undefined: what is not there now may be there with the next question.
 */
import { LRUCache } from 'lru-cache';

export interface Recent<Value extends NonNullable<unknown>> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** What is kept, else what is made, kept or not. What fails is thrown. */
  getOr(key: string, make: () => Value): Value;
}

/**
 * @param capacity  At least 1, in what `weigh` counts: bytes, characters; without it, values. What weighs more than all of
 *                  it is not kept, and pushes nothing out.
 */
export function keepRecent<Value extends NonNullable<unknown>>(
  capacity: number,
  weigh: (value: Value) => number = () => 1,
): Recent<Value> {
  const kept = new LRUCache<string, Value>({
    maxSize: capacity,
    sizeCalculation: (value) => Math.max(1, weigh(value)), // an empty value has its key
  });
  const recent: Recent<Value> = {
    get: (key) => kept.get(key),
    set: (key, value) => {
      kept.set(key, value);
    },
    getOr(key, make) {
      const found = kept.get(key);
      if (found !== undefined) return found;
      const made = make();
      kept.set(key, made);
      return made;
    },
  };
  return recent;
}

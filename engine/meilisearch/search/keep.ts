/**
 * What one question asks of an index by key, with what is held of that index. The only file that knows dataloader.
 *
 * Keys that are asked for in one tick are read together, in one request. What is asked for is handed over as it was read:
 * it does not pass through what is held, from which anything may fall out meanwhile. Questions do not wait for each
 * other's requests, since each has a deadline, and servers that are away, of its own.
 */
import DataLoader from 'dataloader';
import type { Recent } from '../../../core/recent.js';

interface Source<Key, Value extends NonNullable<unknown>, Absent extends null> {
  /** What is true of the index, for all questions: only what was found, never an absence or a failure. */
  readonly held: Recent<Value>;
  readonly keyOf: (key: Key) => string;
  /** Values in step with the keys; null for what is not there, where that can be. */
  readonly read: (keys: readonly Key[]) => Promise<readonly (Value | Absent)[]>;
  /** Asked when it was read: whether that holds for all questions, not only for this one. */
  readonly isTrue: () => boolean;
}

export function openLoader<Key, Value extends NonNullable<unknown>, Absent extends null = never>({
  held,
  keyOf,
  read,
  isTrue,
}: Source<Key, Value, Absent>): (key: Key) => Promise<Value | Absent> {
  const asked = new Map<string, Promise<Value | Absent>>();
  const hold = async (key: string, reading: Promise<Value | Absent>): Promise<void> => {
    const value = await reading;
    if (value !== null && isTrue()) held.set(key, value);
  };
  const loader = new DataLoader<Key, Value | Absent, string>(read, {
    cacheKeyFn: keyOf,
    cacheMap: {
      get(key) {
        const value = held.get(key);
        return value === undefined ? asked.get(key) : Promise.resolve(value);
      },
      set(key, reading) {
        asked.set(key, reading);
        hold(key, reading).catch(() => undefined); // whoever asked is told
      },
      delete: (key) => asked.delete(key), // its reading failed: it is read again when it is asked for again
      clear: () => asked.clear(),
    },
  });
  return (key) => loader.load(key);
}

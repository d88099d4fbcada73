/**
 * Answers kept while they are true: those asked last, by what was asked.
 */
export interface Kept<Value> {
  /** What failed is not kept, nor what is not true of everything (`isWhole`, asked when it is made). */
  get(key: string, make: () => Promise<Value>, isWhole: () => boolean): Promise<Value>;
  /** @returns undefined where it is not kept. */
  peek(key: string): Promise<Value> | undefined;
}

export function keepAnswers<Value>(most: number): Kept<Value> {
  const kept = new Map<string, Promise<Value>>();
  return {
    get(key, make, isWhole) {
      const found = kept.get(key);
      const value = found ?? make();
      kept.delete(key);
      kept.set(key, value); // last: the first is the one that was not asked for longest
      if (found === undefined) {
        const forget = (): void => {
          if (kept.get(key) === value) kept.delete(key);
        };
        value.then(() => isWhole() || forget(), forget);
      }
      if (kept.size > most) kept.delete(kept.keys().next().value as string);
      return value;
    },
    peek: (key) => kept.get(key),
  };
}

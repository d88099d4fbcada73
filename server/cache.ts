/**
 * Answers kept while the index they were made of is the one that serves. The only file that knows lru-cache.
 */
import { LRUCache } from 'lru-cache';
import type { Answers } from './answers.js';
import type { SearchAnswer } from './api.js';

const MOST_CHARACTERS = 16_000_000; // of texts kept; with what stands around them, some 64 MB
const VERSION_TRUSTED = 1000; // ms; a new index serves within 5 s

/** @param readVersion  Of the index that serves now. */
export function cached(answers: Answers, readVersion: () => Promise<string>): Answers {
  const kept = new LRUCache<string, SearchAnswer>({
    maxSize: MOST_CHARACTERS,
    sizeCalculation: sizeOf,
  });
  let known = { version: '', at: Number.NEGATIVE_INFINITY };
  const version = async (): Promise<string> => {
    if (performance.now() - known.at > VERSION_TRUSTED) {
      known = { version: await readVersion(), at: performance.now() };
    }
    return known.version;
  };

  return {
    ...answers,
    async search(request) {
      const started = performance.now();
      const question = JSON.stringify(request);
      const now = await version();
      const answer = kept.get(`${now} ${question}`);
      if (answer) {
        const tookMs = Math.round((performance.now() - started) * 10) / 10;
        return { answer: { ...answer, tookMs }, version: now };
      }
      const searched = await answers.search(request);
      if (searched.version !== null) kept.set(`${searched.version} ${question}`, searched.answer);
      return searched;
    },
  };
}

/** Text, fragments and snippet: thrice a hit's text, and a page of JSON around it. */
function sizeOf({ hits }: SearchAnswer): number {
  return hits.reduce((sum, { clause }) => sum + 3 * clause.text.length + 500, 2000);
}

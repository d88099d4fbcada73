/**
 * Answers kept while the index they were made of is the one that serves.
 */
import { keepRecent } from '../../core/recent.js';
import type { SearchAnswer } from '../api.js';
import type { Answers } from './answers.js';
import { type Moment, NEVER } from './deadline.js';

const MOST_CHARACTERS = 16_000_000; // of texts kept; with what stands around them, some 64 MB
const VERSION_TRUSTED = 1000; // ms; a new index serves within 5 s

/**
 * An answer that is not kept is asked for at once: it brings the version it was made of. Only one that is kept has to
 * wait for `readVersion`, and then only if nobody has seen the version for a second. An answer with a part missing is
 * never kept.
 *
 * @param readVersion  Of the index that serves now; by the moment given.
 * @param giveUp       When an answer asked for now has to be there.
 */
export function cached(
  answers: Answers,
  readVersion: (until: Moment) => Promise<string>,
  giveUp: () => Moment = () => NEVER,
): Answers {
  const kept = keepRecent<SearchAnswer>(MOST_CHARACTERS, sizeOf);
  let known = { version: '', at: Number.NEGATIVE_INFINITY };
  const see = (version: string): void => {
    known = { version, at: performance.now() };
  };

  return {
    ...answers,
    async search(request, until = giveUp()) {
      const started = performance.now();
      const question = JSON.stringify(request);
      const find = (): SearchAnswer | undefined => kept.get(`${known.version} ${question}`);
      if (find() && performance.now() - known.at > VERSION_TRUSTED) see(await readVersion(until));
      const answer = find();
      if (answer) {
        const tookMs = Math.round((performance.now() - started) * 10) / 10;
        return { answer: { ...answer, tookMs }, version: known.version };
      }
      const searched = await answers.search(request, until);
      if (searched.version !== null) {
        see(searched.version);
        if (!searched.answer.partial) kept.set(`${searched.version} ${question}`, searched.answer);
      }
      return searched;
    },
  };
}

/** Text, fragments and snippet: thrice a hit's text at most, and a page of JSON around it. */
function sizeOf({ hits }: SearchAnswer): number {
  return hits.reduce((sum, { clause }) => sum + 3 * clause.text.length + 500, 2000);
}

/**
 * Answers kept while the index they were made of is the one that serves, and equal questions at once asked once.
 */
import { PolicyError } from '../../core/errors.js';
import { keepRecent } from '../../core/recent.js';
import type { AnySearchAnswer } from '../api.js';
import type { SearchRequest } from '../request.js';
import type { Answers } from './answers.js';
import { inTime, type Moment, NEVER } from './deadline.js';
import type { Searched } from './engine-answers.js';

const MOST_BYTES = 16 << 20; // some 250 first pages
const VERSION_TRUSTED = 1000; // ms; a new index serves within 5 s

/** A question that is being answered, for whoever asked it first and those who came after. */
interface Flight {
  readonly searched: Promise<Searched>;
  /** Of the first: it has failed by then. */
  readonly until: Moment;
}

/**
 * An answer that is not kept is asked for at once: it brings the version it was made of. Only one that is kept has to
 * wait for `readVersion`, and then only if nobody has seen the version for a second. An answer with a part missing is
 * never kept, and neither is a failure; those who wait for the same question have it too.
 *
 * @param readVersion  Of the index that serves now; by the moment given.
 * @param giveUp       When an answer asked for now has to be there.
 */
export function cached(
  answers: Answers,
  readVersion: (until: Moment) => Promise<string>,
  giveUp: () => Moment = () => NEVER,
): Answers {
  const kept = keepRecent<AnySearchAnswer>(MOST_BYTES, bytesOf);
  const flights = new Map<string, Flight>();
  let known = { version: '', at: Number.NEGATIVE_INFINITY };
  const see = (version: string): void => {
    known = { version, at: performance.now() };
  };

  const launch = (question: string, request: SearchRequest, until: Moment): Flight => {
    const ask = async (): Promise<Searched> => {
      const searched = await answers.search(request, until);
      if (searched.version !== null) {
        see(searched.version);
        if (!searched.answer.partial) kept.set(`${searched.version} ${question}`, searched.answer);
      }
      return searched;
    };
    const flight = { searched: ask().finally(() => flights.delete(question)), until };
    flights.set(question, flight);
    return flight;
  };
  /** Whoever comes later has longer: where the first was out of time, those who are not ask once more, together. */
  const join = async (question: string, request: SearchRequest, until: Moment): Promise<Searched> => {
    const flight = flights.get(question);
    if (flight === undefined) return launch(question, request, until).searched;
    try {
      return await inTime(until, () => flight.searched);
    } catch (error) {
      const wasEarly = flight.until < until;
      if (!wasEarly || !(error instanceof PolicyError) || error.code !== 'engine_unavailable') throw error;
      return join(question, request, until);
    }
  };

  return {
    ...answers,
    async search(request, until = giveUp()) {
      const started = performance.now();
      const question = JSON.stringify(request);
      const timed = (answer: AnySearchAnswer): AnySearchAnswer => ({
        ...answer,
        tookMs: Math.round((performance.now() - started) * 10) / 10,
      });
      const find = (): AnySearchAnswer | undefined => kept.get(`${known.version} ${question}`);
      if (find() && performance.now() - known.at > VERSION_TRUSTED) see(await readVersion(until));
      const answer = find();
      if (answer) return { answer: timed(answer), version: known.version };
      const isFirst = !flights.has(question);
      const searched = await join(question, request, until);
      return isFirst ? searched : { ...searched, answer: timed(searched.answer) };
    },
  };
}

/** Two a character of its JSON: measured, an answer takes that on the heap, within a tenth. */
function bytesOf(answer: AnySearchAnswer): number {
  return 2 * JSON.stringify(answer).length;
}

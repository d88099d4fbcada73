/**
 * Answers kept while the index they were made of is the one that serves, and equal questions at once asked once.
 */
import { PolicyError } from '../../core/errors.js';
import { keepRecent } from '../../core/recent.js';
import type { SearchRequest } from '../request.js';
import type { Answers } from './answers.js';
import { type Company, openCompany } from './company.js';
import { clientLeft, inTime, type Moment, PATIENT, type Patience } from './deadline.js';
import { type Searched, searchedAs, writeSearch } from './searched.js';
import type { WrittenAnswer } from './written-answer.js';

const MOST_BYTES = 8 << 20; // as sent; some 200 first pages
const VERSION_TRUSTED = 1000; // ms; a new index serves within 5 s

/** A question that is being answered, for whoever asked it first and those who came after. */
interface Flight {
  readonly searched: Promise<Searched>;
  /** Of the first: it has failed by then. */
  readonly until: Moment;
  /** Those who wait for it: with the last one it ends. */
  readonly company: Company;
}

/**
 * An answer that is not kept is asked for at once: it brings the version it was made of. Only one that is kept has to
 * wait for `readVersion`, and then only if nobody has seen the version for a second. An answer with a part missing is
 * never kept, and neither is a failure; those who wait for the same question have it too. It is given up when the last of them
 * has left.
 *
 * @param readVersion  Of the index that serves now.
 * @param usual        The patience of who does not say.
 */
export function cached(
  answers: Answers,
  readVersion: (patience: Patience) => Promise<string>,
  usual: () => Patience = () => PATIENT,
): Answers {
  const kept = keepRecent<WrittenAnswer>(MOST_BYTES, ({ bytes }) => bytes.length);
  const flights = new Map<string, Flight>();
  let known = { version: '', at: Number.NEGATIVE_INFINITY };
  const see = (version: string): void => {
    known = { version, at: performance.now() };
  };

  const launch = (question: string, request: SearchRequest, until: Moment): Flight => {
    const company = openCompany();
    const ask = async (): Promise<Searched> => {
      const searched = await answers.search(request, { until, left: company.left });
      const { version } = searched;
      if (company.left.aborted) throw clientLeft();
      if (version !== null) see(version);
      const written = searched.written ?? writeSearch(searched.answer);
      if (written === null) return searched;
      if (version !== null) kept.set(`${version} ${question}`, written.answer);
      return searchedAs(written, version);
    };
    const forget = (): void => {
      if (flights.get(question) === flight) flights.delete(question);
    };
    const flight = { searched: ask().finally(forget), until, company };
    flights.set(question, flight);
    flight.searched.catch(() => undefined); // told to those who are still there
    // Whoever comes after the last has left asks anew.
    company.left.addEventListener('abort', forget);
    return flight;
  };
  /** Whoever comes later has longer: where the first was out of time, those who are not ask once more, together. */
  const join = async (question: string, request: SearchRequest, patience: Patience): Promise<Searched> => {
    const { until } = patience;
    const found = flights.get(question);
    const flight = found ?? launch(question, request, until);
    try {
      return await flight.company.with(patience.left, () => inTime(patience, () => flight.searched));
    } catch (error) {
      const wasEarly = found !== undefined && flight.until < until;
      if (!wasEarly || !(error instanceof PolicyError) || error.code !== 'engine_unavailable') throw error;
      return join(question, request, patience);
    }
  };

  return {
    ...answers,
    async search(request, patience = usual()) {
      const started = performance.now();
      const question = JSON.stringify(request);
      const tookMs = (): number => Math.round((performance.now() - started) * 10) / 10;
      const find = (): WrittenAnswer | undefined => kept.get(`${known.version} ${question}`);
      if (find() && performance.now() - known.at > VERSION_TRUSTED) see(await readVersion(patience));
      const found = find();
      if (found) return searchedAs({ answer: found, tookMs: tookMs() }, known.version);
      const isFirst = !flights.has(question);
      const searched = await join(question, request, patience);
      return isFirst ? searched : timed(searched, tookMs());
    },
  };
}

function timed(searched: Searched, tookMs: number): Searched {
  const { version, written } = searched;
  if (written !== undefined) return searchedAs({ ...written, tookMs }, version);
  return { answer: { ...searched.answer, tookMs }, version };
}

/** The search: filters on the left, what was found on the right; before any query, what can be asked. */
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { later } from '../page/later.js';
import { ProblemNote } from '../page/problem.js';
import { parseAddress, type SearchAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { chosen, isStart } from '../shared/narrowing.js';
import { address, settle, unfold } from '../shared/navigation.js';
import { announcement, START_PATH, search, wantedPath } from '../shared/resources.js';
import { isWaiting } from '../shared/rests.js';
import { narrow, wide } from '../shared/room.js';
import { say } from '../shared/say.js';
import { countsOf } from './counted.js';
import { Facets } from './facets.js';
import { HitList } from './hit-list.js';
import { PartialNote, partialText } from './partial-note.js';
import { listedIn, Summary } from './summary.js';
import { YearBars } from './year-bars.js';

const Start = later(() => import('./start.js').then((part) => part.Start));
const FacetSheet = later(() => import('./facet-sheet.js').then((part) => part.FacetSheet));
const Chips = later(() => import('./chips.js').then((part) => part.Chips));
const Pages = later(() => import('./pages.js').then((part) => part.Pages));
const NothingFound = later(() => import('./nothing-found.js').then((part) => part.NothingFound));

const SETTLED = 700; // milliseconds without a further letter: then the count is worth saying

export function SearchView() {
  const text = messages.value;
  const shown = search.shown.value;
  const problem = search.problem.value;
  const here = address.value.view === 'search' ? address.value : START;
  const wanted = wantedPath();
  const stands = shown?.path === wanted;
  const fails = problem?.path === wanted;
  /** The search that what is shown answers. */
  const of = shown ? askedBy(shown.path) : here;
  const counts = shown ? `${countsOf(shown.answer, of)} ${partialText(shown.answer)}` : '';

  useLayoutEffect(() => {
    if (stands) unfold();
    if (fails || (stands && !isWaiting(shown.answer, of))) settle();
  });

  useEffect(() => {
    if (!stands) return;
    const timer = setTimeout(() => {
      announcement.value = counts;
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [stands, counts, here]);

  // The start page stays until the first results are there, and is back as soon as nothing is asked.
  const newest = shown?.path === START_PATH;
  const start = isStart(here) || (newest && !stands && !problem);
  const answer = shown && (newest || !start) ? shown.answer : null;
  const slow = search.slow.value && <p class="progress">{text.loading}</p>;
  if (start) {
    return (
      <main id="main" class="start" tabIndex={-1}>
        {slow}
        {answer && !problem && <PartialNote answer={answer} />}
        {problem ? <ProblemNote problem={problem} of={askedBy(problem.path)} /> : <Start answer={answer} />}
      </main>
    );
  }
  // The server is away: what was found before stays, and says that it is of before.
  const listed = answer ? listedIn(answer) : 0;
  const isStale = problem !== null && answer !== null && (problem.status === 0 || problem.status >= 500);
  return (
    <div class="search">
      {slow}
      {answer && !narrow.value && (
        <aside class="facets-column" aria-label={text.filters}>
          <Facets answer={answer} here={here} />
        </aside>
      )}
      <main id="main" class="results" tabIndex={-1} aria-busy={!stands && !fails}>
        <h1 class="unseen">{here.q.trim() || text.search}</h1>
        {problem && <ProblemNote problem={problem} of={askedBy(problem.path)} />}
        {answer && !problem && <PartialNote answer={answer} />}
        {answer && !problem && <Summary answer={answer} here={here} />}
        {chosen(here) > 0 && <Chips here={here} answer={answer} />}
        {isStale && (
          <p class="note stale-note">{of.q.trim() === '' ? text.stale : say(text.staleOf, { q: of.q })}</p>
        )}
        {answer && (!problem || isStale) && (
          <div class={isStale ? 'stale' : undefined}>
            {answer.total === 0 && (stands || isStale) ? (
              <NothingFound answer={answer} here={of} />
            ) : (
              <HitList answer={answer} here={of} />
            )}
            {listed > answer.size && <Pages answer={answer} here={of} />}
          </div>
        )}
      </main>
      {answer && wide.value && <YearBars years={answer.facets.year} here={here} />}
      {answer && narrow.value && <FacetSheet answer={answer} here={here} />}
    </div>
  );
}

/** The search that a path of the API answers. */
function askedBy(path: string): SearchAddress {
  return parseAddress(path.replace('api/search', '')) as SearchAddress;
}

/** The search: filters on the left, what was found on the right; before any query, what can be asked. */
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { later } from '../page/later.js';
import { ProblemNote } from '../page/problem.js';
import { formatAddress, isStart, parseAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { address, settle } from '../shared/navigation.js';
import { announcement, START_PATH, search, wantedPath } from '../shared/resources.js';
import { narrow, wide } from '../shared/room.js';
import { say } from '../shared/say.js';
import { Chips } from './chips.js';
import { Facets } from './facets.js';
import { HitList } from './hit-list.js';
import { lastPage, Pages } from './pages.js';
import { PartialNote, partialText } from './partial-note.js';
import { Summary } from './summary.js';

const Start = later(() => import('./start.js').then((part) => part.Start));
const FacetSheet = later(() => import('./facet-sheet.js').then((part) => part.FacetSheet));
const YearBars = later(() => import('./year-bars.js').then((part) => part.YearBars));
const NothingFound = later(() => import('./nothing-found.js').then((part) => part.NothingFound));

const SETTLED = 700; // milliseconds without a further letter: then the count is worth saying

export function SearchView() {
  const text = messages.value;
  const shown = search.shown.value;
  const problem = search.problem.value;
  const here = address.value.view === 'search' ? address.value : START;
  const stands = shown !== null && shown.path === wantedPath();
  const counts = shown
    ? `${say(text.counts, { clauses: shown.answer.total, documents: shown.answer.documents })} ${partialText(shown.answer)}`
    : '';

  useLayoutEffect(() => {
    if (stands || problem) settle();
  }, [stands, problem, here]);

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
        {problem ? <ProblemNote problem={problem} /> : <Start answer={answer} />}
      </main>
    );
  }
  // The server is away: what was found before stays, and says that it is of before.
  const isStale = problem !== null && answer !== null && (problem.status === 0 || problem.status >= 500);
  const of = isStale ? (parseAddress(shown?.path.replace('/api/search', '/') ?? '/') as typeof here) : here;
  const pastLast = answer !== null && stands && answer.total > 0 && answer.hits.length === 0;
  return (
    <div class="search">
      {slow}
      {answer && !narrow.value && (
        <aside class="facets-column" aria-label={text.filters}>
          <Facets facets={answer.facets} here={here} />
        </aside>
      )}
      <main id="main" class="results" tabIndex={-1} aria-busy={!stands}>
        <h1 class="unseen">{here.q.trim() || text.search}</h1>
        {problem && <ProblemNote problem={problem} />}
        {answer && !problem && <PartialNote answer={answer} />}
        {answer && !problem && <Summary answer={answer} here={here} />}
        <Chips here={here} />
        {isStale && (
          <p class="note stale-note">{of.q.trim() === '' ? text.stale : say(text.staleOf, { q: of.q })}</p>
        )}
        {pastLast && (
          <p class="note">
            {say(text.pastLast, { page: answer.page })}{' '}
            <a href={formatAddress({ ...here, page: lastPage(answer) })}>{text.lastPage}</a>
          </p>
        )}
        {answer && (!problem || isStale) && (
          <div class={isStale ? 'stale' : undefined}>
            {answer.total === 0 && (stands || isStale) ? (
              <NothingFound answer={answer} here={of} />
            ) : (
              <HitList answer={answer} here={of} />
            )}
            <Pages answer={answer} here={of} />
          </div>
        )}
      </main>
      {answer && wide.value && (
        <aside class="beside-hits" aria-label={text.years}>
          <YearBars years={answer.facets.year} here={here} />
        </aside>
      )}
      {answer && narrow.value && <FacetSheet answer={answer} here={here} />}
    </div>
  );
}

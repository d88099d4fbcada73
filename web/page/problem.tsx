/** An error: what happened, what to do, and a button that does it. The query stays. */
import type { Problem } from '../../server/api.js';
import { type Address, formatAddress, START, searchOf } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { askAgain } from '../shared/resources.js';
import { say } from '../shared/say.js';

interface ProblemNoteProps {
  readonly problem: Problem;
  /** What was asked for: the page may be on its way to another. */
  readonly of: Address;
}

export function ProblemNote({ problem, of: here }: ProblemNoteProps) {
  const text = messages.value;
  const search = searchOf(here);
  const isSearch = here.view === 'search';
  const { status, errors } = problem;
  const page = errors?.find(({ parameter }) => parameter === 'page');
  const pastLast = isSearch && here.page > 1 && page !== undefined;
  // The server names it: «The last page is 7.»
  const last = Number(page?.message.match(/last page is (\d{1,6})/)?.[1] ?? 1);
  const instead = pastLast
    ? ([{ ...here, page: last }, last > 1 ? say(text.lastPage, { page: last }) : text.firstPage] as const)
    : status === 400
      ? ([{ ...START, q: search.q }, text.keepWords] as const)
      : status === 404
        ? ([search, text.backToSearch] as const)
        : null;
  return (
    <section class="problem" role="alert">
      <h2>
        {pastLast ? say(text.pastLast, { page: here.page }) : isSearch ? text.failed : text.failedDocument}
      </h2>
      {!pastLast && <p>{problemSaid(problem)}</p>}
      {instead ? (
        <a class="button" href={formatAddress(instead[0])}>
          {instead[1]}
        </a>
      ) : (
        <button type="button" class="button" onClick={askAgain}>
          {text.retry}
        </button>
      )}
    </section>
  );
}

/** What went wrong, in the reader's words. */
export function problemSaid({ status, errors = [] }: Problem): string {
  const text = messages.value;
  if (status === 0) return text.offline;
  if (status === 400) {
    return say(text.refused, { parameters: errors.map(({ parameter }) => parameter).join(', ') || '?' });
  }
  if (status === 404) return text.notHeld;
  return status === 503 ? text.busy : text.broken;
}

/** An error: what happened, what to do, and a button that does it. The query stays. */
import type { Problem } from '../../server/api.js';
import { formatAddress, START, searchOf } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { address } from '../shared/navigation.js';
import { askAgain } from '../shared/resources.js';
import { say } from '../shared/say.js';

export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const text = messages.value;
  const here = address.value;
  const search = searchOf(here);
  const isSearch = here.view === 'search';
  const { status, errors = [] } = problem;
  const pastLast = isSearch && here.page > 1 && (status === 404 || status === 400);
  // The server names it: «The last page is 7.»
  const told = errors
    .find(({ parameter }) => parameter === 'page')
    ?.message.match(/last page is (\d{1,6})/)?.[1];
  const last = told ? Number(told) : 1;
  const said = pastLast
    ? say(text.pastLast, { page: here.page })
    : status === 0
      ? text.offline
      : status === 400
        ? say(text.refused, { parameters: errors.map(({ parameter }) => parameter).join(', ') || '?' })
        : status === 404
          ? text.notHeld
          : status === 503
            ? text.busy
            : text.broken;
  const instead = pastLast
    ? ([{ ...here, page: last }, last > 1 ? say(text.lastPage, { page: last }) : text.firstPage] as const)
    : status === 400
      ? ([{ ...START, q: search.q }, text.keepWords] as const)
      : status === 404
        ? ([search, text.backToSearch] as const)
        : null;
  return (
    <section class="problem" role="alert">
      <h2>{pastLast ? said : isSearch ? text.failed : text.failedDocument}</h2>
      {!pastLast && <p>{said}</p>}
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

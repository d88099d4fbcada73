/** An error: what happened, what to do, and a button that does it. The query stays. */
import type { Problem } from '../../server/api.js';
import { formatAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { address } from '../shared/navigation.js';
import { askAgain } from '../shared/resources.js';

export function ProblemNote({ problem }: { readonly problem: Problem }) {
  const text = messages.value;
  const here = address.value;
  const { status, detail, remedy, errors = [] } = problem;
  return (
    <section class="problem" role="alert">
      <h2>{here.view === 'search' ? text.failed : text.failedDocument}</h2>
      {status === 0 ? <p>{text.offline}</p> : <p lang="en">{[detail, remedy].filter(Boolean).join(' ')}</p>}
      {errors.length > 0 && (
        <ul lang="en">
          {errors.map(({ parameter, message }) => (
            <li key={parameter}>
              {parameter}: {message}
            </li>
          ))}
        </ul>
      )}
      {status === 400 || status === 404 ? (
        <a class="button" href={formatAddress({ ...START, q: here.q })}>
          {status === 400 ? text.keepWords : text.backToSearch}
        </a>
      ) : (
        <button type="button" class="button" onClick={askAgain}>
          {text.retry}
        </button>
      )}
    </section>
  );
}

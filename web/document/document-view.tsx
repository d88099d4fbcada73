/** A document: its contents, its text clause by clause, and what is known about it. */
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { later } from '../page/later.js';
import { ProblemNote } from '../page/problem.js';
import { type DocumentAddress, formatAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { address, go, settle } from '../shared/navigation.js';
import { sideBySide } from '../shared/preferences.js';
import { documents, wantedPath } from '../shared/resources.js';
import { narrow, roomy } from '../shared/room.js';
import { Contents } from './contents.js';
import { DocumentBar } from './document-bar.js';
import { DocumentText } from './document-text.js';
import { hitIds } from './hits.js';
import { ReadOn, readOn } from './read-on.js';

/** Beside the text, and not waited for: drawn anew when it has come, so it is none of the parts that are kept. */
const About = later(() => import('./about.js').then((part) => part.About));

export function DocumentView() {
  const shown = documents.shown.value;
  const problem = documents.problem.value;
  const here = address.value as DocumentAddress;
  const wanted = wantedPath();
  const stands = shown?.path === wanted;
  const isOther = shown?.answer.document.id !== here.id;
  // While one document replaces another the old one stays; it is not left under another's error.
  const answer = problem && isOther ? null : (shown?.answer ?? null);
  const clauses = answer?.clauses ?? [];
  /** A link into what is not there yet, or hits that are all further on: the text is read up to them first. */
  const isThere = useMemo(
    () =>
      answer?.next === undefined ||
      (here.clause === ''
        ? here.q === '' || hitIds(clauses).length > 0
        : clauses.some(({ id }) => id === here.clause)),
    [answer, here],
  );
  const hits = useMemo(() => (here.q === '' ? [] : hitIds(clauses)), [answer, here.q === '']);

  useEffect(() => {
    if (stands && !isThere) void readOn();
  }, [stands, isThere, answer]);

  useLayoutEffect(() => {
    const [first] = hits;
    if (stands && !isThere) return;
    if (stands && here.clause === '' && first !== undefined) go({ ...here, clause: first }, 'replace');
    else if (stands) settle(here.clause === '' ? null : document.getElementById(here.clause));
    else if (problem?.path === wanted) settle();
  }, [stands, problem, here, isThere]);

  // A step changes two elements; a text of 3,000 clauses is not drawn anew for it.
  useLayoutEffect(() => {
    const linked = document.getElementById(here.clause);
    if (!linked?.matches('.clause')) return;
    linked.classList.add('linked');
    linked.setAttribute('aria-current', 'location');
    return () => {
      linked.classList.remove('linked');
      linked.removeAttribute('aria-current');
    };
  }, [answer, here.clause]);

  const base: DocumentAddress = { ...here, clause: '' };
  const parts = useMemo(
    () =>
      answer && {
        contents: <Contents answer={answer} here={base} />,
        text: <DocumentText answer={answer} here={base} />,
      },
    [answer, formatAddress(base), messages.value, sideBySide.value, narrow.value, roomy.value],
  );

  return (
    <div class="document">
      {documents.slow.value && <p class="progress">{messages.value.loading}</p>}
      {problem && (
        <main id={parts ? undefined : 'main'} tabIndex={-1}>
          <ProblemNote problem={problem} of={here} />
        </main>
      )}
      {answer && parts && (
        <>
          <DocumentBar answer={answer} hits={hits} here={here} />
          {!narrow.value && parts.contents}
          <main id="main" class="text" tabIndex={-1}>
            {narrow.value && parts.contents}
            {parts.text}
            <ReadOn answer={answer} />
          </main>
          <About document={answer.document} />
        </>
      )}
    </div>
  );
}

/** A document: its contents, its text clause by clause, and what is known about it. */
import { useLayoutEffect } from 'preact/hooks';
import type { DocumentAnswer } from '../../server/api.js';
import { ProblemNote } from '../page/problem.js';
import type { DocumentAddress } from '../shared/address.js';
import { late } from '../shared/late.js';
import { messages } from '../shared/messages.js';
import { narrow } from '../shared/narrow.js';
import { address, settle } from '../shared/navigation.js';
import { language } from '../shared/preferences.js';
import { documents, wantedPath } from '../shared/resources.js';
import { langOf } from '../shared/script-lang.js';
import { ClauseText } from './clause-text.js';
import { Contents } from './contents.js';
import { DocumentBar } from './document-bar.js';
import { headingLevels } from './heading-levels.js';

/** Beside the text, and not waited for. */
const About = late(() => import('./about.js').then((part) => part.About));

export function DocumentView() {
  const shown = documents.shown.value;
  const problem = documents.problem.value;
  const here = address.value as DocumentAddress;
  const stands = shown !== null && shown.path === wantedPath();
  // While one document replaces another the old one stays; it is not left under another's error.
  const answer = problem && !stands ? null : (shown?.answer ?? null);

  useLayoutEffect(() => {
    if (stands) settle(here.clause === '' ? null : document.getElementById(here.clause));
    else if (problem) settle();
  }, [stands, problem, here]);

  return (
    <div class="document">
      {documents.slow.value && <p class="progress">{messages.value.loading}</p>}
      {problem && (
        <main id="main" tabIndex={-1}>
          <ProblemNote problem={problem} />
        </main>
      )}
      {answer && !problem && (
        <>
          <DocumentBar answer={answer} here={here} />
          {!narrow.value && <Contents answer={answer} here={here} />}
          <main id="main" class="text" tabIndex={-1}>
            {narrow.value && <Contents answer={answer} here={here} />}
            <Text answer={answer} here={here} />
          </main>
          <About document={answer.document} />
        </>
      )}
    </div>
  );
}

interface TextProps {
  readonly answer: DocumentAnswer;
  readonly here: DocumentAddress;
}

/** The title among the clauses is the heading of the page; where there is none, a derived one says so. */
function Text({ answer: { document, clauses }, here }: TextProps) {
  const levels = headingLevels(clauses);
  const title = clauses.find(({ kind }) => kind === 'title');
  return (
    <article lang={langOf(document.script)}>
      {!title && (
        <header class="derived-title">
          <h1>{document.title}</h1>
          <p class="note" lang={language.value}>
            {messages.value.derivedTitle}
          </p>
        </header>
      )}
      {clauses.map((clause) => (
        <ClauseText
          key={clause.id}
          clause={clause}
          document={document}
          here={here}
          level={clause === title ? 1 : (levels.get(clause.id) ?? 0)}
        />
      ))}
    </article>
  );
}

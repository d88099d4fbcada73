/** The text of a document, clause by clause; with its translation beside it where both are given. */
import type { ClauseAnswer, DocumentAnswer } from '../../server/api.js';
import { StatusBadge } from '../page/status-badge.js';
import type { DocumentAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { language, sideBySide } from '../shared/preferences.js';
import { roomy } from '../shared/room.js';
import { langOf } from '../shared/script-lang.js';
import { ClauseText } from './clause-text.js';
import { headingLevels } from './heading-levels.js';
import { rowsOf } from './rows.js';
import { headsOf } from './table-rows.js';

interface DocumentTextProps {
  readonly answer: DocumentAnswer;
  readonly here: DocumentAddress;
}

/** The title among the clauses is the heading of the page; where there is none, a derived one says so. */
export function DocumentText({ answer: { document, clauses }, here }: DocumentTextProps) {
  const levels = headingLevels(clauses);
  const heads = headsOf(clauses);
  const title = clauses.find(({ kind }) => kind === 'title');
  const clauseText = (clause: ClauseAnswer) => (
    <ClauseText
      key={clause.id}
      clause={clause}
      document={document}
      here={here}
      heads={heads}
      level={clause === title ? 1 : (levels.get(clause.id) ?? 0)}
    />
  );
  const isBeside = roomy.value && sideBySide.value === 'on' && clauses.some(({ counterpart }) => counterpart);
  return (
    <article class={isBeside ? 'beside-each-other' : undefined} lang={langOf(document.script)}>
      <header class="title-notes beside">
        <StatusBadge status={document.status} />
        {document.titleEn && language.value === 'en' && <p lang="en">{document.titleEn}</p>}
      </header>
      {!title && (
        <header class="derived-title">
          <h1>{document.title}</h1>
          <p class="note beside" lang={language.value}>
            {messages.value.derivedTitle}
          </p>
        </header>
      )}
      {isBeside
        ? rowsOf(clauses).map(([one, other]) =>
            other ? (
              <div class="pair" key={one.id}>
                {clauseText(one)}
                {clauseText(other)}
              </div>
            ) : (
              clauseText(one)
            ),
          )
        : clauses.map(clauseText)}
    </article>
  );
}

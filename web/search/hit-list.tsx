/** What was found: documents, and under each its clauses. */
import { useState } from 'preact/hooks';
import type { SearchAnswer } from '../../server/api.js';
import type { SearchAddress } from '../shared/address.js';
import { BEST, type FoundDocument, groupHits, withEqualHeads } from '../shared/group-hits.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { DocumentHead, documentLink } from './document-head.js';
import { HitItem } from './hit-item.js';

interface HitListProps {
  readonly answer: SearchAnswer;
  readonly here: SearchAddress;
}

export function HitList({ answer, here }: HitListProps) {
  const complete = answer.total === answer.hits.length;
  const groups = groupHits(answer.hits);
  const equal = withEqualHeads(groups.map(({ document }) => document));
  return (
    <div class="hit-list">
      {groups.map((found) => (
        <Found
          key={`${answer.query.q} ${found.document.id}`}
          found={found}
          here={here}
          complete={complete}
          ambiguous={equal.has(found.document.id)}
        />
      ))}
    </div>
  );
}

interface FoundProps {
  readonly found: FoundDocument;
  readonly here: SearchAddress;
  /** All hits are on this page, so that what is left here is all that is left in the document. */
  readonly complete: boolean;
  readonly ambiguous: boolean;
}

function Found({ found: { document, clauses }, here, complete, ambiguous }: FoundProps) {
  const [all, setAll] = useState(false);
  const text = messages.value;
  const rest = clauses.length - BEST;
  return (
    <article class="found" aria-labelledby={`title-${document.id}`}>
      <DocumentHead document={document} here={here} ambiguous={ambiguous} />
      <ol class="hits">
        {clauses.slice(0, all ? clauses.length : BEST).map((clause) => (
          <HitItem key={clause.id} clause={clause} document={document} here={here} />
        ))}
      </ol>
      {rest > 0 && !all && (
        <a
          class="more-hits"
          href={documentLink(document.id, here)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            setAll(true);
          }}
        >
          {say(complete ? text.moreInDocument : text.moreOnPage, { n: rest })}
        </a>
      )}
    </article>
  );
}

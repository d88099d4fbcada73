/** What was found: documents, and under each its best clauses; a page of groups, or the flat list put under heads. */
import type { AnySearchAnswer } from '../../server/api.js';
import type { SearchAddress } from '../shared/address.js';
import { type FoundDocument, foundIn, withEqualHeads } from '../shared/group-hits.js';
import { messages } from '../shared/messages.js';
import { Found } from './found.js';

interface HitListProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

export function HitList({ answer, here }: HitListProps) {
  const { every, some } = foundIn(answer);
  const equal = withEqualHeads([...every, ...some].map(({ document }) => document));
  const list = (found: readonly FoundDocument[], of: string) =>
    found.map((one) => (
      <Found
        key={`${answer.query.q} ${one.document.id}${of}`}
        answer={answer}
        found={one}
        here={here}
        titleId={`title-${one.document.id}${of}`}
        ambiguous={equal.has(one.document.id)}
      />
    ));
  return (
    <div class="hit-list">
      {list(every, '')}
      {some.length > 0 && answer.query.allTotal !== 0 && <p class="note some">{messages.value.some}</p>}
      {list(some, '-some')}
    </div>
  );
}

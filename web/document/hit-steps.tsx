/** 3 / 12 ↑ ↓: from one hit to the next. The address follows, so that a step can be shared; j and k press the buttons. */
import type { ClauseAnswer } from '../../server/api.js';
import type { DocumentAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { go } from '../shared/navigation.js';
import { stepTo } from './hits.js';

interface HitStepsProps {
  readonly clauses: readonly ClauseAnswer[];
  readonly hits: readonly string[];
  readonly here: DocumentAddress;
}

export function HitSteps({ clauses, hits, here }: HitStepsProps) {
  const text = messages.value;
  if (hits.length === 0) return null;
  const now = hits.indexOf(here.clause);
  const step = (by: 1 | -1) => {
    const clause = stepTo(hits, clauses, here.clause, by);
    if (clause !== undefined) go({ ...here, clause }, 'replace');
  };
  return (
    <div class="hit-steps">
      <span class="counts">
        {now === -1 ? '–' : now + 1} / {hits.length}
      </span>
      <button type="button" class="tool" data-key="k" aria-label={text.previousHit} onClick={() => step(-1)}>
        ↑
      </button>
      <button type="button" class="tool" data-key="j" aria-label={text.nextHit} onClick={() => step(1)}>
        ↓
      </button>
    </div>
  );
}

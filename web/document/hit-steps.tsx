/** 3 / 12 ↑ ↓: from one matching clause to the next. The address follows, so that a step can be shared. */
import type { ClauseAnswer } from '../../server/api.js';
import type { DocumentAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { go } from '../shared/navigation.js';

interface HitStepsProps {
  readonly clauses: readonly ClauseAnswer[];
  readonly here: DocumentAddress;
}

export function HitSteps({ clauses, here }: HitStepsProps) {
  const text = messages.value;
  const hits = clauses.filter(({ fragments }) => fragments.some(({ match }) => match));
  if (hits.length === 0) return null;
  const now = hits.findIndex(({ id }) => id === here.clause);
  const step = (to: number) => {
    const hit = hits[(to + hits.length) % hits.length];
    if (hit) go({ ...here, clause: hit.id }, 'replace');
  };
  return (
    <div class="hit-steps">
      <span class="counts">
        {now === -1 ? '–' : now + 1} / {hits.length}
      </span>
      <button
        type="button"
        class="tool"
        aria-label={text.previousHit}
        onClick={() => step(now === -1 ? -1 : now - 1)}
      >
        ↑
      </button>
      <button type="button" class="tool" aria-label={text.nextHit} onClick={() => step(now + 1)}>
        ↓
      </button>
    </div>
  );
}

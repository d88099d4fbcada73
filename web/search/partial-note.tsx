/** Part of the collection did not answer: which one, and that hits and counts are of the rest. */
import type { AnySearchAnswer } from '../../server/api.js';
import { messages } from '../shared/messages.js';
import { askAgain } from '../shared/resources.js';
import { say } from '../shared/say.js';

/** Empty where the answer is whole. */
export function partialText({ partial }: Pick<AnySearchAnswer, 'partial'>): string {
  return partial ? say(messages.value.partial, { missing: partial.missing.join(', ') }) : '';
}

export function PartialNote({ answer }: { readonly answer: AnySearchAnswer }) {
  const said = partialText(answer);
  return said ? (
    <div class="partial">
      <p role="status">{said}</p>
      <button type="button" class="button" onClick={askAgain}>
        {messages.value.retry}
      </button>
    </div>
  ) : null;
}

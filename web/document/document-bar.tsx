/** Under the head of the page: back to the results, from match to match, the script, the document's citation. */

import type { DocumentAnswer } from '../../server/api.js';
import { CopyCitation } from '../citation/copy-citation.js';
import { ScriptChoice } from '../search/script-choice.js';
import { type DocumentAddress, formatAddress, searchOf } from '../shared/address.js';
import { BASE } from '../shared/base.js';
import { messages } from '../shared/messages.js';
import { isStart } from '../shared/narrowing.js';
import { sideBySide } from '../shared/preferences.js';
import { roomy } from '../shared/room.js';
import { HitSteps } from './hit-steps.js';

interface DocumentBarProps {
  readonly answer: DocumentAnswer;
  readonly hits: readonly string[];
  readonly here: DocumentAddress;
}

export function DocumentBar({ answer: { document, clauses }, hits, here }: DocumentBarProps) {
  const text = messages.value;
  return (
    <nav class="document-bar" aria-label={text.hitSteps}>
      <a class="back" id="back" data-back href={formatAddress(searchOf(here))}>
        ← <span>{isStart(searchOf(here)) ? text.backToSearch : text.backToResults}</span>
      </a>
      <HitSteps clauses={clauses} hits={hits} here={here} />
      <span class="document-tools">
        {roomy.value && clauses.some(({ counterpart }) => counterpart) && (
          <button
            type="button"
            class="tool side-by-side"
            aria-pressed={sideBySide.value === 'on'}
            onClick={() => {
              sideBySide.value = sideBySide.value === 'on' ? 'off' : 'on';
            }}
          >
            {text.sideBySide}
          </button>
        )}
        <ScriptChoice here={here} />
        <CopyCitation
          path={`${BASE}api/documents/${encodeURIComponent(document.id)}`}
          label={text.wholeDocument}
        />
      </span>
    </nav>
  );
}

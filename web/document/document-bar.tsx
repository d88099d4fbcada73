/** Under the head of the page: back to the results, from match to match, the script, the document's citation. */
import type { DocumentAnswer } from '../../server/api.js';
import { CopyCitation } from '../citation/copy-citation.js';
import { ScriptChoice } from '../search/script-choice.js';
import { type DocumentAddress, formatAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { HitSteps } from './hit-steps.js';

interface DocumentBarProps {
  readonly answer: DocumentAnswer;
  readonly here: DocumentAddress;
}

export function DocumentBar({ answer: { document, clauses }, here }: DocumentBarProps) {
  const text = messages.value;
  return (
    <nav class="document-bar" aria-label={text.hitSteps}>
      <a class="back" id="back" href={formatAddress({ ...START, q: here.q, script: here.script })}>
        ← <span>{here.q === '' ? text.backToSearch : text.backToResults}</span>
      </a>
      {here.q !== '' && <HitSteps clauses={clauses} here={here} />}
      <span class="document-tools">
        <ScriptChoice here={here} />
        <CopyCitation path={`/api/documents/${encodeURIComponent(document.id)}`} label={text.wholeDocument} />
      </span>
    </nav>
  );
}

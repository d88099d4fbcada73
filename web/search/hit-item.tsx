/** One hit: its locator in a column of its own, the stretch of text that matches, and what to do with it. */

import type { DocumentSummary, Hit } from '../../server/api.js';
import { CopyCitation } from '../citation/copy-citation.js';
import { CopyLink } from '../citation/copy-link.js';
import { Fragments } from '../page/fragments.js';
import type { SearchAddress } from '../shared/address.js';
import { useAtHand } from '../shared/at-hand.js';
import { BASE } from '../shared/base.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { langOf } from '../shared/script-lang.js';
import { documentLink } from './document-head.js';

interface HitItemProps {
  readonly clause: Hit['clause'];
  readonly document: DocumentSummary;
  readonly here: SearchAddress;
}

export function HitItem({ clause, document, here }: HitItemProps) {
  const text = messages.value;
  const { id, kind, language, locator, fragments, snippet = fragments, part, parts, damage } = clause;
  const atHand = useAtHand(id);
  const link = documentLink(document.id, here, id);
  const lang = langOf(document.script, language);
  return (
    <li class={atHand ? 'hit at-hand' : 'hit'} id={`hit-${id}`} tabIndex={-1} data-stop data-clause={id}>
      <p class="locator beside">
        <a href={link} lang={locator ? lang : undefined} id={`locator-${id}`}>
          {locator || text.kinds[kind]}
        </a>
        {part && parts ? <small>{say(text.part, { part, parts })}</small> : null}
        {damage?.length ? <small>{text.damaged}</small> : null}
      </p>
      <p class="snippet" lang={lang}>
        <Fragments of={snippet} />
      </p>
      <p class="tools">
        <CopyCitation path={`${BASE}api/clauses/${id}`} />
        <CopyLink document={document.id} clause={id} />
        <a class="tool" data-key="o" id={`open-${id}`} href={link}>
          {text.openClause}
        </a>
      </p>
    </li>
  );
}

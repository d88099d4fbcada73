/** The head of a document in a list: its title, and in one line who, what, when and from where. */
import type { DocumentSummary } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { CANONICAL, langOf } from '../shared/script-lang.js';
import { SourceLink } from './source-link.js';

interface DocumentHeadProps {
  readonly document: DocumentSummary;
  readonly here: SearchAddress;
}

export function DocumentHead({ document, here }: DocumentHeadProps) {
  const { id, title, script, issuingBodies, type, status, documentNumber, publishedOn, source } = document;
  return (
    <>
      <h2 class="found-title" lang={langOf(script)}>
        <a id={`title-${id}`} href={documentLink(id, here)}>
          {title}
        </a>
      </h2>
      <ul class="found-facts">
        {[...issuingBodies, type, documentNumber, status].map(
          (fact) =>
            fact && (
              <li key={fact} lang={CANONICAL}>
                {fact}
              </li>
            ),
        )}
        <li>{publishedOn ? <time>{publishedOn}</time> : messages.value.undated}</li>
        <li>
          <SourceLink source={source} lang={langOf(script)} />
        </li>
      </ul>
    </>
  );
}

/** The document with the words of the search marked in it, at one of its clauses or at its head. */
export function documentLink(id: string, { q, script }: SearchAddress, clause = ''): string {
  return formatAddress({ view: 'document', id, q, script, clause });
}

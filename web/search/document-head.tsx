/** The head of a document in a list: its title, and in one line who, what, when and from where. */
import type { DocumentSummary } from '../../server/api.js';
import { badgeOf, StatusBadge } from '../page/status-badge.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { language } from '../shared/preferences.js';
import { CANONICAL, langOf } from '../shared/script-lang.js';
import { counted } from './counted.js';
import { SourceLink } from './source-link.js';

interface DocumentHeadProps {
  readonly document: DocumentSummary;
  readonly here: SearchAddress;
  /** Another head in the list says the same. */
  readonly ambiguous?: boolean;
  /** Where another head on the page may be of the same document. */
  readonly titleId?: string;
  /** How many were found, where none is shown. */
  readonly clauses?: number | null;
}

export function DocumentHead({ document, here, ambiguous, titleId, clauses }: DocumentHeadProps) {
  const { id, title, titleOrigin, script, issuingBodies, type, status, documentNumber, source } = document;
  const { publishedOn, publishedYear, titleEn } = document;
  const english = language.value === 'en' ? titleEn : null;
  const text = messages.value;
  return (
    <>
      <h2 class="found-title" lang={langOf(script)}>
        <a id={titleId ?? `title-${id}`} href={documentLink(id, here)} lang={english ? 'en' : undefined}>
          {english || title}
        </a>
        <StatusBadge status={status} />
        {titleOrigin === 'derived' && (
          <small class="badge" lang={language.value}>
            {text.derivedMark}
          </small>
        )}
      </h2>
      {english && (
        <p class="other-title" lang={langOf(script)}>
          {title}
        </p>
      )}
      <ul class="found-facts">
        {[...issuingBodies, type, documentNumber, badgeOf(status) ? null : status].map(
          (fact, at) =>
            fact && (
              <li key={at} lang={CANONICAL}>
                {fact}
              </li>
            ),
        )}
        <li>{publishedOn ? <time>{publishedOn}</time> : (publishedYear ?? text.undated)}</li>
        {ambiguous && <li>{id}</li>}
        {clauses ? <li>{counted(clauses, here)}</li> : null}
        <li>
          <SourceLink source={source} lang={langOf(script)} />
        </li>
      </ul>
    </>
  );
}

/** The document with the words of the search marked in it, at one of its clauses or at its head. */
export function documentLink(id: string, here: SearchAddress, clause = ''): string {
  return formatAddress({ ...here, view: 'document', id, clause });
}

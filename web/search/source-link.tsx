/** The site or paper that carried a text: a link where there is one, and in words that there is none. */
import type { DocumentSummary } from '../../server/api.js';
import { messages } from '../shared/messages.js';

interface SourceLinkProps {
  readonly source: DocumentSummary['source'];
  readonly lang: string;
}

export function SourceLink({ source, lang }: SourceLinkProps) {
  const text = messages.value;
  const { name = null, url = null } = source ?? {};
  if (url !== null && /^https?:\/\//i.test(url)) {
    return (
      <a class="source" href={url} rel="noreferrer" lang={lang}>
        <span>{name ?? new URL(url).hostname}</span> <span aria-hidden="true">↗</span>
      </a>
    );
  }
  if (name === null) return <>{text.noSource}</>;
  return (
    <>
      <span lang={lang}>{name}</span> ({text.noLink})
    </>
  );
}

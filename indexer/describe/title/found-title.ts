/** What finding a title gives. */
import type { Provenance, Span } from '../../../core/model.js';
import type { TextEnds } from '../text-ends.js';
import { joinedTitle } from './joint-title.js';

export interface FoundTitle {
  /** As printed, without the white space of a broken line. */
  readonly title: string;
  /** In the cleaned text; null where it is not printed there. */
  readonly span: Span | null;
  readonly provenance: Provenance;
  /** headline: of a news text; plan: of the text that a notice or a report carries. */
  readonly kind: 'official' | 'plan' | 'headline' | 'derived';
  /** The signature stands above it, not below: a plan whose notice has no title. */
  readonly afterDate?: boolean;
}

export function foundAt(ends: TextEnds, span: Span | null, kind: FoundTitle['kind']): FoundTitle | null {
  if (span === null) return null;
  const title = joinedTitle(ends.cleaned.text.slice(span.start, span.end));
  const afterDate = /\d日\s*$/u.test(ends.head.slice(0, span.start));
  return { title, span, provenance: 'extracted', kind, afterDate };
}

/** What finding a title gives. */
import type { Provenance, Span } from '../../../core/model.js';
import { findDocumentNumbers } from '../../../core/text/document-number.js';
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
  const printed = ends.cleaned.text.slice(span.start, span.end);
  // A headline's parts stand apart: 北京发布行动方案 推动…
  const title =
    kind === 'headline' ? printed.replace(/\s+/gu, ' ').trim() : joinedTitle(withoutNumbers(printed));
  const afterDate = /\d日\s*$/u.test(ends.head.slice(0, span.start));
  return { title: withoutBrackets(title), span, provenance: 'extracted', kind, afterDate };
}

/** The number may stand on a line between those of the title: it is no part of it. */
function withoutNumbers(printed: string): string {
  const lines = printed.split('\n');
  const kept = lines.filter((line) => {
    const bare = line.trim();
    return (
      !/[〔［[【]\d{4}/u.test(bare) ||
      !findDocumentNumbers(bare).some(({ start, end }) => start === 0 && end === bare.length)
    );
  });
  return (lines.length > 2 ? kept : lines).join('\n');
}

/** 《個人資料(私隱)條例》, printed so: the name is what stands in the brackets. The mark of a footnote is none of it. */
function withoutBrackets(printed: string): string {
  const title = printed.replace(/(?:[[［【]\d{1,2}[\]］】]|[*＊①②③])$/u, '');
  return /^《([^《》]{4,200})》$/u.exec(title)?.[1] ?? title;
}

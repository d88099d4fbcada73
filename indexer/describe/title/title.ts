/**
 * Finds the title of a text: printed at its head, printed above a plan that a notice or a report carries, or, where none
 * is printed, the best line.
 */
import type { Provenance, Span } from '../../../core/model.js';
import { readBodies } from '../bodies/body-names.js';
import { printedAt, squeezed } from '../printed.js';
import type { TextEnds } from '../text-ends.js';
import { deriveTitle } from './derived-title.js';
import { joinedTitle } from './joint-title.js';
import { officialTitle } from './official-title.js';
import { ENDS_LIKE_TITLE, LONGEST_TITLE, NO_TITLE } from './title-words.js';

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

/** Titles stand within the first characters of a text. */
const REACH = 1500;

export function findTitle(ends: TextEnds): FoundTitle {
  return (
    tableTitle(ends) ??
    at(ends, officialTitle(ends.head), 'official') ??
    pageTitle(ends) ??
    at(ends, carriedPlan(ends), 'plan') ??
    at(ends, headline(ends), 'headline') ?? {
      title: deriveTitle(ends),
      span: null,
      provenance: 'derived',
      kind: 'derived',
    }
  );
}

function at(ends: TextEnds, span: Span | null, kind: FoundTitle['kind']): FoundTitle | null {
  if (span === null) return null;
  const title = joinedTitle(ends.cleaned.text.slice(span.start, span.end));
  const afterDate = /\d日\s*$/u.test(ends.head.slice(0, span.start));
  return { title, span, provenance: 'extracted', kind, afterDate };
}

/** 标题：… of a site's table. With a link beside it, it is a record's headline, which the text may know better. */
function tableTitle(ends: TextEnds): FoundTitle | null {
  const { captions, raw, cleaned } = ends;
  if (captions.title === undefined || captions.title.length < 4) return null;
  if (captions.link !== undefined && captions.issuer === undefined) return null;
  // The subject of an announcement is no title where the text prints one: 工业和信息化部公告.
  const printed = ENDS_LIKE_TITLE.test(squeezed(captions.title)) ? null : officialTitle(ends.head);
  if (printed?.start === 0) return at(ends, printed, 'official');
  // Sites print it above the table in full, with what the table leaves out: 公告（2021年 第6号）.
  const first = (raw.text.trimStart().split('\n', 1)[0] ?? '').trim();
  const inFull = first.length < LONGEST_TITLE && squeezed(first).startsWith(squeezed(captions.title));
  const title = joinedTitle(inFull ? first : captions.title);
  const span = printedAt(cleaned.text, title) ?? printedAt(cleaned.text, captions.title);
  return { title, span, provenance: 'extracted', kind: 'official' };
}

/** The page's own title, 办法_网信办 or 报告 - 政府网, where menus follow it and the cleaned text no longer has it. */
function pageTitle({ page, pageAsPrinted, cleaned }: TextEnds): FoundTitle | null {
  const name = /^\u200b?([^\n_|]{6,150}?)\s{0,4}(?:_|\s[-–—|]\s|\|)/u.exec(
    page.trimStart().slice(0, 200),
  )?.[1];
  if (name === undefined || NO_TITLE.test(name) || !ENDS_LIKE_TITLE.test(squeezed(name))) return null;
  const start = page.indexOf(name);
  const title = joinedTitle(pageAsPrinted.slice(start, start + name.length));
  return { title, span: printedAt(cleaned.text, title), provenance: 'extracted', kind: 'official' };
}

/** 印发《》, 《》已经省政府同意: words that say that the text carries what is named. */
const CARRIES =
  /(?:发布|印发|出台|公布|制定|下发|公开|现将|修订).{0,8}《》|《》[^。]{0,40}?(?:已经?.{0,30}(?:同意|通过)|印发|发布|公布|予以|转发)/u;
const IN_BRACKETS = /《([^《》]{5,120}(?:《[^《》]*》[^《》]{0,60})?)》/gu;

/**
 * The plan that a text carries whole: announced in 《》 and printed again, outside of 《》, as a heading of its own. Of a
 * notice without a title, or of a report, the plan's name is the text's.
 */
function carriedPlan({ lead, head }: TextEnds): Span | null {
  for (const match of lead.slice(0, REACH).matchAll(IN_BRACKETS)) {
    const end = match.index + match[0].length;
    const around = `${lead.slice(Math.max(0, match.index - 16), match.index)}《》${lead.slice(end, end + 60)}`;
    const span = CARRIES.test(around) ? printedAt(head, match[1] ?? '') : null;
    if (span !== null) return span;
  }
  return null;
}

/** A short first line without a full stop, above the text of a news item. */
function headline({ cleaned }: TextEnds): Span | null {
  const lines = cleaned.text.slice(0, REACH).split('\n');
  if (lines.length < 2) return null;
  let start = 0;
  for (const line of lines.slice(0, 2)) {
    const short = line.length >= 6 && line.length <= 70 && /[\u3400-\u9fff]{4}/u.test(line);
    if (short && !/[。；：:]|[，,].*[，,]/u.test(line) && !NO_TITLE.test(line) && readBodies(line) === null)
      return { start, end: start + line.length };
    if (line.length > 100) return null;
    start += line.length + 1;
  }
  return null;
}

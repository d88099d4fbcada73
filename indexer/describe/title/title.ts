/**
 * Finds the title of a text: printed at its head, printed above a plan that a notice or a report carries, or, where none
 * is printed, the best line.
 */
import type { Span } from '../../../core/model.js';
import { findDocumentNumbers } from '../../../core/text/document-number.js';
import { readBodies } from '../bodies/body-names.js';
import { dateline } from '../dates/dates.js';
import { readStandard } from '../standard.js';
import type { TextEnds } from '../text-ends.js';
import { deriveTitle } from './derived-title.js';
import { type FoundTitle, foundAt } from './found-title.js';
import { officialTitle } from './official-title.js';
import { printedBelow } from './own-line.js';
import { footTitle, pageTitle, tableTitle } from './page-titles.js';
import { letterTitle } from './taiwan-letter.js';
import { NO_TITLE } from './title-words.js';

export type { FoundTitle };

/** Titles stand within the first characters of a text. */
const REACH = 1500;

export function findTitle(ends: TextEnds): FoundTitle {
  return (
    letterTitle(ends) ??
    standardTitle(ends) ??
    tableTitle(ends) ??
    foundAt(ends, officialOrPlan(ends), 'official') ??
    pageTitle(ends) ??
    footTitle(ends) ??
    foundAt(ends, carriedPlan(ends), 'plan') ??
    foundAt(ends, headline(ends), 'headline') ?? {
      title: deriveTitle(ends),
      span: null,
      provenance: 'derived',
      kind: 'derived',
    }
  );
}

/** 信息安全技术 个人信息安全规范: the parts of a standard's name stay apart. */
function standardTitle(ends: TextEnds): FoundTitle | null {
  const span = readStandard(ends)?.span;
  if (span === undefined) return null;
  const title = ends.cleaned.text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim();
  return { title, span, provenance: 'extracted', kind: 'official' };
}

/** …营养改善计划 / 课间加餐操作流程: where the plan's name is known, its first line is not all of it. */
function officialOrPlan(ends: TextEnds): Span | null {
  const official = officialTitle(ends.head);
  const plan = official === null ? null : carriedPlan(ends);
  return plan !== null && plan.start === official?.start && plan.end > official.end ? null : official;
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
    const span = CARRIES.test(around) ? printedBelow(head, match[1] ?? '') : null;
    if (span !== null) return span;
  }
  return null;
}

/** The beginning of a sentence that goes on in the next line. */
const BREAKS_OFF = /[的了和与及在对把被向从于并且或是为、，,（(《“]$/u;

/** （冀科财字〔2001〕1号）: a line of the number alone. */
function isNumber(line: string): boolean {
  const bare = line.replace(/^[\s（(【[]+|[\s）)】\]]+$/gu, '');
  return (
    /[〔［[【]/u.test(bare) &&
    findDocumentNumbers(bare).some(({ start, end }) => start === 0 && end === bare.length)
  );
}

/** What a news text has beside its headline. */
const REPORTS = /日电|日讯|本报讯|本网讯|记者|新华社|中新社|消息[，：,]/u;

/** A short first line without a full stop, above the text of a news item. */
function headline(ends: TextEnds): Span | null {
  const { cleaned, head } = ends;
  const lines = cleaned.text.slice(0, REACH).split('\n');
  if (lines.length < 2) return null;
  // 工信部：到2025年…, 为何选中这5个城市？ are headlines where a report follows.
  const isReport = REPORTS.test(head.slice(0, 400)) || dateline(ends) !== null;
  const stops = isReport ? /[。；]|[，,].*[，,].*[，,]|[:：]$/u : /[。；：:]|[，,].*[，,]/u;
  let start = 0;
  for (const line of lines.slice(0, 2)) {
    const short = line.length >= 6 && line.length <= 70 && /[\u3400-\u9fff]{4}/u.test(line);
    if (
      short &&
      !stops.test(line) &&
      !NO_TITLE.test(line) &&
      !REPORTS.test(line) &&
      !BREAKS_OFF.test(line) &&
      readBodies(line) === null &&
      !isNumber(line)
    )
      return { start, end: start + line.length };
    if (line.length > 100) return null;
    start += line.length + 1;
  }
  return null;
}

/**
 * Finds the title of a text: printed at its head, printed above a plan that a notice or a report carries, or, where none
 * is printed, the best line.
 */
import type { Span } from '../../../core/model.js';
import type { TextEnds } from '../text-ends.js';
import { deriveTitle } from './derived-title.js';
import { type FoundTitle, foundAt } from './found-title.js';
import { headline } from './headline.js';
import { lawTitle } from './law-title.js';
import { officialTitle } from './official-title.js';
import { printedBelow } from './own-line.js';
import { footTitle, pageTitle, tableTitle } from './page-titles.js';
import { letterTitle } from './taiwan-letter.js';

export type { FoundTitle };

/** Titles stand within the first characters of a text. */
const REACH = 1500;

export function findTitle(ends: TextEnds): FoundTitle {
  return (
    letterTitle(ends) ??
    numberedTitle(ends) ??
    tableTitle(ends) ??
    foundAt(ends, officialOrPlan(ends), 'official') ??
    foundAt(ends, lawTitle(ends.head), 'official') ??
    pageTitle(ends) ??
    footTitle(ends) ??
    foundAt(ends, carriedPlan(ends), 'plan') ??
    foundAt(ends, headline(ends), 'headline') ??
    englishTitle(ends) ?? {
      title: deriveTitle(ends),
      span: null,
      provenance: 'derived',
      kind: 'derived',
    }
  );
}

function numberedTitle({ numbered }: TextEnds): FoundTitle | null {
  return (
    numbered && { title: numbered.title, span: numbered.span, provenance: 'extracted', kind: 'official' }
  );
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

/** The first line of a text without a Han character, where it is no sentence. */
function englishTitle({ cleaned }: TextEnds): FoundTitle | null {
  const line = cleaned.text.slice(0, REACH).split('\n', 1)[0] ?? '';
  const isTitle =
    !/\p{Script=Han}/u.test(cleaned.text.slice(0, REACH)) &&
    line.length < Math.min(200, cleaned.text.length) &&
    /^[^.;:!?]{0,40}\p{L}{2,30} [^.;!?]{0,160}$/u.test(line);
  return isTitle
    ? { title: line, span: { start: 0, end: line.length }, provenance: 'extracted', kind: 'official' }
    : null;
}

/**
 * The three dates: published (发布), signed (成文), in force (施行). Each is taken only where something says that it is that
 * date; a plan's period is none of them.
 */
import type { Provenance } from '../../../core/model.js';
import { narrow } from '../../clean/narrow.js';
import type { TextEnds } from '../text-ends.js';
import { dateOfAddress, findDates, readDate, readLabelledDate, wholeDate } from './calendar.js';

export interface FoundDay {
  readonly day: string;
  readonly provenance: Provenance;
}

/**
 * 发布日期 of the site's table, or the dateline (2021-02-20 06:19 来源…), or the time of the page; failing that the date in
 * the link. What is printed nowhere is derived: from the signature, and for news from the first day it speaks of.
 */
export function readPublishedOn(ends: TextEnds, signedOn: string | null, isNews: boolean): FoundDay | null {
  const { captions, head } = ends;
  const printed =
    readLabelledDate(captions.published, () => ends.isTraditional) ??
    dateline(ends) ??
    readDate(captions.pageTime ?? '') ??
    readDate(captions.pageDate ?? '') ??
    underTitle(ends);
  if (printed !== null) return { day: printed, provenance: 'extracted' };
  const linked = captions.link === undefined ? null : dateOfAddress(captions.link);
  if (linked !== null) return { day: linked, provenance: 'derived' };
  if (signedOn !== null) return { day: signedOn, provenance: 'derived' };
  const event = isNews ? readDate(head.slice(0, 400)) : null;
  return event === null ? null : { day: event, provenance: 'derived' };
}

/** A date with a time of day, above the text: only pages print that. */
export function dateline({ page, cleaned }: TextEnds): string | null {
  const cut = cleaned.cuts.find(({ rule }) => rule === 'dateline');
  const fromCut = cut === undefined ? null : readDate(narrow(cut.text));
  if (fromCut !== null) return fromCut;
  for (const { iso, end } of findDates(page.slice(0, 1500))) {
    if (/^\s*\d{1,2}(?:[:：]\d{2}|时\d{1,2}分)/u.test(page.slice(end, end + 10))) return iso;
  }
  return null;
}

/** A day alone in its line, the second to the fourth of a page: 2023-08-26 under the title. In brackets it is an act's own. */
function underTitle({ page }: TextEnds): string | null {
  const lines = page
    .slice(0, 1500)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of lines.slice(1, 4)) {
    const day = line.length > 32 ? null : wholeDate(bare(line));
    if (day !== null) return day;
    if (/[。；：]/u.test(line)) return null;
  }
  return null;
}

/** 【2023-08-26】, 时间 2023-08-26, 2023年8月26日 星期六: what a page writes around its day. */
function bare(line: string): string {
  return line
    .replace(/^[[【](.{0,30})[\]】]$/u, '$1')
    .replace(/^(?:发布|更新|发稿|刊登|信息)?(?:时间|日期)[:：]?\s{0,4}/u, '')
    .replace(/\s{0,4}(?:星期[一二三四五六日天]|周[一二三四五六日]|发布|刊登|[上下]午\d{1,2}时)$/u, '')
    .trim();
}

const AT_END = 1500;

/** 自2021年7月1日起施行, 自公布之日起施行 said of the text itself. `day` stands for 公布之日. */
export function readEffectiveOn(ends: TextEnds, day: string | null): FoundDay | null {
  const labelled = readDate(ends.captions.effective ?? '');
  if (labelled !== null) return { day: labelled, provenance: 'extracted' };
  for (const text of [ends.head, ends.tail.slice(-AT_END)]) {
    for (const match of text.matchAll(
      /(?:自|从|于)([^自从于。；\n]{2,24}?)(?:起|开始)?(?:正式)?(?:施行|实施|执行|生效)/gu,
    )) {
      const before =
        text
          .slice(Math.max(0, match.index - 60), match.index)
          .split(/[。；\n]/u)
          .at(-1) ?? '';
      if (!OF_ITSELF.test(before)) continue;
      const said = readDate(match[1] ?? '');
      if (said !== null) return { day: said, provenance: 'extracted' };
      if (/^(?:公布|发布|印发|颁布|下发|本?文?件?发文)之?日/u.test(match[1] ?? '') && day !== null)
        return { day, provenance: 'derived' };
    }
  }
  return null;
}

/** 本办法自…, 现予公布，自…: what comes into force is this text, not one that it speaks of. */
const OF_ITSELF =
  /本(?!省|市|县|区|地|级)[\u4e00-\u9fff]{1,12}[，,]?$|(?:公布|发布|印发|通过)(?:给你们)?，(?:请[^，]{0,16}，)?$|^\s*$|》$/u;

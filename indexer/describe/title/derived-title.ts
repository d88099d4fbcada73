/**
 * Makes a title for a text that prints none: of what it announces, else of the event that it reports, else its first
 * heading, else the name of its file. Never the beginning of a sentence. The reader is told that it is ours.
 */
import { toSimplified } from '../../../core/text/script.js';
import { squeezed } from '../printed.js';
import type { TextEnds } from '../text-ends.js';
import { addressed, announced, type Parts, setOut } from './announced.js';
import { passedOn } from './carried-names.js';
import { type Opening, openingOf } from './opening.js';
import { ofConsultation, ofReply, ofReport, ofResolution } from './spoken-titles.js';
import { ENDS_LIKE_TITLE, NO_TITLE } from './title-words.js';

const LONGEST = 120;

type Rule = (opening: string, isAddressed: boolean) => Parts | null;
const RULES: readonly Rule[] = [
  passedOn,
  ofReply,
  ofResolution,
  ofReport,
  ofConsultation,
  announced,
  setOut,
  addressed,
];

export function deriveTitle(ends: TextEnds): string {
  const fromFile = fileName(ends);
  if (isNamed(fromFile)) return fromFile;
  const opening = openingOf(ends);
  for (const rule of RULES) {
    const title = written(opening, rule(opening.text, opening.isAddressed));
    if (title !== null) return asItNamesItself(ends, title);
  }
  return event(opening) ?? firstHeading(ends) ?? fromFile;
}

function written(opening: Opening, parts: Parts | null): string | null {
  if (parts === null) return null;
  const title = squeezed(parts.map((part) => opening.inItsScript(part)).join(''));
  return title.length <= LONGEST && !isSentence(title) ? title : null;
}

/** How no title begins, and what is more than one: a sentence, a date, the line that follows. */
function isSentence(title: string): boolean {
  const plain = toSimplified(title);
  if (/^在.{4,40}会上的/u.test(plain)) return false;
  return (
    NO_TITLE.test(plain) || /[。；]|现[将就]|[，,：:、]$|[〔［[]\d{4}[〕］\]]\d{1,6}号[^）)》的]/u.test(plain)
  );
}

/** 专项整治的通知, which the text itself calls 《关于开展…专项整治工作的通知》. */
function asItNamesItself({ cleaned, head }: TextEnds, title: string): string {
  const matter = /^(.{8,})的..$/u.exec(toSimplified(title))?.[1];
  if (matter === undefined) return title;
  for (const { index, 0: name } of head.matchAll(/《[^《》]{8,120}》/gu)) {
    const plain = squeezed(name.slice(1, -1));
    const more = plain.length - matter.length - 3;
    if (plain.startsWith(matter) && more > 0 && more <= 4 && ENDS_LIKE_TITLE.test(plain))
      return squeezed(cleaned.text.slice(index + 1, index + name.length - 1));
  }
  return title;
}

/** A sentence of its own that says what happened on a day: 6月9日，北京先导区启动活动举办。 */
const EVENT =
  /(?:^|[，。\n])\s{0,4}(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|凌晨|清晨|中午)?[，,、]?\s{0,4}([^，,。；：:\d《》][^，,。；：:]{5,48}?)[。，,；]/u;
const HAPPENS =
  /(?:举办|举行|召开|启动|开展|发布|公布|印发|成立|开幕|揭牌|签署|签订|赴|出席|部署|强调|宣布|新增|获批)(?!了)/u;

function event({ text, inItsScript }: Opening): string | null {
  const words = EVENT.exec(text.slice(0, 500))?.[1];
  if (words === undefined || !HAPPENS.test(words) || isSentence(words)) return null;
  return squeezed(inItsScript(words));
}

const LABELLED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十\d]{1,3}[章节部分]{1,2}|\d{1,2}[.．、])?[ \u3000]{0,8}([^。；：:，,！？]{5,40})$/u;
/** Headings that any text has. */
const ANY_TEXT_HAS =
  /^(?:(?:总体|基本|主要|工作|发展|指导|目标|重点|组织|保障|实施|现实|重要|指标|有关|评选|申报|考试)?(?:总则|要求|思想|原则|目标|任务|措施|思路|基础|背景|意义|情况|机构|范围|条件|内容|安排|步骤|时间|地点|领导|部署|前言|引言|概述|目录|附则|依据|对象|主题|活动)(?:和|与|及|、)?){1,3}$/u;
const HEADINGS_REACH = 60;

function firstHeading({ cleaned, head }: TextEnds): string | null {
  let start = 0;
  for (const line of head.split('\n').slice(0, HEADINGS_REACH)) {
    const heading = LABELLED.exec(line)?.[1];
    const at = start + line.length - (heading?.length ?? 0);
    start += line.length + 1;
    if (heading === undefined || ANY_TEXT_HAS.test(heading)) continue;
    if (isSentence(heading.replace(/^我(?=[国省市区县])/u, ''))) continue;
    if (/\d日$|^附件|[号厅局部委院会府署]$/u.test(heading) || !/[\u4e00-\u9fff]{4}/u.test(heading)) continue;
    // Without a label a line may be a row of a table or a name.
    if (heading.length === line.length && !ENDS_LIKE_TITLE.test(heading)) continue;
    return cleaned.text.slice(at, at + heading.length).trim();
  }
  return null;
}

/** The last part of its path, without ending and item number. */
function fileName({ raw }: TextEnds): string {
  const name = (raw.id.split(/[/\\]/u).at(-1) ?? '')
    .replace(/#\d{1,9}$/u, '')
    .replace(/\.[A-Za-z0-9]{1,6}$/u, '');
  return name.trim() || raw.id;
}

/** A file that bears its title: 国务院关于…的意见.txt. */
function isNamed(name: string): boolean {
  const plain = toSimplified(squeezed(name));
  return /[\u4e00-\u9fff]{6}/u.test(plain) && ENDS_LIKE_TITLE.test(plain) && !NO_TITLE.test(plain);
}

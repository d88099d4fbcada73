/**
 * Makes a title for a text that prints none: from what the text says of itself, else from its first sentence. The reader is
 * told that it is ours.
 */
import type { TextEnds } from '../text-ends.js';

/** What a text says of itself, it says within so many characters. */
const REACH = 3000;
const OPENING = 700;
const LONGEST = 60;

export function deriveTitle(ends: TextEnds): string {
  const { head, raw } = ends;
  return (
    ofPlan(head) ??
    ofReply(head) ??
    ofNotice(head) ??
    ofReport(head) ??
    implementing(head) ??
    firstSentence(ends) ??
    raw.id
  );
}

/** 现将《X》印发给你们, 《X》已经省政府同意，现印发给你们 */
function ofPlan(head: string): string | null {
  const plan = /《([^《》]{4,100})》(?=[^。《]{0,40}(?:印发|转发|发布)(?:给?你们|给|如下|，))/u.exec(
    head.slice(0, OPENING),
  )?.[1];
  return plan === undefined ? null : `关于印发《${plan}》的通知`;
}

/** 《关于X的请示》收悉。…批复如下; …号文收悉。…同意X */
function ofReply(head: string): string | null {
  const start = head.slice(0, OPENING);
  const received = /收悉/u.exec(start);
  if (received === null) return null;
  const kind = /批复如下|特此批复/u.test(head.slice(0, REACH)) ? '批复' : '复函';
  const agreed = /[，。、]\s*(同意[^。，；]{6,60})[。，；]/u.exec(start.slice(received.index))?.[1];
  const asked = /《[^《》]{0,40}?关于([^《》]{4,80})的请示》/u.exec(start.slice(0, received.index))?.[1];
  const matter = asked ?? agreed;
  return matter === undefined ? null : `关于${matter}的${kind}`;
}

/** 现就X有关事项通知如下; 现就X提出如下意见 */
function ofNotice(head: string): string | null {
  const start = head.slice(0, REACH);
  const notice =
    /(?:现就|现将|就)([^。，,；《》]{4,60}?)(?:的?有关(?:事项|问题|工作|情况|要求)|工作?有关|相关事[项宜]|事宜|如下事项)[^。]{0,10}?(通知|公告|通告|通报)(?:如下|[：:])/u.exec(
      start,
    ) ?? /现就([^。，,；]{4,60}?)[，,]?提出(?:如下|以下)[^。]{0,6}?(意见|措施)/u.exec(start);
  return notice === null ? null : `关于${(notice[1] ?? '').replace(/^关于/u, '')}的${notice[2]}`;
}

function ofReport(head: string): string | null {
  const start = head.slice(0, 600);
  if (/(?:代表|受)(?:中华人民共和国)?国务院.{0,60}(?:报告|审议)/u.test(start)) return '政府工作报告';
  return /代表.{0,12}中央委员会.{0,30}作报告/u.test(start) ? '在中国共产党全国代表大会上的报告' : null;
}

/** A notice that only carries out one from above bears its name: 根据《…关于X的通知》要求，…通知如下. */
function implementing(head: string): string | null {
  const start = head.slice(0, OPENING);
  const kind = /(?:提出|制定)(?:了)?(?:如下|以下)[^。]{0,8}?(意见|措施)/u.exec(start)?.[1];
  const cited = [
    ...start.matchAll(
      /《[^《》]{0,120}?(关于(?!印发|转发)[^《》]{4,100})的(通知|(?:指导|实施)?意见|若干意见)》/gu,
    ),
  ].filter(([name]) => !/印发|〈/u.test(name));
  if (kind !== undefined && cited[0] !== undefined) return `${cited[0][1]}的实施${kind}`;
  if (!/通知如下|如下通知|通知》[^。]{0,60}(?:要求|精神|规定)[^。]{0,200}现/u.test(start))
    return undertaking(start);
  const notice = cited.find((match) => match[2] === '通知');
  return notice === undefined ? undertaking(start) : `${notice[1]}的通知`;
}

/** …决定在全省开展X，现将有关事宜通知如下 */
function undertaking(start: string): string | null {
  const match =
    /(?:决定|拟|将|组织|继续|现|全[省市国][^，。]{0,8})(?:在[^，。]{2,12}?)?(开展|举办|组织|实施)([^。，；：《》]{6,50})[^。]{0,60}。?[^。]{0,60}(通知|公告|通告)(?:如下|[：:])/u.exec(
      start,
    );
  return match === null ? null : `关于${match[1]}${match[2]}的${match[3]}`;
}

/** A number at the very start, and the line that says to whom a text goes. */
const NUMBER = /^[^。\n]{0,16}[〔[（(]\d{4}[〕\]）)]\d+[号號]/u;
const ADDRESSEE =
  /^(?!为|根据|按照|依据)[^。：:]{2,400}?(?:厅|局|委|政府|办公室|单位|部门|会|校|院|公司|企业|中心|机构)[^。：:，]{0,12}[：:]\s*/u;

/** Without its date, and without the line that says to whom the text goes. */
function firstSentence({ cleaned, head }: TextEnds): string | null {
  const plain = head.slice(0, 1000);
  const number = NUMBER.exec(plain)?.[0].length ?? 0;
  const addressee = ADDRESSEE.exec(plain.slice(number))?.[0].length ?? 0;
  const body = cleaned.text.slice(number + addressee, 1000);
  const sentence = body.split(/[。！？\n]/u).find((part) => part.trim().length > 5);
  if (sentence === undefined) return cleaned.text.slice(0, LONGEST).trim() || null;
  const undated = sentence.trim().replace(/^(?:\d{4}年)?\d{1,2}月\d{1,2}日[，,、]?\s*/u, '');
  if (undated.length <= LONGEST) return undated;
  // 2014年，… says nothing: as many pieces as make a title.
  const clipped = (/^.{10,}?(?=[，,；：:])/u.exec(undated)?.[0] ?? undated).slice(0, LONGEST).trim();
  return clipped.replace(/《[^》]{0,60}$/u, '').replace(/[、和及与]$/u, '') || clipped;
}

/** The lines of a text, and what a line without a number can be. */
import type { Span } from '../../core/model.js';

/** A line without the white space around it. `hashes`: how many `#` mark it as a heading (they are before `start`). */
export interface Line extends Span {
  readonly hashes: number;
}

/** Lines with something to read on them. A line of invisible characters alone goes with its neighbour. */
export function linesOf(text: string, from: number, to: number): Line[] {
  const lines: Line[] = [];
  let at = from;
  while (at < to) {
    let stop = text.indexOf('\n', at);
    if (stop < 0 || stop > to) stop = to;
    const line = trimmed(text, at, stop);
    if (line !== null) lines.push(line);
    at = stop + 1;
  }
  return joinInvisible(text, lines);
}

const SPACE = /\s/;
const MARKDOWN = /#{1,6}(?=[ \t\u3000])\s*(?=\S)/y;

function trimmed(text: string, from: number, to: number): Line | null {
  let start = from;
  let end = to;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  if (start === end) return null;
  MARKDOWN.lastIndex = start;
  const mark = text.charCodeAt(start) === 35 ? MARKDOWN.exec(text) : null;
  if (mark === null || start + mark[0].length >= end) return { start, end, hashes: 0 };
  return { start: start + mark[0].length, end, hashes: mark[0].trimEnd().length };
}

const VISIBLE = /[^\s\p{Cf}\p{Cc}]/u;

function joinInvisible(text: string, lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let pending = -1; // start of invisible lines at the head of the text
  for (const line of lines) {
    const last = joined.at(-1);
    if (line.end - line.start > 20 || VISIBLE.test(text.slice(line.start, line.end))) {
      joined.push(pending < 0 ? line : { ...line, start: pending });
      pending = -1;
    } else if (last !== undefined) {
      joined[joined.length - 1] = { ...last, end: line.end };
    } else if (pending < 0) {
      pending = line.start;
    }
  }
  if (pending >= 0) joined.push({ start: pending, end: lines.at(-1)?.end ?? pending, hashes: 0 });
  return joined;
}

const ANNEX =
  /^附(?:件|表|录|錄|图|圖)?\s*(?:[一二三四五六七八九十\d０-９]{1,3}\s*)?(?:[:：]|[—\-－]\s*\d{1,2}\s*$|$)/;
const DATE =
  /^[(（]?(?:(?:19|20)\d\d|[一二]\s*[九〇○零OО０ΟＯ0]\s*[一二三四五六七八九〇○零OО０ΟＯ0]{1,2}[一二三四五六七八九〇○零0]?)\s*年.{1,6}月.{1,5}日\s*[)）]?$/;
const CLOSING =
  /^(?:特此(?:通知|公告|通告|函告|函复|批复|报告|说明)|此复|此致|[(（](?:此件|联系人|联系单位|信息公开|抄送))/;
const BODY_NAME =
  /(?:政府|办公厅|办公室|委员会|委|局|部|厅|院|会|中心|公司|银行|总署|法院|署|處|廳|會|組|办|大学|集团)$/;
const SENTENCE_MARK = /[。；，：！？!?;:…]|,\s?\D/;

/** 附件 审计指引, 附件2 申报表: its name on the same line. */
const NAMED_ANNEX = /^附件\s?[一二三四五六七八九十\d０-９]{0,3}\s+[^\s，。；：]{4,40}(?=\s|$)/;

/** 附件2某某专项实施方案: the two lines of an annex in one. */
const GLUED_ANNEX = /^附(?:件|录|錄)\s?[一二三四五六七八九十\d０-９]{1,3}[:：]?(?=[^\s、，.．])/;

function gluesName(line: string): boolean {
  const label = GLUED_ANNEX.exec(line)?.[0];
  return label !== undefined && namesDocument(line.slice(label.length));
}

/** 附件2, 附表：, 附：1.…, 附件 审计指引: from here on the text is another. */
export function startsAnnex(line: string): boolean {
  return ANNEX.test(line) || NAMED_ANNEX.test(line) || gluesName(line);
}

/** Does the line only name the annex? (附：1.… lists what is annexed.) */
export function namesAnnex(line: string): boolean {
  return NAMED_ANNEX.test(line) || gluesName(line) || (line.length <= 30 && !/[:：]./.test(line));
}

/** 市長 王○○, 代理部長　林大為: who signs, his office before his name. */
const OFFICER =
  /^(?:[^\s，。；：、]{0,12})(?:市|縣|县|部|院|局|處|处|署|區|区|鄉|乡|鎮|镇|校|廳|厅|司|所|館|馆|總|总|行政|董事)(?:長|长|統|统|長官|长官)[\s\u3000]{1,6}[\p{Script=Han}○ＯO〇×]{2,4}$/u;
/** 正本：, 副本：: whom a letter of Taiwan goes to. */
const RECIPIENTS = /^(?:正本|副本|抄本|抄送|抄致)[:：]/;
const SECTION =
  /^(?:主[\s\u3000]{0,4}旨|說[\s\u3000]{0,4}明|说明|公告事項|公告事项|依[\s\u3000]{0,4}據|擬[\s\u3000]{0,4}辦|辦[\s\u3000]{0,4}法)[:：]$/;

/** 說明：, 公告事項：: what stands above the items of a letter or notice of Taiwan. */
export function namesSection(line: string): boolean {
  return SECTION.test(line);
}

/** A name under an office, as the last lines of a letter have it. */
export function signsAsOfficer(line: string): boolean {
  return line.length <= 40 && (OFFICER.test(line) || RECIPIENTS.test(line));
}

/** A line that is a date, or 特此通知, or （此件公开发布）: the items above are over. */
export function closes(line: string): boolean {
  return line.length <= 60 && (DATE.test(line) || CLOSING.test(line));
}

/** A name under a text, when a date or another name follows: 北京市人民政府. */
export function signs(line: string): boolean {
  return line.length <= 40 && !SENTENCE_MARK.test(line) && BODY_NAME.test(line);
}

/** Short, without final or inner punctuation of a sentence, no date, no name of a body, no number of a document. */
export function looksLikeHeading(line: string): boolean {
  return (
    line.length >= 2 &&
    line.length <= 30 &&
    /\p{Script=Han}{2}/u.test(line) &&
    !SENTENCE_MARK.test(line) &&
    !/[〔[［].{0,30}[\]〕］].{0,30}号|^[（(【].{0,30}[)）】]$|号$|\s.{0,30}[長长任员員记記理文]$|\d{4}年\d{1,2}月/.test(
      line,
    ) &&
    !BODY_NAME.test(line)
  );
}

const DOCUMENT_NAME =
  /^[^。；：:;]{4,60}(?:方案|计划|計畫|办法|辦法|规定|規定|意见|措施|细则|规则|規則|规划|要点|指南|制度|政策|条例|预案|指引|标准|纲要)(?:\s?[（(][^（()）]{1,20}[)）])?$/;

/** The name of another text, as it stands above what a notice carries. */
export function namesDocument(line: string): boolean {
  return DOCUMENT_NAME.test(line);
}

/** A paragraph of prose: a whole sentence, or too long for a heading and punctuated like a sentence. */
export function isProse(line: string): boolean {
  return line.length >= 30
    ? /[。；！？!?;]|[，,：:].{0,200}[，,]/.test(line)
    : line.length >= 15 && /[。！？]$/.test(line);
}

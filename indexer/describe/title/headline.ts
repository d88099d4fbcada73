/** The headline of a news text, or a title without a type: a short first line that is no sentence and no caption. */
import type { Span } from '../../../core/model.js';
import { findDocumentNumbers } from '../../../core/text/document-number.js';
import { toSimplified } from '../../../core/text/script.js';
import { readBodies } from '../bodies/body-names.js';
import { dateline } from '../dates/dates.js';
import type { TextEnds } from '../text-ends.js';
import { NO_TITLE } from './title-words.js';

/** Titles stand within the first characters of a text. */
const REACH = 1500;

/** The beginning of a sentence that goes on in the next line. */
const BREAKS_OFF = /[的了和与及在对把被向从于并且或是为、，,（(《“]$/u;

/** （冀科财字〔2001〕1号）: a line of the number alone. */
function isNumber(line: string): boolean {
  const bare = line.trim().replace(/^[（(【[]|[）)】\]]$/gu, '');
  return (
    /[〔［[【]/u.test(bare) &&
    findDocumentNumbers(bare).some(({ start, end }) => start === 0 && end === bare.length)
  );
}

/** 万载县统计局　国家统计局万载调查队: names of offices, told by how they end. */
function isSigned(line: string): boolean {
  if (readBodies(line) !== null) return true;
  const names = line.trim().split(/\s+/u);
  return (
    names.length > 1 && names.every((name) => /^[\u4e00-\u9fff]{3,24}[局队厅委部府院会办署]$/u.test(name))
  );
}

/** 联系人：…, 附件1：…: what a form or a page calls what follows. 一图读懂：…, 工信部：… are parts of a headline. */
function isCaption(line: string): boolean {
  const [before, after] = line.split(/[:：]/u, 2);
  if (after === undefined || before === undefined) return false;
  return (
    /^(?:附|联系|电话|手机|传真|邮|时间|地[点址]|日期|来源|作者|编[号辑]|文号|标题|名称|题目|主题|摘要|关键|主[旨送]|说明|受文|抄送|签发|密级|索引|承办|发[布文]|成文|生成|分类|类别|单位|姓名|问|答|注|图|表|网址|链接|公示|责任|审核|记者|通讯员|主办|承办|机构|有效|状态|施行)/u.test(
      toSimplified(before),
    ) || after.trim().length < 4
  );
}

/** What a news text has beside its headline. */
const REPORTS = /日电|日讯|本报讯|本网讯|记者|新华社|中新社|消息[，：,]/u;

/** 我市新建十所学校: a paper's own city; no beginning of a body where a report follows. */
const OURS = /^我[国省市县区州]/u;

/** A short first line without a full stop, above the text of a news item. */
export function headline(ends: TextEnds): Span | null {
  const { cleaned, head } = ends;
  const lines = cleaned.text.slice(0, REACH).split('\n');
  if (lines.length < 2) return null;
  // 工信部：到2025年…, 为何选中这5个城市？ are headlines where a report follows.
  const isReport = REPORTS.test(head.slice(0, 400)) || dateline(ends) !== null;
  const stops = isReport ? /[。；]|[，,].*[，,].*[，,]|[:：]$/u : /[。；]|[，,].*[，,]|[:：]$/u;
  let start = 0;
  for (const line of lines.slice(0, 2)) {
    const short = line.length >= 6 && line.length <= 70 && /[\u3400-\u9fff]{4}/u.test(line);
    if (
      short &&
      !stops.test(line) &&
      (!NO_TITLE.test(line) || (isReport && OURS.test(line))) &&
      !REPORTS.test(line) &&
      !BREAKS_OFF.test(line) &&
      !isCaption(line) &&
      !isSigned(line) &&
      !isNumber(line) &&
      // A note on the text: （2018年3月11日…通过）.
      !/^[（(]/u.test(line)
    )
      return { start, end: start + line.length };
    if (line.length > 100) return null;
    start += line.length + 1;
  }
  return null;
}

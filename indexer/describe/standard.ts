/** Standards: GB/T 35273-2020 信息安全技术 个人信息安全规范. The number is printed above, before or behind the name. */
import type { DocumentNumber, Span } from '../../core/model.js';
import { readBodies } from './bodies/body-names.js';
import { readDate } from './dates/calendar.js';
import type { NumberedText } from './numbered-text.js';
import type { TextEnds } from './text-ends.js';

/** National (GB, GB/T, GB/Z), of a place (DB11/T), of a trade (YD/T, HJ), of an association (T/CESA). */
const NUMBER =
  /((?:GBZ?|DB\d{2}(?:\d{2})?|CJJ?|HJ|YDB?|SJ|GA|GY|GM|JR|JT|JJF|JJG|LY|NY|QB|QX|RB|SB|SL|SN|TB|WB|WH|WS|YY|YZ|AQ|BB|CB|CH|CY|DA|DL|DZ|EJ|FZ|HB|HG|HY|JB|JC|JG|JY|LB|LD|MH|MT|MZ|NB|QC|SC|SF|SH|SY|TD|TY|XB|YB|YC|YS|ZY)(?:\/[TZ])?|T\/[A-Z]{2,10})[ \u3000]?(\d{1,6}(?:\.\d{1,3})?)\s?[-—–－]\s?(\d{4})/u;
/** In either script, in letters of either width. */
const MAY_BE_NUMBER = /[A-ZＡ-Ｚ][ \u3000]?[\d０-９][\d０-９.．]{0,9}\s?[-—–－]\s?[\d０-９]{4}/u;
const WHOLE = new RegExp(`^(?:标准号[:：]\\s?)?${NUMBER.source}(?:[（(][^（()）]{1,20}[）)])?$`, 'u');
const BEFORE_NAME = new RegExp(`^${NUMBER.source}[\\s《]{1,4}([^。；]{4,80}?)》?$`, 'u');
const BEHIND_NAME = new RegExp(`^《?([^。；]{4,80}?)》?[\\s（(]{1,4}${NUMBER.source}[）)]?$`, 'u');
/** Lines of the cover that are no name. */
const OF_COVER =
  /^(?:中华人民共和国|[\u4e00-\u9fff]{0,12}(?:国家|行业|地方|团体|企业)标准$|标\s?准$|代替|部分代替|ICS|CCS|备案号|UDC|\d|目\s?次|前\s?言|引\s?言|[A-Z])|(?:发布|实施|批准|归口|起草)$|\d{4}[-年]\d{1,2}/u;
/** What a standard is called, where its name stands over its number. */
const NAMES_STANDARD =
  /(?:要求|规范|规程|规则|导则|指南|方法|术语|标准|通则|通用技术条件|技术条件|限值|分类|代码|格式|编码字符集|体系|规定|准则)$/u;
const COVER = 14;
const REACH = 1500;
const ISSUED = /(\d{4}-\d{1,2}-\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)\s?(发布|批准|实施|施行)/gu;
const ISSUERS =
  /(?:^|\n)((?:[\u4e00-\u9fff]{4,30}[\s、]{1,3}){0,3}[\u4e00-\u9fff]{4,30})\s{0,3}发布(?:\n|$)/u;

export function readStandard(ends: TextEnds): NumberedText | null {
  const { text } = ends.cleaned;
  if (!MAY_BE_NUMBER.test(text.slice(0, REACH))) return null; // the head need not be converted
  const named = namedStandard(ends.head);
  if (named === null) return null;
  const { number, span } = named;
  return {
    number: { number, printed: number.text },
    // 信息安全技术 个人信息安全规范: the parts of its name stay apart.
    title: text.slice(span.start, span.end).replace(/\s+/gu, ' ').trim(),
    span,
    type: '标准',
    ...coverOf(ends.head.slice(0, REACH)),
    signedOn: null,
    place: null,
  };
}

interface NamedStandard {
  readonly number: DocumentNumber;
  readonly span: Span;
}

function namedStandard(head: string): NamedStandard | null {
  let start = 0;
  let number: DocumentNumber | null = null;
  let above: Span | null = null; // the line over the number
  for (const line of head.slice(0, REACH).split('\n').slice(0, COVER)) {
    const here = start;
    start += line.length + 1;
    const name = BEFORE_NAME.exec(line)?.[4] ?? BEHIND_NAME.exec(line)?.[1];
    if (name !== undefined && !OF_COVER.test(name) && isName(name)) return standard(head, line, here, name);
    if (number === null) {
      number = WHOLE.test(line) ? numberIn(line) : null;
      if (number !== null && above !== null) return { number, span: above };
      const isAName = NAMES_STANDARD.test(line) && !OF_COVER.test(line) && isName(line);
      above = isAName ? { start: here, end: here + line.length } : null;
      continue;
    }
    if (OF_COVER.test(line) || !isName(line)) continue;
    return { number, span: { start: here, end: nameEnd(head, here + line.length) } };
  }
  return null;
}

const isName = (line: string): boolean =>
  line.length <= 80 &&
  /[\u4e00-\u9fff]{4}/u.test(line) &&
  !/[。；：:]|的?(?:通知|公告|通告|决定|批复|函)$/u.test(line);

/** 信息安全技术 / 个人信息安全规范: a name's second part on a line of its own. */
function nameEnd(head: string, end: number): number {
  const next = (head.slice(end + 1).split('\n', 1)[0] ?? '').trim();
  return isName(next) && next.length <= 40 && !OF_COVER.test(next) ? end + 1 + next.length : end;
}

/** 2020-05-12 发布, 2021-01-01 实施; 国家市场监督管理总局 / 国家标准化管理委员会 发布. */
function coverOf(cover: string): Pick<NumberedText, 'publishedOn' | 'effectiveOn' | 'bodies'> {
  const days = new Map([...cover.matchAll(ISSUED)].map(([, day = '', word = '']) => [word, readDate(day)]));
  const [, issuers = ''] = ISSUERS.exec(cover) ?? [];
  const bodies = issuers === '' ? null : readBodies(issuers.trim());
  return {
    publishedOn: days.get('发布') ?? days.get('批准') ?? null,
    effectiveOn: days.get('实施') ?? days.get('施行') ?? null,
    bodies: bodies ?? [],
  };
}

function standard(head: string, line: string, start: number, name: string): NamedStandard | null {
  const number = numberIn(line);
  const at = head.indexOf(name, start);
  return number === null ? null : { number, span: { start: at, end: at + name.length } };
}

function numberIn(line: string): DocumentNumber | null {
  const match = NUMBER.exec(line);
  if (match === null) return null;
  const [, issuerCode = '', serial = '', year = ''] = match;
  return { text: `${issuerCode} ${serial}-${year}`, issuerCode, year: Number(year), serial };
}

/** Standards: GB/T 35273-2020 信息安全技术 个人信息安全规范. The number is printed above, before or behind the name. */
import type { DocumentNumber, Span } from '../../core/model.js';
import type { TextEnds } from './text-ends.js';

export interface Standard {
  readonly number: DocumentNumber;
  /** Of the name, in the cleaned text. */
  readonly span: Span;
}

/** National (GB, GB/T, GB/Z), of a place (DB11/T), of a trade (YD/T, HJ), of an association (T/CESA). */
const NUMBER =
  /((?:GBZ?|DB\d{2}(?:\d{2})?|CJJ?|HJ|YDB?|SJ|GA|GY|GM|JR|JT|JJF|JJG|LY|NY|QB|QX|RB|SB|SL|SN|TB|WB|WH|WS|YY|YZ|AQ|BB|CB|CH|CY|DA|DL|DZ|EJ|FZ|HB|HG|HY|JB|JC|JG|JY|LB|LD|MH|MT|MZ|NB|QC|SC|SF|SH|SY|TD|TY|XB|YB|YC|YS|ZY)(?:\/[TZ])?|T\/[A-Z]{2,10})[ \u3000]?(\d{1,6}(?:\.\d{1,3})?)\s?[-—–－]\s?(\d{4})/u;
const WHOLE = new RegExp(`^(?:标准号[:：]\\s?)?${NUMBER.source}(?:[（(][^（()）]{1,20}[）)])?$`, 'u');
const BEFORE_NAME = new RegExp(`^${NUMBER.source}[\\s《]{1,4}([^。；]{4,80}?)》?$`, 'u');
const BEHIND_NAME = new RegExp(`^《?([^。；]{4,80}?)》?[\\s（(]{1,4}${NUMBER.source}[）)]?$`, 'u');
/** Lines of the cover that are no name. */
const OF_COVER =
  /^(?:中华人民共和国|[\u4e00-\u9fff]{0,12}(?:国家|行业|地方|团体|企业)标准$|标\s?准$|代替|部分代替|ICS|CCS|备案号|UDC|\d|目\s?次|前\s?言|引\s?言|[A-Z])|(?:发布|实施|批准|归口|起草)$|\d{4}[-年]\d{1,2}/u;
const COVER = 14;

export function readStandard({ head }: TextEnds): Standard | null {
  let start = 0;
  let number: DocumentNumber | null = null;
  for (const line of head.slice(0, 1500).split('\n').slice(0, COVER)) {
    const here = start;
    start += line.length + 1;
    const name = BEFORE_NAME.exec(line)?.[4] ?? BEHIND_NAME.exec(line)?.[1];
    if (name !== undefined && !OF_COVER.test(name) && isName(name)) return standard(head, line, here, name);
    if (number === null) {
      number = WHOLE.test(line) ? numberIn(line) : null;
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

function standard(head: string, line: string, start: number, name: string): Standard | null {
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

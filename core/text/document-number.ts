/**
 * Reads document numbers (发文字号): 京政发〔2023〕14号 and what government sites print for it.
 *
 * Four conventions: issuer code, bracketed year, serial (GB/T 9704-2012); orders (令第N号, 第N号令, 令〔2009〕第5号);
 * announcements (公告2023年第7号, 2021年第6号); Taiwan's 府秘文字第1050123335號. Any brackets, full-width digits and stray
 * white space are read; the canonical text has 〔〕 and none of the white space, in Simplified.
 *
 * A court's case number has its year first, （2018）京行终445号, and is none of them.
 */
import type { DocumentNumber } from '../model.js';
import { squeezeBlanks } from './blanks.js';
import { NUMERALS, parseNumeral } from './numerals.js';
import { toSimplified } from './script.js';

/** `start`, `end`: UTF-16 units of the text searched. */
export interface FoundNumber {
  readonly number: DocumentNumber;
  readonly start: number;
  readonly end: number;
}

const OPEN = '[〔［\\[(（【﹝〖<＜「『〈⟨{｛〘]';
const CLOSE = '[〕］\\])）】﹞〗>＞」』〉⟩}｝〙]';
/** Blanks of any kind: the text is squeezed before, so that a run of them is one space. */
const S = ' ?';
const D = '[0-9０-９]';
const HAN = '[\\u3400-\\u9fff〇]';
/** Longest issuer code read: 渝肺炎指办发 has six characters, names of joint offices up to twenty. */
const CODE = `${HAN}[\\u3400-\\u9fff〇、A-Za-z]{0,23}`;

// Serial of up to six digits, with a sub-number (12-1); the sign 号 before it where a typist slipped: 〔2014〕号16.
const SERIAL = `(?:${S}第)?${S}(?:(?<serial>${D}{1,6}(?:[-－—]${D}{1,3})?|${D}(?:${S}${D}){1,5})${S}[号號]|[号號]${S}(?<late>${D}{1,6}))`;
const BRACKETED = `(?<code>${CODE})${S}${OPEN}${S}(?<year>${D}(?:${S}${D}){3})${S}年?${S}${CLOSE}${SERIAL}`;
/** Orders are numbered in Chinese numerals too: 主席令第七十五号. */
const N = `(?:${D}{1,5}|[${NUMERALS}]{1,6})`;
const ORDER = `(?<order>${HAN}{2,30}?)?${S}(?<word>令)${S}${OPEN}?${S}第?${S}(?<orderSerial>${N})${S}[号號]${S}${CLOSE}?`;
const ORDER_AFTER = `(?<afterBody>${HAN}{2,30}?)?${S}第${S}(?<afterSerial>${N})${S}[号號]${S}(?<afterWord>令|公告|通告)`;
const NOTICE = `(?:(?<noticeBody>${HAN}{0,30}?(?:公告|通告|令|局|部|委|署|会|海关))${S})?${OPEN}?${S}(?<noticeYear>${D}{4})${S}年?${S}${CLOSE}?${S}第${S}(?<noticeSerial>${D}{1,5})${S}[号號]`;
const NOTICE_PLAIN = `(?<plainBody>${HAN}{2,30}?(?:公告|通告))${S}${OPEN}?${S}第?${S}(?<plainSerial>${D}{1,5})${S}[号號]`;
const TAIWAN = `(?<taiwan>(?:[(（]${S}${D}{2,3}${S}[)）]${S})?${HAN}{1,16}(?:[(（]${HAN}{1,3}[)）])?${HAN}{0,4}字)${S}第${S}(?<taiwanSerial>${D}(?:${S}[0-9０-９A-Za-z]){2,14})${S}[号號]`;

const ANY = `(?:${BRACKETED}|${TAIWAN}|${ORDER}|${ORDER_AFTER}|${NOTICE}|${NOTICE_PLAIN})`;
const whole = new RegExp(`^${ANY}$`, 'u');
const every = new RegExp(ANY, 'gu');

/** What may stand before and after a number that is copied out of a table: 发文字号：…, （…）, a second empty bracket. */
const LABEL = /^(?:发文字号|發文字號|文号|文號|发文文号|文件编号|字号|字號) ?[:：]?/u;

/**
 * Reads one number that is all of `text` but for brackets around it, a label before it and white space.
 *
 * ```
 * 京政发[2023]14号        →  京政发〔2023〕14号, issuerCode 京政发, year 2023, serial 14
 * 省政府令 第65号          →  省政府令第65号, issuerCode 省政府令, year null, serial 65
 * （2018）京行终445号      →  null
 * ```
 */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  if (text.length > 120) return null;
  const visible = text.replace(/[\u200b-\u200f\u2060\u00ad\ufeff]/gu, '');
  const plain = squeezeBlanks(visible)
    .text.trim()
    .replace(LABEL, '')
    .trim()
    .replace(/[〔[(（] ?[〕\])）]$/u, '')
    .trim();
  return readWhole(plain) ?? readWhole(plain.replace(/^[(（〔[【](.{0,120})[)）〕\]】]$/u, '$1').trim());
}

function readWhole(text: string): DocumentNumber | null {
  const match = whole.exec(text);
  return match === null ? null : toNumber(match);
}

/**
 * All numbers in a text, in order. In running text, where nothing separates a code from the words before it
 * (…的通知冀科农函〔2020〕11号), the code starts after the last word that ends a title or a sentence.
 *
 * @param text  Keep it short (the head of a document): every number in it is read, mentions too.
 */
export function findDocumentNumbers(text: string): FoundNumber[] {
  return [...documentNumbersIn(text)];
}

export function firstDocumentNumber(text: string): FoundNumber | undefined {
  for (const first of documentNumbersIn(text)) return first;
  return undefined;
}

function* documentNumbersIn(text: string): Generator<FoundNumber> {
  if (!/[号號]/u.test(text)) return;
  const squeezed = squeezeBlanks(text);
  for (const match of squeezed.text.matchAll(every)) {
    const code = codeOf(match);
    const cut = code === undefined ? 0 : match[0].indexOf(code) + codeStart(code);
    const number = toNumber(match);
    if (number === null) continue;
    const start = squeezed.starts[match.index + cut] ?? 0;
    yield { number, start, end: squeezed.ends[match.index + match[0].length - 1] ?? text.length };
  }
}

const YEAR = `(?<year>${D}(?:${S}${D}){3})${S}年?`;
/** In brackets of numbers alone: a report (2023) is no series. */
const SERIES = new RegExp(`(?<code>${CODE})${S}[〔［\\[【﹝〖〘]${S}${YEAR}${S}[〕］\\]】﹞〗〙]`, 'gu');
const WHOLE_SERIES = new RegExp(`^(?<code>${CODE})${S}${OPEN}${S}${YEAR}${S}${CLOSE}$`, 'u');

/** Numbers without their serial, of a whole series: 京政发〔2023〕. In order; also where a serial follows. */
export function findNumberSeries(text: string): { number: string; start: number; end: number }[] {
  if (!/[〔［[【﹝〖〘]/u.test(text)) return [];
  const squeezed = squeezeBlanks(text);
  return [...squeezed.text.matchAll(SERIES)].flatMap((match) => {
    const number = toSeries(match);
    if (number === null) return [];
    const start = squeezed.starts[match.index + codeStart(match.groups?.code ?? '')] ?? 0;
    return [{ number, start, end: squeezed.ends[match.index + match[0].length - 1] ?? text.length }];
  });
}

/** A series that is all of `text`, in any brackets, round ones too. */
export function parseNumberSeries(text: string): string | null {
  const match = text.length > 120 ? null : WHOLE_SERIES.exec(squeezeBlanks(text).text.trim());
  return match === null ? null : toSeries(match);
}

function toSeries({ groups }: RegExpExecArray): string | null {
  const printed = groups?.code ?? '';
  const code = tidy(printed.slice(codeStart(printed)));
  const year = Number(tidy(groups?.year));
  return code === '' || year < 1900 || year > 2100 ? null : `${code}〔${year}〕`;
}

function codeOf(match: RegExpExecArray): string | undefined {
  const group = match.groups ?? {};
  return group.code ?? group.taiwan ?? group.order ?? group.noticeBody ?? group.plainBody ?? group.afterBody;
}

/** Words that no issuer code holds. */
const STRONG =
  /(?:的通知|通知|意见|意見|决定|公告(?=.{0,60}令)|批复|复函|方案|细则|规定|条例|纲要|试行|暂行|根据|按照|依据|关于|废止|印发|发布|文件|修订|年|月|日)(?=[^号]{2})/gu;
/** Words that some hold (沪规划资源规, 国中医药办法监发): cut only what is too long for a code. */
const WEAK =
  /(?:办法|辦法|规划|计划|公告|通告|措施|要点|指南|报告|以及|通过|批准|修正|公布|会议|[和及由以》])(?=[^号]{2})/gu;
const LONGEST_CODE = 12;

function codeStart(code: string): number {
  if (code.endsWith('字')) return taiwanCodeStart(code);
  let start = code.lastIndexOf('、') + 1;
  for (const word of code.matchAll(STRONG)) start = Math.max(start, word.index + word[0].length);
  const order = /(?:令|公告|通告|[局部委署会]|海关)$/u.test(code);
  if (order)
    return start + (/^.{0,60}?(?:办法|辦法|规程|规则)(?=.{4})/u.exec(code.slice(start))?.[0].length ?? 0);
  if (code.length - start <= LONGEST_CODE) return start;
  for (const word of code.matchAll(WEAK)) start = Math.max(start, word.index + word[0].length);
  return start;
}

/** 內政部台內社字: the code follows the names of the bodies, each at least three characters long. */
function taiwanCodeStart(code: string): number {
  let start = 0;
  for (const end of code.matchAll(/总统|總統|(?:[部院署會会局處处]|(?<=政)府)(?=.{2,40}字$)/gu)) {
    const after = end.index + end[0].length;
    if (after - start >= 3 || end[0].length === 2) start = after;
  }
  const bracket = /^ ?[(（] ?[0-9０-９]{1,3} ?[)）] ?/u.exec(code.slice(start));
  return start + (bracket?.[0].length ?? 0);
}

function toNumber(match: RegExpExecArray): DocumentNumber | null {
  const group = match.groups ?? {};
  const printed = codeOf(match) ?? '';
  const code = printed.slice(codeStart(printed));
  if (group.code !== undefined) {
    const issuerCode = tidy(code);
    const year = Number(tidy(group.year));
    if (issuerCode === '' || year < 1900 || year > 2100) return null;
    const serial = String(tidy(group.serial ?? group.late)).replace(/^0{1,6}(?=\d)/u, '');
    const order = /[令]$/u.test(issuerCode) ? '第' : '';
    return { text: `${issuerCode}〔${year}〕${order}${serial}号`, issuerCode, year, serial };
  }
  if (group.taiwan !== undefined) {
    const issuerCode = tidy(code);
    const serial = tidy(group.taiwanSerial);
    return { text: `${issuerCode}第${serial}号`, issuerCode, year: null, serial };
  }
  if (group.orderSerial !== undefined) return plain(`${tidy(code)}令`, null, tidy(group.orderSerial));
  if (group.afterSerial !== undefined) {
    return plain(`${tidy(code)}${tidy(group.afterWord)}`, null, tidy(group.afterSerial));
  }
  if (group.noticeSerial !== undefined) {
    return plain(tidy(code), Number(tidy(group.noticeYear)), tidy(group.noticeSerial));
  }
  return plain(tidy(code), null, tidy(group.plainSerial));
}

function tidy(value: string | undefined): string {
  return toSimplified((value ?? '').normalize('NFKC').replace(/[\s\u200b-\u200f\u2060]/gu, ''));
}

function plain(issuerCode: string, year: number | null, printed: string): DocumentNumber {
  const text = `${issuerCode}${year === null ? '' : `${year}年`}第${printed}号`;
  return { text, issuerCode, year, serial: String(parseNumeral(printed) ?? printed) };
}

/**
 * Reads the `history` of a law, given or printed under its title: who passed or published it, when, under which number, and since when it is in
 * force. Mainland: one line an act. Taiwan: numbered entries in the years of the Republic, lines broken anywhere.
 */
import type { LawEvent } from '../../../core/model.js';
import { shortenBlanks } from '../../../core/text/blanks.js';
import {
  findDocumentNumbers,
  firstDocumentNumber,
  parseDocumentNumber,
} from '../../../core/text/document-number.js';
import { toSimplified } from '../../../core/text/script.js';
import { type NamedBody, named, readBodies } from '../bodies/body-names.js';
import { asPrinted, type OwnNumber } from '../document-number.js';
import { firstDate, readDate } from './calendar.js';
import { eventOf } from './law-event.js';

export interface LawHistory {
  readonly issuingBodies: readonly NamedBody[];
  readonly documentNumber: OwnNumber | null;
  readonly publishedOn: string | null;
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  /** When it was first published: 自公布之日起施行 means that day. */
  readonly enactedOn: string | null;
  readonly events: readonly LawEvent[];
}

export function readHistory(given: unknown): LawHistory | null {
  if (!Array.isArray(given)) return null;
  const lines = given.filter((line): line is string => typeof line === 'string');
  const text = shortenBlanks(toSimplified(lines.join('\n')));
  if (text.trim() === '') return null;
  return historyOf(text);
}

/** @param text  In Simplified, an act a line; Taiwan's are numbered, and may run on over lines. */
export function historyOf(text: string): LawHistory {
  return /民国/u.test(text) ? taiwanHistory(text) : mainlandHistory(text.split('\n'));
}

/** A government's own meeting passes what the government then publishes: 省政府第10次常务会议. */
const OF_AN_OFFICE = /政府.{0,8}常务会议|[部局署委]务会议/u;

/** 2011年11月17日 上海市第十三届人民代表大会常务委员会第三十次会议通过 → 上海市人民代表大会常务委员会. */
function mainlandHistory(lines: readonly string[]): LawHistory {
  const acts = lines.filter((line) => !/修正|修订|修改/u.test(line));
  const passed = acts.find((line) => /通过/u.test(line));
  const issued = acts.find((line) => /公布|发布/u.test(line));
  const approved = acts.find((line) => /批准/u.test(line));
  const number = numberIn(issued ?? '') ?? lines.map(wholeNumber).find((whole) => whole !== null);
  const own =
    passed !== undefined &&
    /人民代表大会|委员会第|会议/u.test(passed) &&
    !(issued && OF_AN_OFFICE.test(passed))
      ? passed
      : (issued ?? passed ?? approved ?? lines.find((line) => /会议.{0,4}修订/u.test(line)));
  const inForce = lines.find((line) => /^\s*\d{4}年[^《]{0,12}日\s*(?:起)?(?:施行|实施)/u.test(line));
  const published = readDate(issued ?? '') ?? readDate(passed ?? approved ?? '');
  return {
    issuingBodies: own === undefined ? [] : bodiesOfAct(own),
    documentNumber: number === undefined ? null : withoutState(number),
    publishedOn: published ?? lastDate(lines.filter((line) => line !== inForce)),
    signedOn: readDate(passed ?? ''),
    enactedOn: published,
    effectiveOn:
      readDate(inForce ?? '') ?? (acts.some((line) => /公布之日起?施行/u.test(line)) ? published : null),
    events: lines.map((line) => eventOf(line, bodiesOfAct)).filter((event) => event !== null),
  };
}

/** Where nothing says when a law was first published. */
function lastDate(lines: readonly string[]): string | null {
  return (
    lines
      .map((line) => readDate(line))
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  );
}

/** A line of a history is a sentence. */
const LONGEST_ACT = 1000;

function bodiesOfAct(line: string): NamedBody[] {
  const act = line
    .slice(0, LONGEST_ACT)
    .replace(/^[\s\d.]*\d{4}年\d{1,2}月\d{1,2}日\s*/u, '')
    .replace(/(?:令|公告|通告|文件)?(?:第|〔|\d).{0,30}?号.*$/u, '')
    .replace(
      /(?:审判委员会|检察委员会)?(?:第[一二三四五六七八九十百零〇\d]{1,12}届)?第?[一二三四五六七八九十百零〇\d]{1,12}次.*$/u,
      '',
    )
    .replace(/(?:审议)?(?:通过|批准|公布|发布|施行).*$/u, '')
    .replace(
      /(.*?)第[一二三四五六七八九十百零〇\d]+届(全国)?/u,
      (_, place: string, nation: string | undefined) => `${place}${nation ?? ''}`,
    )
    .replace(/(?:公告|令)$/u, '')
    .replace(/常委会$/u, '常务委员会')
    .trim();
  if (act === '' || act.length > 60) return [];
  return readBodies(act) ?? (IS_BODY.test(act) ? [named(act)] : []);
}

const IS_BODY = /^[\u4e00-\u9fff]{2,24}(?:院|部|委|局|会|大会|署|厅|行|政府|军)$/u;

function numberIn(line: string): OwnNumber | undefined {
  const found = firstDocumentNumber(line);
  return found === undefined ? undefined : asPrinted(line, found);
}

/** A line that is a number and nothing else. */
function wholeNumber(line: string): OwnNumber | null {
  const number = parseDocumentNumber(line.trim());
  return number === null ? null : { number, printed: line.trim() };
}

function withoutState({ number, printed }: OwnNumber): OwnNumber {
  const short = (value: string): string => value.replace(/^中华人民共和国(?!主席)/u, '');
  const stateless = { ...number, text: short(number.text), issuerCode: short(number.issuerCode) };
  return { number: stateless, printed: short(printed) };
}

/** 中华民国一百零一年七月十六日内政部台内社字第 1010244755 号令订定发布全文 → 内政部, its number, 2012-07-16. */
function taiwanHistory(printed: string): LawHistory {
  // Entries are wrapped at a fixed width, numbers too.
  const text = printed
    .replace(/[ \u3000]{0,32}\n[ \u3000]{1,32}/gu, '')
    .replace(/([\u4e00-\u9fff〇（）]) +(?=[\u4e00-\u9fff])/gu, '$1');
  const entries = text.split(/\n(?=\d+\.)/u);
  const first = entries[0] ?? '';
  const start = firstDate(first);
  const number = findDocumentNumbers(first.slice(0, 200)).find(
    (found) => start === undefined || found.start >= start.end,
  );
  const issuerOf = remembered(taiwanIssuer);
  const issuer = lastIssuer(entries, issuerOf);
  return {
    issuingBodies: issuer === null ? [] : [{ name: issuer, printed: issuer }],
    documentNumber: number === undefined ? null : asPrinted(first, number),
    publishedOn: start?.iso ?? lastDate(entries),
    signedOn: null,
    enactedOn: start?.iso ?? null,
    effectiveOn: taiwanEffect(first, start?.iso ?? null),
    events: entries
      .map((entry) => eventOf(entry, (act) => bodiesOfEntry(issuerOf(act))))
      .filter((event) => event !== null),
  };
}

/** Each entry is asked twice: for its event, and for whose the law is. */
function remembered(issuerOf: (entry: string) => string | null): (entry: string) => string | null {
  const known = new Map<string, string | null>();
  return (entry) => {
    const issuer = known.has(entry) ? (known.get(entry) ?? null) : issuerOf(entry);
    known.set(entry, issuer);
    return issuer;
  };
}

function bodiesOfEntry(issuer: string | null): NamedBody[] {
  return issuer === null ? [] : [{ name: issuer, printed: issuer }];
}

function lastIssuer(entries: readonly string[], issuerOf: (entry: string) => string | null): string | null {
  for (const entry of entries.toReversed()) {
    const issuer = issuerOf(entry);
    if (issuer !== null) return issuer;
  }
  return null;
}

/**
 * Who made or amended the law by this act: the name between its date and its number, its verb or its session. An order that
 * only sets the day from which it is in force (令发布定自…施行) makes no law.
 */
function taiwanIssuer(entry: string): string | null {
  const date = firstDate(entry);
  if (date === undefined || /^[^；。]{0,60}?发布(?:第[^；。]{1,40})?定自/u.test(entry.slice(date.end)))
    return null;
  const after = entry.slice(date.end, date.end + 120).replace(/\s+/gu, '');
  const number = firstDocumentNumber(after);
  const issuer = after
    .slice(0, number?.start ?? after.length)
    .replace(/^第[一二三四五六七八九十\d]+届/u, '')
    .replace(/第?[（(\d，、].*$/u, '')
    .replace(
      /(?:令|函|公告|制定|订定|公布|发布|修正|修订|核定|核准|准|提|通过|决议|第.{1,4}届|第.{1,5}次|会议(?=通过|修正|决议)).*$/u,
      '',
    );
  const whole = issuer.endsWith('会') && after[issuer.length] === '议' ? `${issuer}议` : issuer;
  const name =
    whole === '' ? (BEFORE_CODE.exec(after)?.[1] ?? '') : whole.replace(/(?<=国民大会)临时会$/u, '');
  return TAIWAN_BODY.test(name) && !/民国(?!政府)|废止/u.test(name) ? name : null;
}

/** 国史馆国采字第…: a name whose number begins with its own first character. */
const BEFORE_CODE = /^([\u4e00-\u9fff]{2,20}?[馆院部会局处])[\u4e00-\u9fff]{1,6}字第/u;

const TAIWAN_BODY =
  /^(?:总统|国民政府|国民大会|[\u4e00-\u9fff]{2,22}(?:院|院长|部|局|署|会|会议|处|府|馆|法院|人民政府|(?<=.{2})秘书长))$/u;

/** 并自一百零一年七月六日施行 names no era: it is that of the entry. */
function taiwanEffect(entry: string, day: string | null): string | null {
  const said =
    /自((?:中华民国|民国)?[一二三四五六七八九十百零〇○\d]{1,6}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日)(?:起)?施行/u.exec(
      entry,
    )?.[1];
  if (said !== undefined) return readDate(/民国/u.test(said) ? said : `民国${said}`);
  return /自(?:公布|发布)日(?:起)?施行/u.test(entry) ? day : null;
}

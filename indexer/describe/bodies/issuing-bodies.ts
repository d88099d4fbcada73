/**
 * Whose act a text is.
 *
 * A notice or plan: the body that issued it, by the site's table, the signature, the title, the head of an order, or the
 * sentence that says who issued it. Where a body forwards (转发, 批转) another's text, it is the one that forwards. News: the
 * body whose act it reports, else the first organiser it names.
 */
import type { DocumentNumber } from '../../../core/model.js';
import { toSimplified } from '../../../core/text/script.js';
import type { LawHistory } from '../dates/history.js';
import type { TextEnds } from '../text-ends.js';
import type { FoundTitle } from '../title/title.js';
import { bodiesBefore, type NamedBody, named, onceEach, readBodies } from './body-names.js';
import { signedUnderTitle } from './byline-bodies.js';
import { type FoundBodies, ofCode, ofKind, ofName, ofSite } from './concluded-bodies.js';

import { atHome, fullBodyName, ministryOf } from './full-name.js';
import { homesOf } from './home.js';
import { type Signature, signers } from './signature.js';

export function readIssuingBodies(
  ends: TextEnds,
  title: FoundTitle,
  signature: Signature | null,
  number: DocumentNumber | null,
  isNews: boolean,
): FoundBodies | null {
  if (isNews) return actor(ends) ?? organiser(ends);
  const titled = bodiesOfTitle(title.title);
  const found =
    underTitle(ends, title) ??
    ofTable(ends, titled.bodies) ??
    signedOrNamed(signature?.bodies ?? [], titled) ??
    ofOrder(ends, number) ??
    ofMeeting(ends) ??
    actor(ends) ??
    ofKind(title.title, ends) ??
    ofCode(number) ??
    ofName(title.title) ??
    ofSite(ends);
  if (found === null) return null;
  const { county, city } = homesOf(
    found.bodies.map(({ name }) => name),
    number,
    ends,
    title.title,
  );
  const whole = found.bodies.map((body) => {
    const name = atHome(atHome(body.name, county), city);
    return name === body.name ? body : { name, printed: name };
  });
  return { ...found, bodies: onceEach(whole) };
}

/** The line under a title names all who sign; the table of a site often the one that put it there. */
function underTitle({ head }: TextEnds, { title, span }: FoundTitle): FoundBodies | null {
  const signed = span === null ? null : signedUnderTitle(head, span.end, toSimplified(title));
  return signed === null ? null : { bodies: signed.bodies, provenance: 'extracted' };
}

/** 发文机关 of the site's table. A bureau alone (科技司) is that of the ministry the title or the page names. */
function ofTable({ captions, page }: TextEnds, titled: readonly NamedBody[]): FoundBodies | null {
  if (captions.issuer === undefined || captions.issuer.length > 300) return null;
  const bodies =
    readBodies(captions.issuer) ??
    captions.issuer
      .split(/[\s、，,；;]+/u)
      .filter((name) => name !== '')
      .map(named);
  const parent = ministryOf(titled[0]?.name ?? '') ?? ministryIn(page.slice(0, 600));
  const whole = bodies.map((body) => {
    const name = parent !== null && isUnit(body.name) ? `${parent}${body.name}` : body.name;
    return name === body.name ? body : { name, printed: name };
  });
  return whole.length === 0 ? null : { bodies: whole, provenance: 'extracted' };
}

const isUnit = (body: string): boolean =>
  ministryOf(body) === null &&
  /^(?:[\u4e00-\u9fff]{1,8}司|办公厅|办公室|[\u4e00-\u9fff]{1,6}处)$/u.test(body);

/** 首页 > 工业和信息化部 > 机关司局 */
function ministryIn(page: string): string | null {
  for (const piece of page.split(/[\s>＞›»_|-]+/u)) {
    const body = /^[\u4e00-\u9fff]{2,16}[部委署局院行]$/u.test(piece) ? fullBodyName(piece) : null;
    if (body !== null && readBodies(body)?.length === 1 && !isUnit(body)) return body;
  }
  return null;
}

interface TitledBodies {
  readonly bodies: readonly NamedBody[];
  /** 工业和信息化部等八部门: the title names only the first. */
  readonly partly: boolean;
}

/** 国务院办公厅关于…, 科技部 财政部印发…: the names before the verb of a title. */
function bodiesOfTitle(title: string): TitledBodies {
  const plain = toSimplified(title);
  const prefix =
    /^(.{2,220}?)(?:关于|印发|转发|批转|发布|公布|公告|通告|政府工作报告|令(?:第|（|\d|$)|通报|任免)/u
      .exec(plain)?.[1]
      ?.replace(/第[一二三四五六七八九十]+届(?=全国)|第[一二三四五六七八九十百]+次(?:会议)?$/gu, '')
      .replace(/^第[一二三四五六七八九十]+届/u, '');
  if (prefix === undefined || /《/u.test(prefix)) return { bodies: [], partly: false };
  const others = /等(?:[一二三四五六七八九十\d]+个?)?(?:部门|单位|部委)(?:办公厅|办公室)?\s*(?:联合)?$/u;
  const bodies = readBodies(prefix.replace(/^\d{4}年/u, '').replace(others, '')) ?? [];
  return { bodies, partly: others.test(prefix) };
}

const holdsAll = (all: readonly NamedBody[], some: readonly NamedBody[]): boolean =>
  some.every(({ name }) => all.some((body) => body.name === name));

function signedOrNamed(signed: readonly NamedBody[], { bodies, partly }: TitledBodies): FoundBodies | null {
  if (signed.length === 0) return bodies.length === 0 ? null : { bodies, provenance: 'extracted' };
  const better = !partly && bodies.length > signed.length && holdsAll(bodies, signed) ? bodies : signed;
  return { bodies: better, provenance: 'extracted' };
}

/** The head of an order with a dozen joint bodies. */
const ORDER_REACH = 600;

/** 河北省人民政府令〔2009〕第5号; 公安部 国家互联网信息办公室 … 令 第173号. */
function ofOrder({ head }: TextEnds, number: DocumentNumber | null): FoundBodies | null {
  const code = number === null ? null : /^(.{2,30}?)(?:令|公告|通告)$/u.exec(number.issuerCode)?.[1];
  const order = /\s令\s*(?:第\s*)?\d/u.exec(head.slice(0, ORDER_REACH));
  const above = order === null ? [] : signers(head.slice(0, order.index));
  const bodies = above.length > 0 ? above : code === null || code === undefined ? null : readBodies(code);
  return bodies === null ? null : { bodies, provenance: 'extracted' };
}

/**
 * Of a law: who passed or published it. The title may name more of them than the history (最高人民法院、最高人民检察院关于…).
 */
export function ofLaw(history: LawHistory, title: string): FoundBodies | null {
  const passed = history.issuingBodies;
  const titled = bodiesOfTitle(title).bodies;
  if (passed.length > 0) {
    const all = titled.length > passed.length && holdsAll(titled, passed) ? titled : passed;
    return { bodies: all, provenance: 'extracted' };
  }
  if (titled.length > 0) return { bodies: titled, provenance: 'extracted' };
  return ofName(title);
}

/** …已经2021年11月17日省政府第144次常务会议审议通过，现予公布 */
function ofMeeting({ head }: TextEnds): FoundBodies | null {
  const match =
    /(?:\d日|经|由)([\u4e00-\u9fff]{1,16}?)(?:\d{4}年)?第\d+次[^，。]{0,12}会议?(?:审议|讨论)?[^，。]{0,4}通过，[^。]{0,60}(?:公布|发布|印发)/u.exec(
      head.slice(0, LEAD),
    );
  const bodies = readBodies(match?.[1] ?? '');
  return bodies === null ? null : { bodies, provenance: 'extracted' };
}

/** Words between a body and what it did. */
const ADVERBS =
  /(?:(?:于|在)?(?:近日|日前|今日|昨日|近期|联合|正式|最新|共同|官网|网站|\d{1,2}日|\d{4}年|\d{1,2}月|上午|下午|\s))+$/u;
const ACT = /(?:印发|发布|出台|公布|下发|宣布|颁布|制定了?(?=《)|批准(?=《))/gu;
/** No lead reports so many; names before each are dear to read. */
const MOST_ACTS = 40;
/** The lead of a news item. */
const LEAD = 700;

/** 新华社北京8月26日电: where the agency writes from is not where the news is of. */
const AGENCY = /(?:新华社|中新社|中新网|央广网|人民网)[\u4e00-\u9fff]{0,8}\d{1,2}月\d{1,2}日(?:电|讯)/u;

/** 近日，北京市人民政府发布《…》; 工业和信息化部近日印发通知. */
function actor(ends: TextEnds): FoundBodies | null {
  const act = reportedActs(ends)[0];
  return act === undefined ? null : { bodies: act.bodies, provenance: 'extracted' };
}

/** The sentences of the lead that report an act, and who acted. */
export function reportedActs({
  lead,
}: TextEnds): { readonly bodies: readonly NamedBody[]; readonly sentence: string }[] {
  const acts = [];
  for (const match of [...lead.slice(0, LEAD).matchAll(ACT)].slice(0, MOST_ACTS)) {
    const before = lead.slice(Math.max(0, match.index - 120), match.index).replace(ADVERBS, '');
    const found = bodiesBefore(before);
    if (found === null || /[的《]$/u.test(before.slice(0, found.start))) continue;
    const start = Math.max(lead.lastIndexOf('。', match.index), lead.lastIndexOf('\n', match.index)) + 1;
    const length = /[。\n]/u.exec(lead.slice(match.index))?.index ?? 0;
    const sentence = lead.slice(start, match.index + length).replace(AGENCY, '');
    acts.push({ bodies: found.bodies, sentence });
  }
  return acts;
}

/** 由北京市经济和信息化局、北京市科委…联合主办: the first of them. */
function organiser({ head, tail }: TextEnds): FoundBodies | null {
  const hosts = /由([^。，；]{4,160}?)(?:联合|共同)?(?:主办|举办|承办)/u.exec(`${head}\n${tail}`)?.[1];
  const first = hosts === undefined ? undefined : readBodies(hosts.split('、', 1)[0] ?? '')?.[0];
  return first === undefined ? null : { bodies: [first], provenance: 'derived' };
}

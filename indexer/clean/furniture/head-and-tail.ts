/**
 * What stands above the text of a page and below it.
 */
import { type Unit, ZONE } from './units.js';

const BEGINS_TEXT =
  /^(?:第[一二三四五六七八九十百\d]{1,5}[章节條条]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附件|附表|附录)/u;
const PAGE_TALK =
  /本站|本网|本網|转载|轉載|版权|版權|侵权|侵權|许可|許可|免责|免責|投资|投資|法律申明|风险自[负負]|聯系|联系|聯繫|刪除|删除|著作权|司法性质|维基|公有领域|社群|出版社出版/u;
const SIGNATURE_DATE =
  /^[（(]?(?:\d{4}|[一二三四五六七八九十〇○零ОO]{4})\s?年\s?\S{1,3}\s?月\s?\S{1,3}\s?日[）)]?$/u;
const TITLE_END =
  /(?:通知|公告|通告|意见|意見|办法|辦法|规定|規定|条例|條例|方案|决定|決定|通报|批复|函|令|规划|計劃|计划|报告|報告|细则|措施|纲要|公报|决议|号|號)$/u;
const BODY_NAME = /(?:政府|办公厅|辦公廳|办公室|委员会|委員會|部|局|厅|廳|院|委|署)$/u;
const MENU_RULES = new Set(['menu', 'breadcrumb', 'share']);
const MAX_MENU_ITEM = 8;
/** Longer than this, what is below a button is no foot of a page but a table without sentences. */
const MAX_TAIL = 4000;
const MAX_UNRULED = 0.92;

/** Marks menu items and repeated titles between furniture above the text; unmarks what stands inside the text. */
export function markHead(units: readonly Unit[]): number {
  const body = units.findIndex((unit) => unit.rule === null && isText(unit.plain));
  const head = units.slice(0, body === -1 ? Math.min(units.length, ZONE) : Math.min(body, ZONE));
  markBreadcrumbs(head);
  markMenuItems(head);
  markRepeatedTitles(head);
  // One is where the page is from; a list of them is what the text is about.
  const links = head.filter(({ rule }) => rule === 'link');
  const isList = links.length > 1 && head.every(({ rule }) => rule === null || rule === 'link');
  if (isList) for (const unit of links) unit.rule = null;
  return head.length;
}

/** The text of a policy reads so; what is neither furniture nor text may be a title, a menu item, a name. */
function isText(text: string): boolean {
  if (/。/u.test(text) && text.length > 15) return true;
  if (/[:：]$/u.test(text) && text.length > 4) return true;
  return text.length > 60 && /，/u.test(text) ? true : BEGINS_TEXT.test(text);
}

/** 首页 / > / 机关司局 / > / 文件发布 on lines of their own. */
function markBreadcrumbs(head: readonly Unit[]): void {
  for (const [index, unit] of head.entries()) {
    if (!/^[>＞»›→]+$/u.test(unit.text)) continue;
    for (const near of [head[index - 1], unit, head[index + 1]]) {
      if (near !== undefined && near.text.length <= 20) near.rule = 'breadcrumb';
    }
  }
}

/** Runs of short names beside what is surely a menu, a path or a row of buttons. */
function markMenuItems(head: readonly Unit[]): void {
  for (let start = 0; start < head.length; start += 1) {
    if (!isMenuItem(head[start])) continue;
    let end = start;
    while (isMenuItem(head[end])) end += 1;
    const beside = MENU_RULES.has(head[start - 1]?.rule ?? '') || MENU_RULES.has(head[end]?.rule ?? '');
    if (beside) for (const unit of head.slice(start, end)) unit.rule = 'menu';
    start = end;
  }
}

function isMenuItem(unit: Unit | undefined): boolean {
  if (unit === undefined || unit.rule !== null || unit.plain.length > MAX_MENU_ITEM) return false;
  if (/[，。；：“”《》〔〕\d年月]/u.test(unit.plain)) return false;
  return unit.plain.length <= 4 || !(TITLE_END.test(unit.plain) || BODY_NAME.test(unit.plain));
}

/** The one nearest the text stays. `标题_网站` is the title too. */
function markRepeatedTitles(head: readonly Unit[]): void {
  const kept = head.filter((unit) => unit.rule === null);
  for (const [index, unit] of kept.entries()) {
    const title = comparable(unit.text);
    if (title.length < 8) continue;
    const again = kept.some(
      (_, at) => at > index && [1, 2, 3].some((count) => isTitleOf(title, kept, at, count)),
    );
    if (again) unit.rule = 'repeated-title';
  }
}

function isTitleOf(title: string, kept: readonly Unit[], at: number, count: number): boolean {
  const other = comparable(
    kept
      .slice(at, at + count)
      .map((unit) => unit.text)
      .join(''),
  );
  if (other.length < 8 || !title.startsWith(other)) return false;
  const rest = title.slice(other.length);
  return rest === '' || /^[_|-].{2,40}$/u.test(rest);
}

function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/gu, '')
    .replace(/[—–―-]+/gu, '-');
}

/**
 * Marks what stands below the text: all from the first piece of furniture on that no text follows.
 *
 * @param head  Units above the text.
 * @returns     Where the tail begins.
 */
export function markTail(units: readonly Unit[], head: number): number {
  let from = units.length;
  for (let index = units.length - 1; index >= head; index -= 1) {
    const unit = units[index];
    if (unit === undefined || (unit.rule === null && isPolicyText(unit.plain))) break;
    if (unit.rule !== null && unit.rule !== 'link') from = index;
  }
  if (!isFoot(units.slice(from)))
    return Math.max(head, units.findLastIndex((unit) => unit.rule === null) + 1);
  if (from > head && /^[-—–]{1,2}\s?\S{2,14}$/u.test(units[from - 1]?.text ?? '')) from -= 1;
  let rule = units.slice(from).find((unit) => unit.rule !== null)?.rule ?? 'footer';
  for (const unit of units.slice(from)) {
    rule = unit.rule ?? rule;
    unit.rule = rule;
  }
  return from;
}

function isFoot(tail: readonly Unit[]): boolean {
  const length = (tail.at(-1)?.end ?? 0) - (tail[0]?.start ?? 0);
  const unruled = tail.filter((unit) => unit.rule === null).length;
  return tail.some((unit) => unit.ends) && length <= MAX_TAIL && unruled <= tail.length * MAX_UNRULED;
}

function isPolicyText(text: string): boolean {
  if (BEGINS_TEXT.test(text) || SIGNATURE_DATE.test(text)) return true;
  return text.length > 25 && /[。；]/u.test(text) && !PAGE_TALK.test(text);
}

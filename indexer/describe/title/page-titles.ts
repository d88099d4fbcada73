/** Titles that a page prints around its text: in the table above it, as its own name, under the readings below it. */
import { plainText } from '../../clean/plain.js';
import { printedAt, squeezed } from '../printed.js';
import type { TextEnds } from '../text-ends.js';
import { type FoundTitle, foundAt } from './found-title.js';
import { joinedTitle } from './joint-title.js';
import { officialTitle } from './official-title.js';
import { ENDS_LIKE_TITLE, LONGEST_TITLE, NO_TITLE } from './title-words.js';

/** 标题：… of a site's table. With a link beside it, it is a record's headline, which the text may know better. */
export function tableTitle(ends: TextEnds): FoundTitle | null {
  const { captions, raw, cleaned } = ends;
  if (captions.title === undefined || captions.title.length < 4) return null;
  if (captions.link !== undefined && captions.issuer === undefined) return null;
  // The subject of an announcement is no title where the text prints one: 工业和信息化部公告.
  const printed = ENDS_LIKE_TITLE.test(squeezed(captions.title)) ? null : officialTitle(ends.head);
  if (printed?.start === 0) return foundAt(ends, printed, 'official');
  // Sites print it above the table in full, with what the table leaves out: 公告（2021年 第6号）.
  const first = (raw.text.trimStart().split('\n', 1)[0] ?? '').trim();
  const inFull =
    first.length < LONGEST_TITLE && saysInFull(squeezed(plainText(first)), squeezed(captions.title));
  const title = joinedTitle(inFull ? first : withoutNumber(asPrinted(ends, captions.title), captions.number));
  const span = printedAt(cleaned.text, title) ?? printedAt(ends.head, captions.title);
  const printedTitle =
    span === null || inFull ? title : joinedTitle(cleaned.text.slice(span.start, span.end));
  return { title: printedTitle, span, provenance: 'extracted', kind: 'official' };
}

/** In the script of the page, without the link to its English that stands behind it: 河川管理辦法 EN. */
function asPrinted({ page, pageAsPrinted }: TextEnds, title: string): string {
  const at = page.indexOf(title);
  const printed = at < 0 ? title : pageAsPrinted.slice(at, at + title.length);
  return printed.replace(/(?<=\p{Script=Han})\s{0,4}(?:EN|English)$/u, '');
}

/** …的实施意见（工信部科〔2019〕188号）: the table has the number in a row of its own. */
const withoutNumber = (title: string, number: string | undefined): string =>
  number === undefined
    ? title
    : title.replace(/[（(][\u4e00-\u9fff]{1,12}[〔［[]\d{4}[〕］\]]\d{1,5}号[）)]$/u, '');

/** 公告（2021年 第6号） of 公告; or the headline of the news that a site makes of a notice: 某部印发《关于…的通知》. */
function saysInFull(line: string, title: string): boolean {
  if (line.startsWith(title)) return true;
  const [before, after] = line.split(`《${title}》`, 2);
  return after === '' && /^[\u4e00-\u9fff]{2,40}(?:印发|发布|出台)$/u.test(before ?? '');
}

/** The page's own title, 办法_网信办 or 报告 - 政府网, where menus follow it and the cleaned text no longer has it. */
export function pageTitle({ page, pageAsPrinted, cleaned }: TextEnds): FoundTitle | null {
  const name = /^\u200b?([^\n_|]{6,150}?)\s{0,4}(?:_|\s[-–—|]\s|\|)/u.exec(
    page.trimStart().slice(0, 200),
  )?.[1];
  if (name === undefined || NO_TITLE.test(name) || !ENDS_LIKE_TITLE.test(squeezed(name))) return null;
  const start = page.indexOf(name);
  const title = joinedTitle(pageAsPrinted.slice(start, start + name.length));
  return { title, span: printedAt(cleaned.text, title), provenance: 'extracted', kind: 'official' };
}

/** 政策解读：《X》, 《X》解读, printed by a site below a text that does not print its own name. */
const READING =
  /(?:政策|相关|图文|图解|文字)?解读[:：]?[\s\u200b]{0,4}《([^《》]{6,150}(?:《[^《》]{2,60}》[^《》]{0,20})?)》|《([^《》]{6,150}(?:《[^《》]{2,60}》[^《》]{0,20})?)》[\s\u200b]{0,4}(?:的?(?:政策|图文)?解读|政策问答)(?![一-鿿])/gu;
const FOOT = 600;
/** A reading is of this text where so much of the name, in pairs of characters, stands in its first part. */
const OF_THIS_TEXT = 0.6;
const READ = 3000;

export function footTitle({ raw, head }: TextEnds): FoundTitle | null {
  const foot = plainText(raw.text.slice(-FOOT));
  const names = [...foot.matchAll(READING)].flatMap((match) => {
    const name = match[1] ?? match[2] ?? '';
    const start = raw.text.length - foot.length + match.index + match[0].indexOf(name);
    return ENDS_LIKE_TITLE.test(squeezed(name)) ? [raw.text.slice(start, start + name.length)] : [];
  });
  const title = joinedTitle(names[0] ?? '');
  if (title === '' || new Set(names.map(squeezed)).size > 1) return null;
  const text = squeezed(head.slice(0, READ));
  const matter = squeezed(plainText(title)).replace(/^.{0,40}?关于(?:印发)?/u, '');
  const pairs = [...matter].slice(1).map((character, index) => `${[...matter][index]}${character}`);
  const held = pairs.filter((pair) => text.includes(pair)).length;
  if (held < pairs.length * OF_THIS_TEXT) return null;
  return { title, span: null, provenance: 'extracted', kind: 'official' };
}

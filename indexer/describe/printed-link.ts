/**
 * The link that a text prints of itself, above its body or below it: 来源：中国政府网（https://…）, 原文链接：, [原文](https://…),
 * a link alone as the last line or right under the title.
 *
 * Only a line that says nothing else is one. A sentence of the body (请登录 https://… 申报), a contact's web site and a
 * download are none, and no link is ever made up.
 */

import { plainText } from '../clean/plain.js';
import { LINK_CAPTION, SOURCE_CAPTION } from '../tables/page-captions.js';

export interface PrintedLink {
  readonly url: string;
  /** 中国政府网, as it is printed beside it, in Simplified; null where nothing is. */
  readonly name: string | null;
}

/** Lines of a head and of a foot, and what is longer is no such line. */
const LINES = 60;
const LONGEST = 400;
const ENDS = 6000;

const LINK = String.raw`https?[:：]\/\/[^\s"'<>，。；、！？（）【】「」『』《》|｜]{3,300}`;
const URL_IN = new RegExp(LINK, 'iu');
const OPENS = String.raw`[\s*_>#|\-•·●■◆（(【\[「<]{0,6}`;
const CLOSES = String.raw`[\s*_|）)】\]」>》。.,，；;！!]{0,6}`;
/** 来源：中国政府网（https://…）, a date behind it. */
const SOURCED = new RegExp(
  `^${OPENS}(?:${SOURCE_CAPTION})${CLOSES}(?:[:：]|(?<=[】\\]|])|(?=\\s|https?|[\\[（(<]))([^。；]{0,60}?)${LINK}`,
  'iu',
);
const LINKED = new RegExp(
  `^${OPENS}(?:${LINK_CAPTION})${CLOSES}(?:[:：]|(?<=[】\\]|])|(?=\\s|https?|[\\[（(<]))[\\s（(【\\[<]{0,4}(?:\\[[^\\]]{1,40}\\]\\()?${LINK}`,
  'iu',
);
/** A dateline before it: 2023-05-30 来源：中国政府网 网址：https://…. */
const BEHIND_DATELINE = new RegExp(
  `^[^。；，]{0,60}[\\s|｜（(【[](?=(?:${SOURCE_CAPTION}|${LINK_CAPTION})\\s?[:：])`,
  'iu',
);
const CAPTION_ALONE = new RegExp(
  `^${OPENS}(?:${SOURCE_CAPTION}|${LINK_CAPTION})${CLOSES}[:：]?${CLOSES}$`,
  'iu',
);
const NAMED_ALONE = new RegExp(`^${OPENS}(?:${SOURCE_CAPTION})\\s?[:：]\\s{0,4}([^。；：:，]{2,30})$`, 'iu');
const BARE = new RegExp(`^[（(【<\\s]{0,3}${LINK}${CLOSES}$`, 'iu');
/** 中国政府网 https://…, 中国政府网（https://…）, [中国政府网](https://…). */
const NAMED = new RegExp(
  `^[（(【\\[\\s]{0,3}([\\u4e00-\\u9fff·]{2,16})[\\]】]?[\\s（(]{1,4}<?${LINK}${CLOSES}$`,
  'iu',
);
const MARKDOWN = new RegExp(`\\[([^\\]\\n]{1,40})\\]\\(\\s?<?(${LINK})`, 'iu');
const CAPTION = new RegExp(`(?:${SOURCE_CAPTION}|${LINK_CAPTION})`, 'iu');

/** What a reader is to do there. */
const TO_DO = /登录|登陆|访问|申报|填报|下载|注册|报名|查询|点击|提交|报送|扫码|上传|投稿|反馈/u;
const CONTACT = /联系(?:人|电话|方式|地址)|电话|传真|邮箱|邮编|邮政编码|E-?mail|通讯地址/iu;
/** A page speaks of itself below a text. */
const PAGE_TALK = /本站|本网|转载|版权|免责|声明|侵权|扫一扫|责任编辑/u;
/** A line with a full stop and so many characters is of the text. */
const OF_TEXT = 18;
const FILE = /\.(?:docx?|xlsx?|wps|et|pptx?|zip|rar|7z|jpe?g|png|gif|mp[34])(?:[?#]|$)/iu;
const STORED = /^https?:\/\/(?:[\w-]+\.)*(?:pan\.baidu|weiyun|aliyundrive|alipan|wjx|docs\.qq)\./iu;

/** @param text  As it came. */
export function printedLink(text: string): PrintedLink | null {
  // Most texts print none.
  if (!/https?[:：]\/\//iu.test(text.slice(0, ENDS)) && !/https?[:：]\/\//iu.test(text.slice(-ENDS)))
    return null;
  const found = [...headAndFoot(text)].flatMap((lines) => readLines(lines));
  return found.sort((one, other) => one.rank - other.rank)[0] ?? null;
}

interface Ranked extends PrintedLink {
  /** 0: called the source or the original; 1: called a link; 2: only printed there. */
  readonly rank: number;
}

interface Zone {
  /** In Simplified, digits narrow, without blank lines. */
  readonly lines: readonly string[];
  readonly isHead: boolean;
  /** A text of a few lines is both. */
  readonly isFoot: boolean;
}

/** The lines before the first sentence of the text, and those behind the last. */
function* headAndFoot(text: string): Generator<Zone> {
  const above = linesOf(text.slice(0, ENDS)).slice(0, LINES);
  const begins = above.findIndex(isBody);
  yield { lines: begins === -1 ? above : above.slice(0, begins), isHead: true, isFoot: begins === -1 };
  if (begins === -1) return;
  const below = linesOf(text.slice(-ENDS)).slice(-LINES);
  const last = below.findLastIndex(isBody);
  yield { lines: [...lastPiece(below[last] ?? ''), ...below.slice(last + 1)], isHead: false, isFoot: true };
}

const linesOf = (text: string): string[] =>
  text
    .split(/[\n\r]+/u)
    .map((line) =>
      plainText(line.length > LONGEST ? `${line.slice(0, LONGEST)}。${line.slice(-LONGEST)}` : line).trim(),
    )
    .filter((line) => line !== '');

function isBody(line: string): boolean {
  const words = line.replace(URL_IN, '');
  if (!/[。；]/u.test(words) || PAGE_TALK.test(words)) return false;
  return (words.match(/[\u4e00-\u9fff]/gu)?.length ?? 0) >= OF_TEXT;
}

/** Of a text that lost its breaks: what stands behind its last sentence. */
function lastPiece(line: string): string[] {
  const piece = /(?:^|[。；\s])\s{0,8}([^。；]{8,200})$/u.exec(line.slice(-260))?.[1] ?? '';
  const at = piece.search(CAPTION);
  return at >= 0 && URL_IN.test(piece) ? [piece.slice(at)] : [];
}

function readLines({ lines, isHead, isFoot }: Zone): Ranked[] {
  return lines.flatMap((line, index) => {
    const link = readLine(line, lines.slice(Math.max(0, index - 2), index).reverse());
    if (link === null) return [];
    const near = lines.slice(Math.max(0, index - 2), index + 3).join('\n');
    if (link.rank > 0 && (CONTACT.test(near) || STORED.test(link.url) || FILE.test(link.url))) return [];
    // Below a text, a site's first page is a contact's, unless it is called the source.
    if (link.rank > 0 && !isHead && /^https?:\/\/[^/]+\/?$/iu.test(link.url)) return [];
    const atEdge = (isHead && index <= 2 && lines.length > 1) || (isFoot && index === lines.length - 1);
    return link.rank < 2 || atEdge ? [link] : [];
  });
}

/** @param above  The lines over it, the nearest first. */
function readLine(line: string, above: readonly string[]): Ranked | null {
  const url = address(line);
  if (url === null || line.length > LONGEST) return null;
  const own = line.replace(BEHIND_DATELINE, '');
  const rest = own.slice((URL_IN.exec(own)?.index ?? 0) + (URL_IN.exec(own)?.[0].length ?? 0));
  if (
    TO_DO.test(own.replace(URL_IN, '').replace(/下载时间|访问(?:时间|日期)|查询日期/gu, '')) ||
    rest.length > 60
  )
    return null;
  const sourced = SOURCED.exec(own);
  if (sourced !== null) return { url, name: nameIn(sourced[1] ?? '') ?? markdownName(own), rank: 0 };
  if (LINKED.test(own)) return { url, name: markdownName(own), rank: /^\W{0,6}原/u.test(own) ? 0 : 1 };
  const markdown = MARKDOWN.exec(own);
  if (markdown !== null && CAPTION.test(markdown[1] ?? '') && markdown.index < 6)
    return { url, name: null, rank: 0 };
  const named = NAMED.exec(own);
  if (named !== null && !/链接|网址|地址|平台|系统|解读|相关|参考|附件|官网/u.test(named[1] ?? ''))
    return { url, name: nameIn(named[1] ?? ''), rank: 2 };
  if (!BARE.test(own)) return null;
  const [nearest = '', next = ''] = above;
  if (CAPTION_ALONE.test(nearest)) return { url, name: null, rank: 0 };
  const name = NAMED_ALONE.exec(nearest)?.[1] ?? (CAPTION_ALONE.test(next) ? nearest : null);
  if (name !== null) return { url, name: nameIn(name), rank: 0 };
  return /[：:，,（(、]$/u.test(nearest) || /附件/u.test(nearest) ? null : { url, name: null, rank: 2 };
}

/** Without what stands behind it in the line: a bracket that it did not open, a full stop. */
function address(line: string): string | null {
  let link = (URL_IN.exec(line)?.[0] ?? '').replace('：', ':');
  // What a page glued to it.
  const glued = /\.(?:s?html?|jsp|aspx?|php)(?=[\u4e00-\u9fff])/iu.exec(link);
  if (glued !== null) link = link.slice(0, glued.index + glued[0].length);
  for (let before = ''; before !== link; ) {
    before = link;
    link = link.replace(/[.,;:!?…*_~`\]}]$/u, '');
    if (link.endsWith(')') && !link.includes('(')) link = link.slice(0, -1);
  }
  return URL.canParse(link) ? link : null;
}

function nameIn(words: string): string | null {
  const name = words
    .replace(CAPTION, ' ')
    .split(/[\s，,、：:|｜（）()【】[\]<>《》“”"]/u)
    .find(
      (part) =>
        /^[\u3400-\u9fffA-Za-z0-9·]{2,24}$/u.test(part) &&
        /[\u3400-\u9fff]/u.test(part) &&
        !/关于|印发|(?:通知|意见|办法|规定|条例|决定|公告|方案)$/u.test(part),
    );
  return name ?? null;
}

function markdownName(line: string): string | null {
  const words = MARKDOWN.exec(line)?.[1] ?? '';
  return CAPTION.test(words) ? null : nameIn(words);
}

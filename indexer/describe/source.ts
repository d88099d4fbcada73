/**
 * The site or paper that carried a text, and its link.
 *
 * 来源：… and the name behind a dateline are the source; the site that reprints it is not. A photo credit (…供图) is none.
 * No link is ever made up.
 */
import type { LinkOrigin, Source, Warning } from '../../core/model.js';
import { toSimplified } from '../../core/text/script.js';
import { withoutUserinfo } from '../../core/web-address.js';
import { narrow } from '../clean/narrow.js';
import type { RawDocument } from '../model.js';
import { findDates } from './dates/calendar.js';
import { dateline } from './dates/dates.js';
import { derived, extracted, type Found, given } from './found.js';
import { printedLink } from './printed-link.js';
import { SITES } from './tables/sites.js';
import type { TextEnds } from './text-ends.js';

/** What the user gave; else the address that the file says (the README has their order), and the name and the link that are printed. */
export function sourceOf(
  { given: { source: said }, facts }: RawDocument,
  ends: TextEnds,
): { readonly source: Found<Source> | null; readonly linkOrigin: LinkOrigin } {
  if (said != null) {
    return { source: given({ name: said.name ?? null, url: said.url ?? null }), linkOrigin: 'given' };
  }
  const savedFrom = facts?.savedFrom ?? null;
  const link = savedFrom === null ? printedLink(ends.raw.text) : null;
  const url = savedFrom?.url ?? link?.url ?? null;
  const name =
    link?.name ??
    printedName(ends.captions.source) ??
    datelineName(ends) ??
    printedName(facts?.said.sourceName) ??
    (url === null ? null : siteName(url));
  const source = name === null && url === null ? null : { name, url };
  const linkOrigin = savedFrom?.by ?? 'printed';
  // What a folder is called is a conclusion; what a file says of itself is printed in it.
  return { source: linkOrigin === 'mirror' ? derived(source) : extracted(source), linkOrigin };
}

/** A link is kept without a name or a password in it, given or printed; the warning says so. */
export function openSource(source: Source): {
  readonly source: Source;
  readonly warnings: readonly Warning[];
} {
  const url = source.url === null ? null : withoutUserinfo(source.url);
  if (url === source.url) return { source, warnings: [] };
  const message = `source.url is kept as ${url}: the name or password before the host is left out.`;
  return { source: { ...source, url }, warnings: [{ code: 'link_userinfo', message }] };
}

/** Buttons stand beside the source without a blank: 新华社小字号. */
const TOOLS_BEHIND = /(?:[大中小]字号?|字[号体][大中小]{0,3}|打印本?页?|分享到?|收藏|纠错){1,4}$/u;

function printedName(value: string | undefined): string | null {
  const name = ((value ?? '').split(/[\s|【[（(]/u, 1)[0] ?? '').replace(TOOLS_BEHIND, '');
  return /^[\u3400-\u9fffA-Za-z0-9·《》“”]{2,24}$/u.test(name) &&
    !/^(?:转发|作者|编辑|字体|字号|浏览|点击|责任|打印)/u.test(name)
    ? name.replace(/[《》“”]/gu, '')
    : null;
}

/** 2021年2月23日 08:03  第一財經: what stands behind the time, alone in its line. */
function datelineName(ends: TextEnds): string | null {
  if (dateline(ends) === null) return null;
  const cut = ends.cleaned.cuts.find(({ rule }) => rule === 'dateline')?.text;
  const page = cut === undefined ? ends.page.slice(0, 1500) : narrow(toSimplified(cut));
  for (const { end } of findDates(page)) {
    const match = /^\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?[^\S\n]+([\u3400-\u9fff]{2,12})[^\S\n]*(?=\n|$)/u.exec(
      page.slice(end, end + 60),
    );
    if (match?.[1] !== undefined) return match[1];
  }
  return PAPER.exec(page.trim())?.[1] ?? null;
}

/** 昆山日报 2023年8月26日: a paper and its day, and nothing else. */
const PAPER =
  /^([\u4e00-\u9fff]{2,8}(?:日报|晚报|时报|早报|周报|新闻网|新华社|政府网))\s{1,8}\d{4}[-年./]\d{1,2}[-月./]\d{1,2}日?$/u;

/** news.cctv.com → 央视网; null for hosts that the table does not know. */
function siteName(url: string): string | null {
  const captions = new URL(url).hostname.split('.');
  for (let from = 0; from < captions.length - 1; from += 1) {
    const name = SITES.get(captions.slice(from).join('.'));
    if (
      name !== undefined &&
      (from === 0 || captions.slice(from).join('.') !== 'gov.cn' || captions[from - 1] === 'www')
    )
      return name;
  }
  return null;
}

/** What a page says of itself outside of its printed text: <meta>, JSON-LD, <title>. */
import type { SaidMetadata } from '../../model.js';
import type { Document } from '../parse-markup.js';
import { SAID_NAMES } from '../tables/said-names.js';
import { isElement } from './visible.js';
import { nodesIn, textIn } from './walk.js';

export interface SaidByPage {
  readonly said: SaidMetadata;
  /** All that the page is called by itself: ArticleTitle, <title> without the site's name. */
  readonly called: readonly string[];
  /** `<base href>`, `<link rel=canonical>` or the name that the state's sites have for it (Url), og:url, as written. */
  readonly base: string | null;
  readonly canonical: string | null;
  readonly ogUrl: string | null;
}

const LONGEST_VALUE = 500;
const LONGEST_JSON = 500_000;
/** 通知 | 中国宜春, 通知_信息公开_甲市人民政府, 通知 - 甲部 */
const SITE_BEHIND =
  /\s{0,9}(?:[_|｜»«]|\s[-–—]{1,3}\s|-{1,3}(?=[^-_|]{0,30}(?:网|网站|網|網站|政府|门户|平台|资料库|資料庫|[厅局委部廳署處會]|中心|信息公开|中国[^-_|]{1,6})\s{0,9}$))/u;

const SITE =
  /(?:公报|公報|网|网站|网页|網|網站|政府|门户|平台|系统|资料库|資料庫|[厅局委部院所]|中心|首页)\s{0,9}$/u;

export function saidByPage(root: Document): SaidByPage {
  const meta = new Map<string, string>();
  const links = new Map<string, string>();
  const scripts: string[] = [];
  let title: string | null = null;
  for (const element of nodesIn(root.children)) {
    if (!isElement(element)) continue;
    const { name, attribs } = element;
    if (name === 'meta') keep(meta, attribs.name ?? attribs.property ?? attribs.itemprop, attribs.content);
    if (name === 'link') keep(links, attribs.rel, attribs.href);
    if (name === 'base') keep(links, 'base', attribs.href);
    if (name === 'title' && title === null) title = squeezed(textIn(element.children, LONGEST_VALUE));
    if (name === 'script' && attribs.type === 'application/ld+json')
      scripts.push(textIn(element.children, LONGEST_JSON + 1));
  }
  const linked = linkedData(scripts);
  const first = (names: readonly string[], accepts = (_value: string) => true): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined && accepts(value));
  // Some systems write into PubDate when they made the page anew, and say so: 页面生成时间 2023-08-16 10:33:59.
  const made = [...meta.values()].filter((value) => /生成(?:时间|日期)/u.test(value));
  const isNotMade = (value: string): boolean => !made.some((saying) => saying.includes(value));
  const named = first(SAID_NAMES.title.slice(0, 5)) ?? linked.title ?? first(SAID_NAMES.title);
  const said = {
    title: named ?? withoutSite(title) ?? undefined,
    publishedOn: first(SAID_NAMES.publishedOn, isNotMade) ?? linked.publishedOn,
    documentNumber: first(SAID_NAMES.documentNumber),
    issuingBodies: bodies(first(SAID_NAMES.issuingBody)),
    sourceName: first(SAID_NAMES.sourceName.slice(0, 6)) ?? linked.sourceName ?? first(SAID_NAMES.sourceName),
  };
  return {
    said: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
    called: [...new Set([named, withoutSite(title)])].filter((name) => name != null),
    base: links.get('base') ?? null,
    canonical: links.get('canonical') ?? meta.get('url') ?? null,
    ogUrl: meta.get('og:url') ?? null,
  };
}

/** Of a name that is said twice, the first value that says something. */
function keep(values: Map<string, string>, name: string | undefined, value: string | undefined): void {
  const key = name?.trim().toLowerCase();
  const text = squeezed(value ?? '').slice(0, LONGEST_VALUE);
  if (key === undefined || text === '' || values.has(key)) return;
  values.set(key, text);
}

const squeezed = (text: string): string => text.toWellFormed().replace(/\s+/gu, ' ').trim();

function withoutSite(title: string | null): string | null {
  if (title === null || title === '') return null;
  const [first = '', ...rest] = title.split(SITE_BEHIND, 6);
  // Some sites put their own name first.
  const longest = rest.reduce((one, other) => (other.length > one.length ? other : one), '');
  if (SITE.test(first) && longest.length > first.length) return longest;
  return first.length >= 4 ? first : title;
}

function bodies(value: string | undefined): readonly string[] | undefined {
  return value?.split(/[,，、;；\s]+/u).filter((body) => body !== '');
}

interface LinkedData {
  readonly title?: string;
  readonly publishedOn?: string;
  readonly sourceName?: string;
}

function linkedData(scripts: readonly string[]): LinkedData {
  for (const script of scripts) {
    const thing = thingsIn(script).find((item) => text(item.headline) !== undefined);
    if (thing === undefined) continue;
    const publisher = object(thing.sourceOrganization) ?? object(thing.publisher);
    const said = {
      title: text(thing.headline),
      publishedOn: text(thing.datePublished),
      sourceName: text(publisher?.name),
    };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  }
  return {};
}

function thingsIn(script: string): readonly Readonly<Record<string, unknown>>[] {
  if (script.length > LONGEST_JSON) return [];
  try {
    const value: unknown = JSON.parse(script);
    const graph = object(value)?.['@graph'];
    const items: readonly unknown[] = Array.isArray(value) ? value : Array.isArray(graph) ? graph : [value];
    return items.map(object).filter((item) => item !== undefined);
  } catch {
    return []; // Broken JSON says nothing.
  }
}

function object(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && /\S/u.test(value) ? squeezed(value).slice(0, LONGEST_VALUE) : undefined;
}

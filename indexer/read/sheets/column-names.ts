/**
 * What the heads of a table call its columns, in any case, in Chinese as well.
 */
import { GivenMetadata } from '../../../core/model.js';

/** In order: of two columns that could be the text, the one that is named first. */
const TITLE = ['title', '标题', '標題', '题名', '題名'];
const TEXT = ['fulltext', 'text', '全文', '正文', 'content', '内容', '內容'];
const LINK = ['url', 'link', '链接', '連結', '网址', '網址'];
const PUBLISHED = ['publicationdate', 'date', '发布日期', '發布日期'];
const BODIES = ['issuingdepartment', '发文机关', '發文機關'];

const FIELDS = new Map([
  ...Object.keys(GivenMetadata.shape).map((field) => [field.toLowerCase(), field] as const),
  ...TITLE.map((name) => [name, 'title'] as const),
  ...TEXT.map((name) => [name, 'text'] as const),
  ...LINK.map((name) => [name, 'source.url'] as const),
  ...PUBLISHED.map((name) => [name, 'publishedOn'] as const),
  ...BODIES.map((name) => [name, 'issuingBodies'] as const),
]);

/** Of lists: what they call a title, and what is no text but says when and where. */
const LISTED_TITLE = new Set([
  ...TITLE,
  'name',
  '名称',
  '名稱',
  '文件名称',
  '文件标题',
  '政策名称',
  '政策标题',
  '新闻标题',
  '文章标题',
  '公告标题',
]);
const LISTED_PLACE = new Set([
  ...LINK,
  ...PUBLISHED,
  'href',
  'pubdate',
  'publishdate',
  'publishedon',
  'time',
  '日期',
  '时间',
  '發布時間',
  '发布时间',
  '发文日期',
  '成文日期',
  '印发日期',
  '发文时间',
  '文件链接',
  '原文链接',
  '详情链接',
]);

export interface NamedColumns {
  /** The column that the title is in, from 0. */
  readonly title: number;
  readonly text: number;
  /** By column: the field of a document, or the head as it is written. */
  readonly fields: readonly string[];
}

/** Names that a user gives to the columns of title and text, as they are written in the head. */
export interface GivenColumns {
  readonly title?: string;
  readonly text?: string;
}

/** full_text, Full Text, fullText → fulltext */
export function plainName(head: string): string {
  return head
    .normalize('NFKC')
    .replace(/[\s_-]/gu, '')
    .toLowerCase();
}

/** @returns  Null where the heads name no title, or no text. */
export function namedColumns(heads: readonly string[], given: GivenColumns = {}): NamedColumns | null {
  const names = heads.map(plainName);
  const title = placeOf(names, given.title === undefined ? TITLE : [plainName(given.title)]);
  const text = placeOf(names, given.text === undefined ? TEXT : [plainName(given.text)]);
  if (title === -1 || text === -1 || title === text) return null;
  const taken = new Set(['title', 'text']);
  const fields = heads.map((head, at) => {
    if (at === title) return 'title';
    if (at === text) return 'text';
    const field = FIELDS.get(names[at] ?? '') ?? head;
    const free = taken.has(field) ? head : field;
    taken.add(free);
    return free;
  });
  return { title, text, fields };
}

/** Of several names the first that is there. */
function placeOf(names: readonly string[], wanted: readonly string[]): number {
  const found = wanted.find((name) => names.includes(name));
  return found === undefined ? -1 : names.indexOf(found);
}

/** Whether heads (of a table, or the fields of an object) name titles with links or dates, and nothing that could hold a text. */
export function isListWithoutTexts(heads: readonly string[]): boolean {
  const names = heads.map(plainName);
  if (
    names.some((name) =>
      /(?:text|content|body|summary|abstract|正文|内容|內容|全文|摘要|要点|说明|条款)/u.test(name),
    )
  )
    return false;
  return names.some((name) => LISTED_TITLE.has(name)) && names.some((name) => LISTED_PLACE.has(name));
}

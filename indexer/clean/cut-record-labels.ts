/**
 * Unpacks the labelled record that collectors of news keep a text in: 标题: …, 链接: …, 总结: … (or 正文, 内容), 关键词: …
 *
 * The text under 总结 stays; the other fields are cut with their values, empty ones included. It is a record where
 * the first line is a field, and both a field that holds the text and one that does not are there.
 */
import { cutOut, type Draft, type Excision } from './draft.js';

const FIELD = /^([\p{Script=Han}A-Za-z]{2,10})[:：][ \t\u3000]*/u;
const HOLDS_TEXT = /^(?:总结|總結|正文|内容|內容|全文|原文)$/u;
const KNOWN =
  /^(?:标题|標題|链接|鏈接|連結|网址|来源|來源|作者|时间|時間|日期|发布时间|关键词|關鍵詞|摘要|分类|行业|标签)$/u;
/** More of a record than this above its text is none. */
const MAX_HEAD = 12;

export function cutRecordLabels(draft: Draft): Draft {
  const lines = linesOf(draft.mapped.text);
  const fields = lines.slice(0, MAX_HEAD).map(({ text }) => FIELD.exec(text)?.[1] ?? null);
  const main = fields.findIndex((name) => name !== null && HOLDS_TEXT.test(name));
  const above = fields.slice(0, main);
  if (main < 1 || !KNOWN.test(above[0] ?? '') || above.includes(null)) return draft;
  const excisions: Excision[] = [];
  for (const [index, { start, text }] of lines.entries()) {
    const match = FIELD.exec(text);
    if (index < main) excisions.push({ start, end: start + text.length, rule: 'record' });
    else if (index === main) excisions.push({ start, end: start + (match?.[0].length ?? 0), rule: 'record' });
  }
  for (const { start, text } of fieldsAtEnd(lines.slice(main + 1))) {
    excisions.push({ start, end: start + text.length, rule: 'record' });
  }
  return cutOut(draft, excisions);
}

interface Line {
  readonly start: number;
  readonly text: string;
}

/** Below the text: fields we know, and empty ones of any name (`AI技术:`). */
function fieldsAtEnd(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex(({ text }) => {
    const match = FIELD.exec(text);
    return match === null || !(KNOWN.test(match[1] ?? '') || match[0].length === text.length);
  });
  return lines.slice(last + 1);
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { start, text: line };
    start += line.length + 1;
    return found;
  });
}

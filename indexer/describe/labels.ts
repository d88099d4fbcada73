/**
 * Reads the labelled fields that sites print around a text: 发文机关：…, 发布日期：…, 标题: …, 链接: ….
 *
 * They are furniture, so the clean step cuts them; they are read from the raw text, whose head and tail hold them.
 */
import { convert } from '../../core/text/convert.js';
import type { RawDocument } from '../model.js';

type Label =
  | 'title'
  | 'issuer'
  | 'publisher'
  | 'number'
  | 'signed'
  | 'published'
  | 'pageTime'
  | 'pageDate'
  | 'effective'
  | 'validity'
  | 'source'
  | 'link'
  | 'other';

const WORDS: readonly (readonly [Label, string])[] = [
  ['title', '标题 信息名称 文件名称'],
  ['issuer', '发文机关 发文单位 制发机关 制定机关 制发单位 颁布单位 公布机关'],
  ['publisher', '发布机构 发布单位 发布机关 公开机构 公开主体'],
  ['number', '发文字号 发文文号 文号 文件编号'],
  ['signed', '成文日期 发文日期 成文时间 签发日期 印发日期'],
  ['published', '发布日期 发布时间 公开日期 公布日期 发表时间 上网时间'],
  // Written by a site's software, and again whenever the page is made anew.
  ['pageDate', 'publishdate'],
  ['pageTime', '时间 日期'],
  ['effective', '施行日期 实施日期 生效日期'],
  ['validity', '有效性 时效性 效力状态 是否有效'],
  ['source', '来源 信息来源 稿件来源 文章来源'],
  ['link', '链接 原文链接 本文链接 网址'],
  [
    'other',
    '索引号 分类 主题分类 主题词 关键词 关键字 本文关键词 总结 体裁 体裁分类 组配分类 有效期 字体 字号 浏览次数 阅读次数 作者 责任编辑 编辑 转发量 点击 行业 浏览量',
  ],
];

const labelOf = new Map(
  WORDS.flatMap(([label, words]) => words.split(' ').map((word) => [word, label] as const)),
);
/** Labels are spread to one width with white space: 标　　题：. */
const spread = (word: string): string => [...word].join('[ \\u3000\\u00a0]*');
const anyLabel = new RegExp(
  `(?<=^|[\\s|【\\[（(])(${[...labelOf.keys()]
    .sort((a, b) => b.length - a.length)
    .map(spread)
    .join('|')})[】\\]]?[ \\u3000\\u00a0]*[:：]`,
  'gu',
);

/** Characters of the raw text in which labels are looked for, at either end. */
const HEAD = 4000;
const TAIL = 1500;
const LONGEST_VALUE = 300;

/** First value of each label, in Simplified; a value ends at its line or at the next label. */
export type Labels = Readonly<Partial<Record<Label, string>>>;

export function readLabels(raw: RawDocument): Labels {
  const found: Partial<Record<Label, string>> = {};
  const { text } = raw;
  const parts = text.length <= HEAD + TAIL ? [text] : [text.slice(0, HEAD), text.slice(-TAIL)];
  for (const part of parts) {
    const plain = convert(part);
    const marks = [...plain.matchAll(anyLabel)];
    marks.forEach((mark, index) => {
      const label = labelOf.get((mark[1] ?? '').replace(/\s/gu, ''));
      if (label === undefined || label === 'other' || found[label] !== undefined) return;
      const after = mark.index + mark[0].length;
      const value = firstLine(
        plain.slice(after, Math.min(marks[index + 1]?.index ?? plain.length, after + LONGEST_VALUE)),
        label,
      );
      if (value !== '') found[label] = value;
    });
  }
  return found;
}

/** The value stands after its label, or on the next line. */
function firstLine(value: string, label: Label): string {
  const line = value.trimStart().split(/[\n\r]/u, 1)[0] ?? '';
  const end =
    label === 'source' || label === 'number' || label === 'link'
      ? /[\s|]{1,}(?=[【|\s]|$)|\s{2,}|【(?!\d)/u
      : /\s{3,}|【(?!\d)/u;
  return (line.split(end, 1)[0] ?? '').trim();
}

/** Whether a text is in force, as far as it is said. */
import { STATUSES } from '../../core/model.js';
import { canonicalName } from '../../core/text/canonical-name.js';
import { toSimplified } from '../../core/text/script.js';
import type { TextEnds } from './text-ends.js';

const WORDS: readonly (readonly [RegExp, (typeof STATUSES)[number]])[] = [
  [/废止|已废/u, '废止'],
  [/失效|无效/u, '失效'],
  [/征求意见/u, '征求意见'],
  [/修改|修订|修正/u, '已修改'],
  [/有效|现行|施行/u, '现行'],
];

/** A given status as its facet value; null for unknown words, and for what is said not to be (尚未施行). */
export function canonicalStatus(given: string): string | null {
  const plain = canonicalName(given);
  if (/部分(?:废止|失效)/u.test(plain)) return '已修改';
  if (/[未没不非]/u.test(plain)) return null;
  return (
    STATUSES.find((status) => status === plain) ?? WORDS.find(([pattern]) => pattern.test(plain))?.[1] ?? null
  );
}

/** By the table of the site, the title (征求意见稿), or a stamp at the head: 【已废止】, （已失效）. */
export function readStatus({ captions, head }: TextEnds, title: string): string | null {
  if (captions.validity !== undefined) return canonicalStatus(captions.validity);
  if (/征求意见稿|公开征求.{0,40}意见的/u.test(toSimplified(title))) return '征求意见';
  const stamp = /[【（([]\s*(?:(?:已|现已|全文|此件|该文件)\s*)?(废止|失效)\s*[】）)\]]/u.exec(
    `${toSimplified(title)}\n${head.slice(0, 300)}`,
  );
  return stamp === null ? null : canonicalStatus(stamp[1] ?? '');
}

/**
 * Cuts what a site printed right behind the text, without a break between: a call to follow it, and the note which
 * office answers for the publication.
 */
import { cutOut, type Draft, type Excision } from './draft.js';
import { plainText } from './plain.js';

const RUN_ON: readonly { readonly rule: string; readonly pattern: RegExp }[] = [
  {
    rule: 'share',
    pattern:
      /(?:更多|获取)(?:信息|资讯|内容|精彩|详情|政策)?[^。，；\s]{0,6}(?:请|欢迎)[^。，；\s]{0,4}关注[^。，；\s]{0,12}(?:微信|微博|公众号|订阅号)[^。，；\s]{0,24}(?=$|\n)/gu,
  },
  {
    // 公开程序：本单位审核后公开　　责任部门：省政府办公厅秘书一处
    rule: 'metadata',
    pattern: /公开程序[:：][^。：:\s]{1,12}?公开(?:\s*责任部门[:：][^。：:\s]{1,24}?(?:处室|[处科室]))?/gu,
  },
];

/** Most texts hold none of these words. */
const TRIGGER = /关注|關注|公开程序|公開程序/u;

export function cutRunOn(draft: Draft): Draft {
  if (!TRIGGER.test(draft.mapped.text)) return draft;
  const text = plainText(draft.mapped.text);
  const excisions = RUN_ON.flatMap(({ rule, pattern }) =>
    [...text.matchAll(pattern)].map(
      (match): Excision => ({ start: match.index, end: match.index + match[0].length, rule }),
    ),
  );
  return cutOut(
    draft,
    excisions.sort((one, other) => one.start - other.start),
  );
}

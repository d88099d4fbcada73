/**
 * Cuts what a site printed right behind the text, without a break between: a call to follow it, and the note which
 * office answers for the publication.
 */
import { cutOut, type Draft, type Excision } from './draft.js';
import { plainText } from './plain.js';

const FOLLOW = String.raw`关注[^。，；\s]{0,16}(?:微信|微博|公众号|订阅号|服务号|视频号|抖音)[^。，；\s]{0,24}(?=$|\s)`;
const OPENNESS = String.raw`(?:公开程序|公开方式|公开形式|公开属性|公开类型|公开时限|公开范围)[:：]\s*[^。：:\s]{0,12}?(?:公开|工作日内?|社会)`;
const OFFICE = String.raw`(?:公开)?责任(?:部门|处室|单位)[:：][^。：:\s]{1,24}?(?:处室|[处科室])`;

const RUN_ON: readonly { readonly rule: string; readonly pattern: RegExp }[] = [
  {
    rule: 'share',
    pattern: new RegExp(
      `(?:更多|获取|了解)(?:信息|资讯|内容|精彩|详情|政策)?[^。，；\\s]{0,6}(?:请|欢迎)[^。，；\\s]{0,4}${FOLLOW}`,
      'gu',
    ),
  },
  {
    // Right behind the end of the text: …。欢迎关注“某某发布”微信公众号
    rule: 'share',
    pattern: new RegExp(`(?<=[。！日）】”])\\s*(?:欢迎|敬请|请|扫码|扫一扫)${FOLLOW}`, 'gu'),
  },
  {
    // 公开程序：本单位审核后公开　　责任部门：省政府办公厅秘书一处; at the end of a text, or before its second copy.
    rule: 'metadata',
    pattern: new RegExp(
      `公开程序[:：][^。：:\\s]{1,12}?公开(?:\\s*${OFFICE})?|${OPENNESS}\\s*${OFFICE}(?=\\s*$)`,
      'gu',
    ),
  },
];

/** Most texts hold none of these words. */
const TRIGGER = /关注|關注|公开.{2}[:：]|公開.{2}[:：]/u;

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

/** Whether a text reports: news is cited by who wrote it, not by whom it reports. */
import { toSimplified } from '../../core/text/script.js';
import { reportedActs } from './bodies/issuing-bodies.js';
import type { Signature } from './bodies/signature.js';
import { dateline } from './dates/dates.js';
import type { TextEnds } from './text-ends.js';
import type { FoundTitle } from './title/title.js';

/** What only news prints: the dateline of an agency, 本报讯, the byline of a reporter. */
const OF_A_PAPER =
  /(?:^|[\n　 （(])(?:新华社|中新社|中新网|[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|早报|社|网))[\u4e00-\u9fff]{0,8}\d{1,2}月\d{1,2}日(?:电|讯)|(?:^|[\n　 ])(?:本报|本网|[\u4e00-\u9fff]{2,6}(?:日报|晚报))讯|[（(](?:[\u4e00-\u9fff]{2,8}[社报网台])?(?:见习|实习|特约)?(?:记者|通讯员)[ 　：:]?[\u4e00-\u9fff]/u;
/** A paper that prints an act whole: the text is the act. */
const WHOLE_ACT = /全文(?:如下|刊载|公布|发布|[：:])/u;

/** A text without number and signature that reports: a headline or none, and the words of reporting. */
export function isNewsText(ends: TextEnds, title: FoundTitle, signature: Signature | null): boolean {
  if (title.kind === 'plan' || (signature !== null && signature.bodies.length > 0)) return false;
  const { head, tail } = ends;
  if (title.kind === 'official') return !NAMED_ACT.test(toSimplified(title.title)) && isOfAPaper(ends);
  if (/^各[^。]{2,80}：|现(?:将|就)[^。]{0,60}(?:印发|通知|公告)/u.test(head.slice(0, 500))) return false;
  const edges = `${head.slice(0, 400)}\n${(tail === '' ? head : tail).slice(-200)}`;
  return (
    (title.kind === 'headline' && dateline(ends) !== null) ||
    /记者|据悉|消息[,，：]|供图|[（(]完[）)]|日电/u.test(edges) ||
    reportedActs(ends).some(({ sentence }) => /近日|日前/u.test(sentence))
  );
}

/** 国务院关于…的通知, 数据安全管理办法: what a paper reprints under its own title is that act. */
const NAMED_ACT =
  /关于.{2,200}的?(?:通知|意见|决定|公告|通告|批复|函|办法|方案)|(?:办法|条例|规定|细则|方案|规划|纲要|通知|公告)(?:[（(][^（）()]{1,20}[）)])?$/u;

function isOfAPaper({ head, lead }: TextEnds): boolean {
  const opening = lead.slice(0, 600);
  return OF_A_PAPER.test(opening) && !WHOLE_ACT.test(head.slice(0, 800));
}

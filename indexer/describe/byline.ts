/**
 * Who wrote a news item, by its byline: （记者 王雷 李明）, 本报记者王雷, 作者：王雷, 文/王雷. In Simplified.
 */
import { plainText } from '../clean/plain.js';
import type { TextEnds } from './text-ends.js';

const NAME = '[\\u4e00-\\u9fff·]{2,4}';
/** Two names stand apart by a space or a mark; a name of two characters is spread to the width of one of three. */
const NAMES = `(?:${NAME}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])(?:[ 、，,]{1,3}(?:${NAME}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])){0,5}`;
const ROLE =
  '(?:本报|本网|本刊|[\\u4e00-\\u9fff]{2,8}(?:社|报|网|台))?(?:首席|见习|实习|特约)?(?:记者|通讯员|撰文|作者|文字)';
const END = '(?=[ ]{0,8}(?:[）)\\n】]|$|[\\u4e00-\\u9fff]{0,6}(?:报道|摄)|[·｜|]|编辑|责编|来源|通讯员))';

const BYLINES: readonly RegExp[] = [
  new RegExp(`[（(【][^（）()【】\\n]{0,20}?${ROLE}[ ：:/]{0,4}(${NAMES})${END}`, 'gu'),
  new RegExp(`(?:^|[\\n 。”])${ROLE}[ ：:/]{1,4}(${NAMES})${END}`, 'gu'),
  new RegExp(`(?:^|[\\n 　，])(?:本报|本网)?(?:记者|通讯员)(${NAME})(?:、(${NAME}))?(?:报道|摄)`, 'gu'),
  new RegExp(`(?:^|\\n) {0,8}(?:本报|本网|[\\u4e00-\\u9fff]{2,4}社)记者(${NAMES}) {0,8}(?=\\n)`, 'gu'),
  new RegExp(`(?:^|[\\n（( ])文 {0,2}[/｜|／] {0,2}(${NAMES})${END}`, 'gu'),
];
/** A byline stands above the text or under it. */
const REACH = 1200;
/** Words of sentences that stand where a name would: 记者从…获悉. */
const NO_NAME = /[从在了解获悉对向的是就会见问到来说]|采访|报道|近日|今日|今天|昨日|注意|摄影|编辑/u;

/** Null where none is printed. */
export function readByline({ head, tail, cleaned }: TextEnds): readonly string[] | null {
  const end = tail === '' ? head : tail;
  // Pages print it among their captions, which are cut off: 作者：….
  const captions = plainText(cleaned.cuts.map(({ text }) => text.slice(0, REACH)).join('\n')).slice(0, REACH);
  for (const text of [head.slice(0, REACH), end.slice(-REACH), captions].map(oneSpace)) {
    for (const pattern of BYLINES) {
      for (const [, row = ''] of text.matchAll(pattern)) {
        const names = namesIn(row);
        if (names.length > 0) return names;
      }
    }
  }
  return null;
}

const oneSpace = (text: string): string => text.replace(/[^\S\n]{1,32}/gu, ' ');

function namesIn(row: string): string[] {
  const closed = row.replace(/(?<=^|[ 、，,])([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?=$|[ 、，,])/gu, '$1$2');
  const names = closed.split(/[ 、，,]+/u).filter((name) => name !== '');
  return names.some((name) => NO_NAME.test(name)) ? [] : names;
}

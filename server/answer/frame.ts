/**
 * Whether a clause is the frame of a text and not what it says: names of annexes, signatures, dates, cells of a table, those
 * it is addressed to, where to call, 特此通知, and the article that says what a regulation is for. They hold the words of a question,
 * and answer none.
 *
 * Told by the folded text alone, so above both engines; and by little of it, as it is asked of 500 clauses a search. A letter's own
 * sentence (现将…印发给你们) is none: it says which text this is, and of those judged more than half were of use.
 *
 * @see bench/RANKING.md for what it is worth
 */
import { BREAK } from '../../core/text/characters.js';
import type { Proposal } from '../../engine/engine.js';

/** Code units. What is longer than these says something. */
const LONGEST_NAME = 60;
const LONGEST_LINE = 150;
const LONGEST_ADDRESSEE = 8;

/** Where to call, how a notice closes, the name of an annex. */
const LINE =
  /^囗?(?:联系人|联系电话|联系方式|联系地址|咨询电话|监督电话|电话|传真|邮箱|电子邮箱|通讯地址|地址|邮编|责任编辑|附件|附表|附录|(?:特此(?:通知|公告|函告|通告|批复|函复)|此复)囗?$)/u;
const ADDRESSED = /^(?:各|有关|省|市|国务院|中央|部属|直属)/u;
const ADDRESSEES =
  /(?:单位|部门|机构|政府|委员会|委|厅|局|企业|公司|院校|高校|学校|协会|代表|同志|司|署|中心|银行|办|院|所)囗$/u;
/** Who is addressed is not told what to do in the same line. */
const TOLD = /[应要须可将]/u;
/** The article that says what the regulation is for. */
const PURPOSE = ['第一条为', '第一条囗为'];

/** @param text  Folded, its reading by character. */
export function isFrame(kind: Proposal['kind'], text: string): boolean {
  if (kind !== 'body') return false;
  if (text.length <= LONGEST_LINE) {
    // A line that does not end as a sentence does is a name.
    if (text.length < LONGEST_NAME && !text.endsWith(BREAK)) return true;
    if (LINE.test(text)) return true;
    if (ADDRESSED.test(text) && ADDRESSEES.test(text.slice(-LONGEST_ADDRESSEE)) && !TOLD.test(text))
      return true;
  }
  return PURPOSE.some((start) => text.startsWith(start));
}

/**
 * Cuts the lead that an editor put above the text: 【导读】 … up to the end of its paragraph, or, in a line that was
 * flattened, up to the first space after a sentence; and the one with which the press hands a text on whole, 央视网消息：近日，
 * 某市发布《…》。主要内容如下：
 */
import { cutOut, type Draft, type Excision } from './draft.js';
import { plainText } from './plain.js';

const LEAD =
  /(?:^|\n)[【[](?:导读|导语|编者按|编者的话|核心提示|内容提要|内容摘要|摘要|提要|前情提要|政策速览)[】\]][:：]?/gu;
/** An agency or a site reports, and what follows the colon is the text itself. */
const PRESS_LEAD =
  /(?:^|\n)[^\n。《]{2,24}(?:消息|讯|电)[：:，, ][^\n]{0,300}?(?:主要|具体)?(?:内容|全文|原文)(?:公布)?如下[：:]/u;
/** The press lead stands at the head, under a headline at most. */
const HEAD = 200;
/** Leads stand at the head. */
const SEARCHED = 20_000;
/** A lead is a paragraph; what is longer may be the text itself. */
const MAX_LEAD = 600;

export function cutLead(draft: Draft): Draft {
  const text = plainText(draft.mapped.text.slice(0, SEARCHED));
  const excisions = [...text.matchAll(LEAD)].flatMap((match) => {
    const start = match.index + (text[match.index] === '\n' ? 1 : 0);
    const rest = text.slice(start, start + MAX_LEAD);
    const end = /\n|(?<=[。！？][”’」』）)]?) |$/u.exec(rest)?.index ?? rest.length;
    const isWhole = start + end < draft.mapped.text.length && end < MAX_LEAD;
    return isWhole ? [{ start, end: start + end, rule: 'lead' }] : [];
  });
  return cutOut(draft, [...pressLead(text), ...excisions]);
}

function pressLead(text: string): Excision[] {
  const match = PRESS_LEAD.exec(text.slice(0, HEAD + MAX_LEAD));
  if (match === null || match.index > HEAD || match.index + match[0].length >= text.length) return [];
  const start = match.index + (match[0].startsWith('\n') ? 1 : 0);
  return [{ start, end: match.index + match[0].length, rule: 'lead' }];
}

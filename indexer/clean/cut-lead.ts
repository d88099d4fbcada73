/**
 * Cuts the lead that an editor put above the text: 【导读】 … up to the end of its paragraph, or, in a line that was
 * flattened, up to the first space after a sentence.
 */
import { cutOut, type Draft } from './draft.js';

const LEAD = /(?:^|\n)[【[](?:导读|導讀|导语|導語|编者按|編者按|核心提示|内容提要)[】\]][:：]?/gu;
/** A lead is a paragraph; what is longer may be the text itself. */
const MAX_LEAD = 600;

export function cutLead(draft: Draft): Draft {
  const { text } = draft.mapped;
  const excisions = [...text.matchAll(LEAD)].flatMap((match) => {
    const start = match.index + (text[match.index] === '\n' ? 1 : 0);
    const rest = text.slice(start, start + MAX_LEAD);
    const end = /\n|(?<=[。！？][”’」』）)]?) |$/u.exec(rest)?.index ?? rest.length;
    const isWhole = start + end < text.length && end < MAX_LEAD;
    return isWhole ? [{ start, end: start + end, rule: 'lead' }] : [];
  });
  return cutOut(draft, excisions);
}

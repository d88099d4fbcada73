/**
 * 《法学引注手册》, second edition.
 *
 * ```
 * 《民法典》第1224条第1款第2项。                                   an article follows its title at once
 * 《国务院关于…的意见》（国发〔2025〕11号），二、（三）。         a number says where to find it: no date, no link
 * 《…》，二、（三），2024年9月15日，https://….                      without one, the date and the link do
 * ```
 *
 * An article of a law or regulation carries no date: the law is cited as it stands. A law's number (主席令) is
 * left out there too. The style is Chinese whatever the reader's language; only the script follows it.
 */
import { chineseDate } from './citation-dates.js';
import type { Reference } from './reference.js';
import { markTitle, shortLawTitle } from './title-marks.js';
import { endOfForce, WORDINGS } from './wording.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function legalZh(reference: Reference): string {
  const { kind, title, number, publishedOn, link, legalLocator, isArticle, status, lang } = reference;
  const wording = WORDINGS[lang === 'en' ? 'zh-Hans' : lang];
  const { comma, bracket } = wording;
  const isLaw = kind === 'law' || kind === 'regulation';
  const printedNumber = kind === 'law' && isArticle ? null : number;
  const brackets = [printedNumber, endOfForce(status, wording)];

  const head =
    markTitle(isLaw ? shortLawTitle(title) : title) +
    brackets.map((part) => (part === null ? '' : bracket(part))).join('') +
    (isArticle ? legalLocator : '');
  const dated = number === null && publishedOn !== null && !(isLaw && isArticle);
  const parts = [
    head,
    isArticle ? '' : legalLocator,
    dated ? chineseDate(publishedOn) : '',
    number === null ? (link ?? '') : '',
  ].filter((part) => part !== '');
  // A link is Latin text: its full stop is too. The stop of a printed number (一、 or 2.) gives way to ours.
  const citation = parts.join(comma);
  return number === null && link !== null ? `${citation}.` : citation.replace(/[、.．]?$/, '。');
}

/**
 * 《法学引注手册》, second edition.
 *
 * ```
 * 《民法典》第1224条第1款第2项。                                  an article follows its title at once
 * 《国务院关于…的意见》（国发〔2025〕11号），二、（三）。        a number says where to find it: no date, no link
 * 《…》，二、（三），2024年9月15日，https://…。                    without one, the date and the link do
 * 《…》（法发〔1993〕36号，已废止）。                              what is repealed says so beside its number
 * 国务院新闻办公室：《…》，2023年3月16日发布，https://…。         a white paper has an author
 * 汪波：《…》，载人民网2004年1月10日，https://…。                 news, and 载《法制日报》 in a paper
 * 国家市场监督管理总局《…》（…令第37号），第5条。                 a rule or standard is told by who made it
 * ```
 *
 * A law is cited as it stands, by its title: neither date nor number (主席令); so is an article of a regulation, and one that
 * is called 条例. The style is Chinese whatever the reader's
 * language; only the script follows it.
 */
import { chineseDate } from './citation-dates.js';
import { legalLocator, withoutEnd } from './locator.js';
import { isPaper } from './newspaper.js';
import type { Reference } from './reference.js';
import { markTitle, shortLawTitle } from './title-marks.js';
import { endOfForce, WORDINGS, type Wording } from './wording.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

/** Who makes what is cited by its title alone: laws, and regulations of the State Council and of people's congresses. */
const LEGISLATOR =
  /^(?:中华人民共和国)?国务院$|人民代表大会|人民政府|最高人民(?:法院|检察院)|立法[院会會]|政务院/;

export function legalZh(reference: Reference): string {
  const { kind, link, locator, article, status, lang } = reference;
  const wording = WORDINGS[lang === 'en' ? 'zh-Hans' : lang];
  const number = kind === 'law' ? null : reference.number;
  // The number of a standard stands behind its title as a part of its own.
  const inBracket = [kind === 'standard' ? null : number, endOfForce(status, wording)].filter(
    (part) => part !== null,
  );
  const bracket = inBracket.length === 0 ? '' : wording.bracket(inBracket.join(wording.comma));
  const place = article === null ? withoutEnd(locator) : legalLocator(article);
  const follows = article !== null && (number === null || kind === 'standard');
  const parts = [
    `${author(reference, wording.listComma)}${titleOf(reference)}${bracket}${follows ? place : ''}`,
    kind === 'standard' ? (number ?? '') : '',
    follows ? '' : place,
    ...(reference.number === null || kind === 'law' ? [dated(reference, wording), link ?? ''] : []),
  ].filter((part) => part !== '');
  return `${parts.join(wording.comma).replace(/[。.．]$/, '')}。`;
}

function titleOf({ kind, title }: Reference): string {
  return markTitle(kind === 'law' || kind === 'regulation' ? shortLawTitle(title) : title);
}

function author(reference: Reference, comma: string): string {
  const { kind, authors, title, isWhitePaper, jurisdiction } = reference;
  const names = authors.join(comma);
  if (names === '') return '';
  if (kind === 'news' || isWhitePaper) return `${names}：`;
  if (kind === 'standard') return names;
  const isRule =
    kind === 'regulation' && jurisdiction === 'China' && !authors.some((body) => LEGISLATOR.test(body));
  return isRule && !authors.some((body) => title.includes(body)) ? names : '';
}

function dated(reference: Reference, { carriedBy, issued }: Wording): string {
  const { kind, title, article, publishedOn, sourceName, isWhitePaper } = reference;
  const date = publishedOn === null ? '' : chineseDate(publishedOn);
  if (kind === 'news') {
    if (sourceName === null) return date;
    return `${carriedBy}${isPaper(sourceName) ? markTitle(sourceName) : sourceName}${date}`;
  }
  const isRegulation = kind === 'regulation' && (article !== null || /(?:条例|條例)$/.test(title));
  if (kind === 'law' || isRegulation) return '';
  return isWhitePaper && date !== '' ? `${date}${issued}` : date;
}

/**
 * The Bluebook, 21st edition, for foreign-language sources: the title in pinyin, then as printed, then in
 * English where an English title was given; nothing is translated here.
 *
 * `Guowuyuan Guanyu … de Yijian (国务院关于…的意见) [English] (promulgated by 国务院, Aug. 21, 2025) 国发〔2025〕11号, 二、（三）, https://….`
 *
 * News is not promulgated: it names the paper instead.
 *
 * @see Rules 20.2.2 and 20.2.4 (languages other than English), table T2.8 (China).
 */
import { bluebookDate } from './citation-dates.js';
import type { Reference } from './reference.js';
import { romaniseTitle } from './romanise.js';

export const MEDIA_TYPE = 'text/plain; charset=utf-8';

export function bluebook(reference: Reference): string {
  const { title, titleEn, number, locator, link } = reference;
  const pinyin = romaniseTitle(title);
  const head = [
    pinyin === title ? title : `${pinyin} (${title})`,
    titleEn === null ? '' : `[${titleEn}]`,
    publication(reference),
    number ?? '',
  ].filter((part) => part !== '');
  const citation = [head.join(' '), locator, link ?? ''].filter((part) => part !== '').join(', ');
  return citation.endsWith('.') ? citation : `${citation}.`;
}

function publication({ kind, bodies, sourceName, publishedOn }: Reference): string {
  const date = publishedOn === null ? '' : bluebookDate(publishedOn);
  if (kind === 'news') {
    const content = [sourceName ?? bodies.join(' & '), date].filter((part) => part !== '').join(', ');
    return content === '' ? '' : `(${content})`;
  }
  const by = bodies.length === 0 ? '' : `by ${bodies.join(' & ')}`;
  const content = [by, date].filter((part) => part !== '').join(', ');
  return content === '' ? '' : `(promulgated ${content})`;
}

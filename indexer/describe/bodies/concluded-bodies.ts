/** Whose act a text is where nobody signs it: by what it is called, by its number, by the site that carries it. */
import type { DocumentNumber, Provenance } from '../../../core/model.js';
import { toSimplified } from '../../../core/text/script.js';
import { placeOf, provinceOfCode } from '../places.js';
import type { TextEnds } from '../text-ends.js';
import { type NamedBody, readBodies } from './body-names.js';

export interface FoundBodies {
  readonly bodies: readonly NamedBody[];
  readonly provenance: Provenance;
}

const derived = (name: string): FoundBodies => ({
  bodies: [{ name, printed: name }],
  provenance: 'derived',
});

/**
 * What calls itself 条例 and names no place is the State Council's: ministries and local governments may not use the name, and
 * local congresses print their place before it. Taiwan's and Hong Kong's 條例 are others'.
 *
 * @see 行政法规制定程序条例, article 5.
 */
export function ofName(title: string): FoundBodies | null {
  const name = toSimplified(title).replace(/[（(](?:[^（(）)]{0,40}(?:修订|修正)|试行)[）)]$/u, '');
  const isLocal = placeOf(name) !== null || /自治[县州旗区]/u.test(name) || toSimplified(title) !== title;
  if (!/条例$/u.test(name) || isLocal || /^(?:中国共产党|中国人民解放军|中国（)|《/u.test(name)) return null;
  return derived('国务院');
}

/** Reports and resolutions whose title says who gives them. */
export function ofKind(title: string, { head, page }: TextEnds): FoundBodies | null {
  const plain = toSimplified(title);
  const start = head.slice(0, 400);
  if (/报告$/u.test(plain) && /(?:代表|受)(?:中华人民共和国)?国务院/u.test(head.slice(0, 800)))
    return derived('国务院');
  if (
    /全国人民代表大会第[^，。]{1,6}次会议/u.test(`${plain}${start.slice(0, 40)}`) &&
    /决议|听取/u.test(`${plain}${start.slice(0, 80)}`)
  )
    return derived('全国人民代表大会');
  if (/政府工作报告/u.test(plain) && /国务院|全国人民代表大会|代表国/u.test(`${plain}${start}`))
    return derived('国务院');
  if (/施政报告/u.test(`${plain}${page.slice(0, 200)}${start}`) && /香港|特区|行政长官/u.test(head))
    return derived('香港特别行政区政府');
  return null;
}

/** The codes of the State Council and of provincial governments; those of departments differ too much to be read. */
export function ofCode(number: DocumentNumber | null): FoundBodies | null {
  if (number === null) return null;
  const code = number.issuerCode;
  const province = provinceOfCode(code);
  if (/^(?:国发|国函|国令)/u.test(code)) return derived('国务院');
  if (/^国办(?:发|函|发明电)/u.test(code)) return derived('国务院办公厅');
  if (/^中发$/u.test(code)) return derived('中国共产党中央委员会');
  if (province === null) return null;
  if (/^.{1,3}政办/u.test(code)) return derived(`${province}人民政府办公厅`);
  if (/^.{1,3}政(?:发|字|函|规)?$/u.test(code)) return derived(`${province}人民政府`);
  return null;
}

/** Failing all else the body that put it on its site: 发布机构, or the site's own name behind the page's title. */
export function ofSite({ captions, page }: TextEnds): FoundBodies | null {
  const site = /^[^\n_]{6,150}_([\u4e00-\u9fff]{4,30})(?=\s)/u.exec(page)?.[1];
  const bodies = readBodies(captions.publisher ?? '') ?? readBodies(site ?? '');
  return bodies === null ? null : { bodies, provenance: 'derived' };
}

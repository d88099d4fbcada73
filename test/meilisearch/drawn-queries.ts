/** Questions as readers might ask them, drawn from the texts by a seeded random: the same in every run. */

import { FACETS, type FacetName } from '../../core/model.js';
import { toTraditional } from '../../core/text/convert.js';
import type { AnalyzedDocument } from '../../engine/entry.js';

/** As a browser sends it. */
export type Parameters = Readonly<Record<string, string | string[]>>;

const LONGEST = 12; // characters of one drawn word
const QUOTES = /["＂“”„‟「」『』]/gu;

export function drawQueries(
  documents: readonly AnalyzedDocument[],
  random: () => number,
  count: number,
): Parameters[] {
  const clauses = documents.flatMap((document) => document.clauses.map(({ clause }) => clause));
  const values = facetValues(documents);
  const numbers = documents.flatMap(({ document }) => document.documentNumber?.text ?? []);
  const latin = clauses.flatMap(({ text }) => text.match(/[A-Za-zＡ-Ｚ0-9]{1,12}/g)?.slice(0, 1) ?? []);
  const one = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
  const chance = (share: number): boolean => random() < share;

  const stretch = (longest: number, from = one(clauses).text): string => {
    const characters = [...from.replace(/\s+/gu, ' ').replace(QUOTES, '')];
    const length = 1 + Math.floor(random() * longest);
    const start = Math.floor(random() * Math.max(1, characters.length - length + 1));
    return characters.slice(start, start + length).join('');
  };
  const bare = (longest: number): string => stretch(longest).replaceAll(' ', '').replace(/^-+/, '');
  /** Two places of one clause: words that are found together. */
  const together = (): string => {
    const { text } = one(clauses);
    return Array.from({ length: 2 + Math.floor(random() * 2) }, () =>
      stretch(4, text).replaceAll(' ', ''),
    ).join(' ');
  };

  const kinds: readonly (readonly [share: number, draw: () => string])[] = [
    [20, () => bare(LONGEST)],
    [15, together],
    [10, () => `${bare(4)} ${bare(4)}`],
    [5, () => `${bare(3)} ${bare(3)} ${bare(3)}`],
    [15, () => `"${stretch(LONGEST)}"`],
    [5, () => `“${stretch(6)}” ${bare(3)}`],
    [7, () => `${bare(3)} -${bare(3)}`],
    [4, () => `${together()} -"${stretch(6)}"`],
    [3, () => `-${bare(4)}`],
    [4, () => one(numbers) ?? bare(2)],
    [2, () => (one(numbers) ?? bare(2)).replace('〔', '[').replace('〕', ']')],
    [4, () => one(latin) ?? bare(2)],
    [2, () => `${one(latin) ?? ''} ${bare(3)}`],
    [6, () => bare(1)],
    [4, () => toTraditional(bare(6))],
    [2, () => one(documents).document.title],
    [2, () => Array.from({ length: 12 }, () => bare(2)).join(' ')],
    [1, () => ''],
    [1, () => one(['，。', '……', '""', '-', '★', '　', '\u200b', '"', '!!! ???'])],
  ];
  const total = kinds.reduce((sum, [share]) => sum + share, 0);
  const text = (): string => {
    let left = random() * total;
    for (const [share, draw] of kinds) {
      left -= share;
      if (left < 0) return [...draw()].slice(0, 200).join('');
    }
    return '';
  };

  return Array.from({ length: count }, () => ({
    q: text(),
    match: chance(0.25) ? 'any' : 'all',
    sort: one(['relevance', 'newest', 'oldest']),
    ...(chance(0.4) ? ticked(values, one, random) : {}),
    ...(chance(0.1) ? { from: `${1990 + Math.floor(random() * 30)}-01-01` } : {}),
    ...(chance(0.1) ? { to: `${2000 + Math.floor(random() * 26)}-06-30` } : {}),
  }));
}

/** One to three facets with one to three values, now and then one that no document has, or in Traditional. */
function ticked(
  values: Readonly<Record<FacetName, readonly string[]>>,
  one: <Value>(list: readonly Value[]) => Value,
  random: () => number,
): Parameters {
  const chosen = FACETS.filter(() => random() < 0.3);
  const facets = chosen.length > 0 ? chosen.slice(0, 3) : [one(FACETS)];
  return Object.fromEntries(
    facets.map((facet) => {
      const list = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
        const value = one(values[facet]);
        if (value === undefined || random() < 0.05) return '无此"值\\';
        return random() < 0.1 ? toTraditional(value) : value;
      });
      return [facet, [...new Set(list)]];
    }),
  );
}

/** As often as they occur, so that common ones are ticked more often than rare ones. */
function facetValues(documents: readonly AnalyzedDocument[]): Record<FacetName, readonly string[]> {
  const all = documents.map(({ document }) => document);
  return {
    city: all.flatMap(({ cities }) => cities),
    year: all.flatMap(({ publishedOn }) => publishedOn?.slice(0, 4) ?? []),
    theme: all.flatMap(({ themes }) => themes),
    issuingBody: all.flatMap(({ issuingBodies }) => issuingBodies),
    type: all.flatMap(({ type }) => type ?? []),
    status: all.flatMap(({ status }) => status ?? []),
  };
}

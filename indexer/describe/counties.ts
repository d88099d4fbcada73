/**
 * Finds counties, county-level cities, districts and banners by their whole names: 昆山市, 神农架林区, 阿拉善左旗.
 *
 * Three thousand names are looked up by their first two characters; as one pattern they would be tried one by one at every
 * place of every text.
 */
import { COUNTIES, FORMER_COUNTIES } from './tables/counties.js';

interface County {
  readonly name: string;
  /** As the tables write it: 苏州市; empty for what lies directly under its province. */
  readonly prefecture: string;
  /** Short: 江苏. */
  readonly province: string;
}

const counties: readonly County[] = [...COUNTIES, ...FORMER_COUNTIES].flatMap(([province, units]) =>
  units.split(';').flatMap((row) => {
    const [prefecture = '', names = ''] = row.split(':');
    return names.split(' ').map((name) => ({ name, prefecture, province }));
  }),
);

/** 城区, 郊区 and 矿区 are words as well: by themselves they name no place. */
const isWord = (name: string): boolean => name.length < 3 && name.endsWith('区');

const byName = new Map<string, County[]>();
const byStart = new Map<string, Set<string>>();
for (const county of counties) {
  const { name } = county;
  byName.set(name, [...(byName.get(name) ?? []), county]);
  if (isWord(name)) continue;
  const start = name.slice(0, 2);
  byStart.set(start, (byStart.get(start) ?? new Set()).add(name));
}
const longestFirst = new Map(
  [...byStart].map(([start, names]) => [start, [...names].sort((a, b) => b.length - a.length)]),
);

/** The longest name that begins here; null where none does. */
export function countyAt(text: string, at: number): string | null {
  const names = longestFirst.get(text.slice(at, at + 2));
  return names?.find((name) => text.startsWith(name, at)) ?? null;
}

/**
 * The first name in a text that ends in one of `kinds` (县区) and is followed by what `before`, a sticky pattern, asks for.
 */
export function countyIn(text: string, kinds: string, before?: RegExp): string | null {
  for (let at = 0; at < text.length - 1; at += 1) {
    const name = countyAt(text, at);
    if (name === null || !kinds.includes(name.at(-1) ?? '')) continue;
    if (before !== undefined) before.lastIndex = at + name.length;
    if (before?.test(text) ?? true) return name;
  }
  return null;
}

/** Where it lies; null where two places have one of that name (朝阳区), or none. */
export function placeOfCounty(
  name: string,
): { readonly prefecture: string; readonly province: string } | null {
  const [first, ...others] = byName.get(name) ?? [];
  if (first === undefined) return null;
  const same = others.every(
    ({ prefecture, province }) => prefecture === first.prefecture && province === first.province,
  );
  return same ? { prefecture: first.prefecture, province: first.province } : null;
}

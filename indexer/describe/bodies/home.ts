/**
 * Where a text is at home: the places that 省, 市, 县 and 区 in the names of its bodies mean (市教育局, 县人民政府), by the text's own
 * evidence. What nothing says stays as it is printed.
 */
import type { DocumentNumber } from '../../../core/model.js';
import { toSimplified } from '../../../core/text/script.js';
import { countyAt, countyIn } from '../counties.js';
import { fullPlaceName, placeOf, provinceOf, provinceOfCode } from '../places.js';
import type { TextEnds } from '../text-ends.js';
import { kindOfUnnamedPlace } from './full-name.js';

export function homesOf(
  bodies: readonly string[],
  number: DocumentNumber | null,
  ends: TextEnds,
  title: string,
): { readonly county: string | null; readonly city: string | null } {
  return { county: homeCounty(bodies, ends, title), city: homeCity(bodies, number, ends, title) };
}

/** Behind a county's name it is the county that acts. */
const ACTS = /(?:人民政府|政府|[县区市旗]?委|[\u4e00-\u9fff]{2,8}局)/uy;

/**
 * The county that 县, 区 and 旗 in a name mean, and 市 where the title begins with a county-level city: as the text itself
 * prints it, in its title, beside other bodies, or in what its page says.
 */
function homeCounty(bodies: readonly string[], { page, head, tail }: TextEnds, title: string): string | null {
  const kinds = bodies.map(kindOfUnnamedPlace).filter((kind) => kind !== null && /^[县区旗市]$/u.test(kind));
  if (kinds.length === 0) return null;
  const plain = toSimplified(title);
  const first = countyAt(plain, 0);
  if (first !== null && kinds.includes(first.at(-1) ?? '')) return first;
  const below = kinds.filter((kind) => kind !== '市').join('');
  if (below === '') return null;
  for (const name of [...bodies, plain]) {
    const county = countyIn(name, below);
    if (county !== null) return county;
  }
  return countyIn(`${page.slice(0, 500)}\n${head}\n${tail}`, below, ACTS);
}

/** The place that 省, 市 in a name mean. */
function homeCity(
  bodies: readonly string[],
  number: DocumentNumber | null,
  { page, head }: TextEnds,
  title: string,
): string | null {
  for (const body of bodies) {
    const place = placeOf(body);
    if (place !== null) return fullPlaceName(place);
  }
  const provincial = bodies.some((body) => body.startsWith('省'));
  const coded = number === null ? null : provinceOfCode(number.issuerCode);
  if (coded !== null && (provincial || coded.endsWith('市'))) return coded;
  const printed = /([\u4e00-\u9fff]{2,8}(?:省|自治区|市))(?:人民政府|政府)/u.exec(
    `${page.slice(0, 500)}\n${head.slice(0, 3000)}`,
  )?.[1];
  const place = placeOf(title) ?? (printed === undefined ? null : placeOf(printed));
  if (place === null) return null;
  return provincial ? provinceOf(place) : fullPlaceName(place);
}

/** What an element is called, in class and id: `xxgk-crumb`, `footWrap` → xxgk, crumb; foot, wrap. */
import type { Element } from '../parse-markup.js';
import { BESIDE_NAMES, TEXT_NAMES, TITLE_NAMES } from '../tables/page-names.js';

const LONGEST = 300;

/** Whole names, in lower case. */
function namesOf({ attribs }: Element): readonly string[] {
  return `${attribs.id ?? ''} ${attribs.class ?? ''}`
    .slice(0, LONGEST)
    .split(/\s+/u)
    .filter((name) => name !== '');
}

function partsOf(element: Element): readonly string[] {
  return namesOf(element).flatMap((name) =>
    name
      .replace(/([a-z])([A-Z])/gu, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/u),
  );
}

export function isTextContainer(element: Element): boolean {
  return TEXT_NAMES.has(element.name) || namesOf(element).some((name) => TEXT_NAMES.has(name.toLowerCase()));
}

export function isTitleElement(element: Element): boolean {
  return TITLE_NAMES.has(element.name) || partsOf(element).some((part) => TITLE_NAMES.has(part));
}

const BY_TAG: ReadonlyMap<string, string> = new Map([
  ['nav', 'menu'],
  ['menu', 'menu'],
  ['aside', 'related'],
  ['footer', 'footer'],
  ['header', 'menu'],
]);
const BY_ROLE: ReadonlyMap<string, string> = new Map([
  ['navigation', 'menu'],
  ['banner', 'menu'],
  ['search', 'menu'],
  ['contentinfo', 'footer'],
  ['complementary', 'related'],
]);

/** The rule of what stands beside the text that an element is called after; null for all others. */
export function besideRule(element: Element): string | null {
  const told = BY_TAG.get(element.name) ?? BY_ROLE.get(element.attribs.role ?? '');
  if (told !== undefined) return told;
  const parts = partsOf(element);
  if (parts.length === 0) return null;
  return BESIDE_NAMES.find(([, names]) => parts.some((part) => names.has(part)))?.[0] ?? null;
}

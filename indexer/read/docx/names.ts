/**
 * Elements by the names that everybody knows them by (w:p), whatever prefix the file has for the namespace.
 */
import type { Document, Element } from '../parse-markup.js';
import { isElement } from '../walk-tree.js';

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
]);

export type NameOf = (element: Element) => string;

/** @param part  Its root element declares the prefixes; what is declared further below is read as it is written. */
export function namesOf(part: Document): NameOf {
  const declared = new Map<string, string>();
  const root = part.children.find(isElement);
  for (const [attribute, value] of Object.entries(root?.attribs ?? {})) {
    const prefix = PREFIXES.get(value);
    if (prefix === undefined) continue;
    if (attribute === 'xmlns') declared.set('', prefix);
    else if (attribute.startsWith('xmlns:')) declared.set(attribute.slice(6), prefix);
  }
  const names = new Map<string, string>();
  return ({ name }) => {
    const known = names.get(name);
    if (known !== undefined) return known;
    const colon = name.indexOf(':');
    const prefix = declared.get(name.slice(0, Math.max(0, colon)));
    const canonical = prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
    names.set(name, canonical);
    return canonical;
  };
}

/** By its local name: `val` of `w:val="1"`. */
export function attribute(element: Element | null, name: string): string | null {
  if (element === null) return null;
  const { attribs } = element;
  const usual = attribs[`w:${name}`] ?? attribs[name];
  if (usual !== undefined) return usual;
  const other = Object.keys(attribs).find((key) => key.endsWith(`:${name}`));
  return other === undefined ? null : (attribs[other] ?? null);
}

/** The first element of that name right inside another. */
export function childOf(element: Element | null, nameOf: NameOf, name: string): Element | null {
  for (const child of element?.children ?? []) if (isElement(child) && nameOf(child) === name) return child;
  return null;
}

/** The value of `<w:numId w:val="3"/>` right inside an element. */
export function valOf(element: Element | null, nameOf: NameOf, name: string): string | null {
  return attribute(childOf(element, nameOf, name), 'val');
}

/** Whether `<w:vanish/>` stands right inside an element and is not turned off; null where it does not stand there. */
export function isOn(element: Element | null, nameOf: NameOf, name: string): boolean | null {
  const found = childOf(element, nameOf, name);
  if (found === null) return null;
  return !['0', 'false', 'off', 'none'].includes(attribute(found, 'val') ?? '1');
}

/** What the styles of a file say of a paragraph or a run, as far as it changes what is printed. */
import type { Document } from '../parse-markup.js';
import { isElement } from '../walk-tree.js';
import { attribute, childOf, isOn, type NameOf, namesOf, valOf } from './names.js';

export interface Style {
  /** In the program's own language: heading 1, toc 2. */
  readonly name: string;
  readonly isHidden: boolean | null;
  readonly numbering: string | null;
  readonly level: number | null;
  readonly isCentered: boolean | null;
  readonly isHeading: boolean;
}

export interface Styles {
  /** With all that it is based on. */
  get(id: string | null): Style;
  /** Of paragraphs that name none. */
  readonly ofParagraphs: string | null;
}

interface Written extends Style {
  readonly basedOn: string | null;
}

const NOTHING: Style = {
  name: '',
  isHidden: null,
  numbering: null,
  level: null,
  isCentered: null,
  isHeading: false,
};
/** Nobody bases a style on as many; a file may base one on itself. */
const MOST_BASES = 20;

export function readStyles(part: Document | null): Styles {
  const written = new Map<string, Written>();
  let ofParagraphs: string | null = null;
  if (part !== null) {
    const nameOf = namesOf(part);
    const root = part.children.find(isElement);
    for (const element of (root?.children ?? []).filter(isElement)) {
      const id = attribute(element, 'styleId');
      if (nameOf(element) !== 'w:style' || id === null) continue;
      if (attribute(element, 'type') === 'paragraph' && attribute(element, 'default') === '1')
        ofParagraphs = id;
      written.set(id, readStyle(element, nameOf));
    }
  }
  const known = new Map<string, Style>();
  return {
    ofParagraphs,
    get(id) {
      const style = known.get(id ?? '') ?? inherited(written, id);
      known.set(id ?? '', style);
      return style;
    },
  };
}

function readStyle(element: Parameters<NameOf>[0], nameOf: NameOf): Written {
  const paragraph = childOf(element, nameOf, 'w:pPr');
  const numbering = childOf(paragraph, nameOf, 'w:numPr');
  const level = valOf(numbering, nameOf, 'w:ilvl');
  const alignment = valOf(paragraph, nameOf, 'w:jc');
  const outline = valOf(paragraph, nameOf, 'w:outlineLvl');
  const name = (valOf(element, nameOf, 'w:name') ?? '').toLowerCase();
  return {
    name,
    isHidden: isOn(childOf(element, nameOf, 'w:rPr'), nameOf, 'w:vanish'),
    numbering: valOf(numbering, nameOf, 'w:numId'),
    level: level === null ? null : Number(level),
    isCentered: alignment === null ? null : alignment === 'center',
    isHeading: (outline !== null && Number(outline) < 9) || /^(?:heading \d|title|标题)/.test(name),
    basedOn: valOf(element, nameOf, 'w:basedOn'),
  };
}

function inherited(written: ReadonlyMap<string, Written>, id: string | null): Style {
  let style = NOTHING;
  let at = id === null ? undefined : written.get(id);
  for (let bases = 0; at !== undefined && bases < MOST_BASES; bases += 1) {
    style = {
      name: style.name || at.name,
      isHidden: style.isHidden ?? at.isHidden,
      numbering: style.numbering ?? at.numbering,
      level: style.level ?? at.level,
      isCentered: style.isCentered ?? at.isCentered,
      isHeading: style.isHeading || at.isHeading,
    };
    at = at.basedOn === null ? undefined : written.get(at.basedOn);
  }
  return style;
}

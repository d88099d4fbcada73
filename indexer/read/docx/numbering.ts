/** numbering.xml → the lists of a file: `w:num` by its id, with what it overrides of its definition. */
import type { List, ListLevel } from '../list-numbering.js';
import type { Document, Element } from '../parse-markup.js';
import { bulletOf } from '../symbol-characters.js';
import { isElement } from '../walk-tree.js';
import { attribute, childOf, isOn, type NameOf, namesOf, valOf } from './names.js';
import type { Styles } from './styles.js';

export interface Numbering {
  get(id: string): List | null;
  /** The level that a list has for paragraphs of a style; null where it has none. */
  levelOfStyle(id: string, style: string): number | null;
}

interface Definition {
  readonly levels: (ListLevel | undefined)[];
  /** Style ids by level. */
  readonly styles: (string | null)[];
  /** A definition may be that of a style of lists, which names the list that has it. */
  readonly listStyle: string | null;
}

const LEVELS = 9;
/** It is printed at each item. */
const LONGEST_LABEL = 100;

export function readNumbering(part: Document | null, styles: Styles): Numbering {
  if (part === null) return { get: () => null, levelOfStyle: () => null };
  const nameOf = namesOf(part);
  const elements = (part.children.find(isElement)?.children ?? []).filter(isElement);
  const definitions = new Map<string, Definition>();
  const numbers = new Map<string, Element>();
  for (const element of elements) {
    const name = nameOf(element);
    const id = attribute(element, name === 'w:num' ? 'numId' : 'abstractNumId');
    if (id === null) continue;
    if (name === 'w:abstractNum') definitions.set(id, readDefinition(element, nameOf));
    else if (name === 'w:num') numbers.set(id, element);
  }

  const definitionOf = (number: string): { readonly id: string; readonly found: Definition } | null => {
    let id = valOf(numbers.get(number) ?? null, nameOf, 'w:abstractNumId');
    for (let steps = 0; id !== null && steps < LEVELS; steps += 1) {
      const found = definitions.get(id);
      if (found === undefined) return null;
      if (found.listStyle === null) return { id, found };
      const { numbering } = styles.get(found.listStyle);
      id = numbering === null ? null : valOf(numbers.get(numbering) ?? null, nameOf, 'w:abstractNumId');
    }
    return null;
  };
  const lists = new Map<string, List | null>();
  return {
    get(id) {
      const known = lists.get(id);
      if (known !== undefined) return known;
      const definition = definitionOf(id);
      const element = numbers.get(id);
      const list =
        definition === null || element === undefined
          ? null
          : { id, definition: definition.id, ...overridden(definition.found, element, nameOf) };
      lists.set(id, list);
      return list;
    },
    levelOfStyle(id, style) {
      const level = definitionOf(id)?.found.styles.indexOf(style) ?? -1;
      return level < 0 ? null : level;
    },
  };
}

function overridden(
  { levels }: Definition,
  element: Element,
  nameOf: NameOf,
): Pick<List, 'levels' | 'startsAnew'> {
  const own = [...levels];
  const startsAnew = new Map<number, number>();
  for (const override of element.children.filter(isElement)) {
    if (nameOf(override) !== 'w:lvlOverride') continue;
    const at = levelNumber(override);
    const start = Number(valOf(override, nameOf, 'w:startOverride') ?? Number.NaN);
    const level = childOf(override, nameOf, 'w:lvl');
    if (at === null) continue;
    if (level !== null) own[at] = readLevel(level, nameOf);
    if (Number.isSafeInteger(start)) startsAnew.set(at, start);
  }
  return { levels: own, startsAnew };
}

function readDefinition(element: Element, nameOf: NameOf): Definition {
  const levels: (ListLevel | undefined)[] = new Array<undefined>(LEVELS).fill(undefined);
  const styles: (string | null)[] = new Array<null>(LEVELS).fill(null);
  for (const level of element.children.filter(isElement)) {
    const at = nameOf(level) === 'w:lvl' ? levelNumber(level) : null;
    if (at === null) continue;
    levels[at] = readLevel(level, nameOf);
    styles[at] = valOf(level, nameOf, 'w:pStyle');
  }
  return { levels, styles, listStyle: valOf(element, nameOf, 'w:numStyleLink') };
}

function levelNumber(element: Element): number | null {
  const at = Number(attribute(element, 'ilvl') ?? Number.NaN);
  return Number.isInteger(at) && at >= 0 && at < LEVELS ? at : null;
}

function readLevel(element: Element, nameOf: NameOf): ListLevel {
  const start = Number(valOf(element, nameOf, 'w:start') ?? 0);
  const restart = valOf(element, nameOf, 'w:lvlRestart');
  const gap = valOf(element, nameOf, 'w:suff');
  const format = formatOf(element, nameOf);
  const text = (valOf(element, nameOf, 'w:lvlText') ?? '').slice(0, LONGEST_LABEL);
  const run = childOf(element, nameOf, 'w:rPr');
  return {
    start: Number.isSafeInteger(start) ? start : 1,
    format,
    text:
      isOn(run, nameOf, 'w:vanish') === true
        ? ''
        : format === 'bullet'
          ? bulletOf(text, fontOf(run, nameOf))
          : text,
    gap: gap === 'space' || gap === 'nothing' ? gap : 'tab',
    isLegal: isOn(element, nameOf, 'w:isLgl') === true,
    restartAfter: restart === null ? null : Number(restart),
  };
}

/** Newer formats stand in a choice, with an older one for older programs. */
function formatOf(element: Element, nameOf: NameOf): string {
  const choice = childOf(childOf(element, nameOf, 'mc:AlternateContent'), nameOf, 'mc:Choice');
  const fallback = childOf(childOf(element, nameOf, 'mc:AlternateContent'), nameOf, 'mc:Fallback');
  const format = childOf(choice, nameOf, 'w:numFmt');
  if (format !== null && attribute(format, 'val') === 'custom') {
    return valOf(fallback, nameOf, 'w:numFmt') ?? 'decimal';
  }
  return attribute(format, 'val') ?? valOf(element, nameOf, 'w:numFmt') ?? 'decimal';
}

export function fontOf(run: Element | null, nameOf: NameOf): string {
  const fonts = childOf(run, nameOf, 'w:rFonts');
  return attribute(fonts, 'ascii') ?? attribute(fonts, 'hAnsi') ?? attribute(fonts, 'eastAsia') ?? '';
}

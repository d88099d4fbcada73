/**
 * A part of a .docx in the order in which it is printed → paragraphs and tables. Tracked changes as accepted; hidden text,
 * comments and instructions of fields out.
 */
import { createFields, type Fields } from '../fields.js';
import type { Flow } from '../flow.js';
import { type ListCounters, labelled } from '../list-numbering.js';
import type { Element } from '../parse-markup.js';
import { joinSoftBreaks } from '../soft-breaks.js';
import { symbolOf } from '../symbol-characters.js';
import { ownText, walkTree } from '../walk-tree.js';
import { attribute, childOf, isOn, type NameOf, valOf } from './names.js';
import type { Numbering } from './numbering.js';
import { type ParagraphProperties, readParagraph } from './paragraph.js';
import type { Styles } from './styles.js';

export interface StoryContext {
  readonly nameOf: NameOf;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly counters: ListCounters;
  /** The mark that a reference to a note prints. */
  noteMark(kind: 'footnote' | 'endnote', id: string): string;
  /** The text of another file inside this one, by the id of its relation; empty where there is none. */
  chunk(id: string): string;
}

/** Never printed, or read where it belongs to: properties, deleted text, instructions, readings above characters. */
const UNPRINTED = new Set(
  'w:pPr w:rPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr w:sdtPr w:sdtEndPr w:del w:moveFrom w:delText w:delInstrText w:rt w:rubyPr'.split(
    ' ',
  ),
);

interface Open {
  readonly properties: ParagraphProperties;
  /** By the soft breaks in it. */
  readonly lines: string[];
}

/** The paragraphs of one place: the part itself, or a text box that hangs at one of its paragraphs. */
interface Place {
  readonly paragraphs: Open[];
  readonly fields: Fields;
  /** Of a paragraph whose end is not printed. */
  carried: string[];
}

export function readStory(root: Parameters<typeof walkTree>[0], context: StoryContext, flow: Flow): void {
  const { nameOf } = context;
  const places: Place[] = [newPlace()];
  let hidden = 0;
  /** The same drawing for newer and older programs is printed once. */
  let chosen: Element | null = null;
  const here = (): Place => places.at(-1) as Place;

  walkTree(root, { enter, leave });
  finishCarried(here());

  function enter(element: Element): boolean {
    const name = nameOf(element);
    if (UNPRINTED.has(name) || (name === 'w:tr' && isDeletedRow(element))) return false;
    switch (name) {
      case 'w:p':
        here().paragraphs.push({ properties: readParagraph(element, nameOf, context), lines: [''] });
        return true;
      case 'w:r':
        if (isHiddenRun(element)) hidden += 1;
        return true;
      case 'w:tbl':
        finishCarried(here());
        flow.openTable();
        return true;
      case 'w:tr':
        flow.openRow();
        skipped(element);
        return true;
      case 'w:tc':
        flow.openCell(cellPlace(element));
        return true;
      case 'w:txbxContent':
        places.push(newPlace());
        return hidden === 0;
      case 'w:sdt':
        return isOn(childOf(element, nameOf, 'w:sdtPr'), nameOf, 'w:showingPlcHdr') !== true;
      case 'mc:AlternateContent':
        chosen = childOf(element, nameOf, 'mc:Choice') ?? childOf(element, nameOf, 'mc:Fallback');
        return true;
      case 'mc:Choice':
      case 'mc:Fallback':
        return element === chosen;
      case 'w:fldChar':
        field(attribute(element, 'fldCharType'));
        return false;
      case 'w:instrText':
        here().fields.instruction(ownText(element));
        return false;
      case 'w:altChunk':
        flow.paragraph(context.chunk(attribute(element, 'id') ?? ''));
        return false;
      case 'v:textpath':
        if (hidden === 0) flow.paragraph(element.attribs.string ?? '');
        return false;
      default:
        print(element, name);
        return true;
    }
  }

  function leave(element: Element): void {
    const name = nameOf(element);
    if (UNPRINTED.has(name)) return;
    if (name === 'w:p') finishParagraph(here());
    else if (name === 'w:r' && isHiddenRun(element)) hidden -= 1;
    else if (name === 'w:tc') {
      finishCarried(here());
      flow.closeCell();
    } else if (name === 'w:tr' && !isDeletedRow(element)) flow.closeRow();
    else if (name === 'w:tbl') flow.closeTable();
    else if (name === 'w:txbxContent') {
      finishCarried(here());
      places.pop();
    }
  }

  function print(element: Element, name: string): void {
    if (name === 'w:t' || name === 'm:t') append(ownText(element).replace(/[\r\n]+/g, ' '));
    else if (name === 'w:tab' || name === 'w:ptab') append('\t');
    else if (name === 'w:br' || name === 'w:cr') breakLine();
    else if (name === 'w:noBreakHyphen') append('-');
    else if (name === 'w:sym') append(symbol(element));
    else if (name === 'w:footnoteReference') append(noteMark('footnote', element));
    else if (name === 'w:endnoteReference') append(noteMark('endnote', element));
  }

  function append(text: string): void {
    const open = here().paragraphs.at(-1);
    if (open === undefined || hidden > 0 || !here().fields.isPrinted()) return;
    open.lines[open.lines.length - 1] += text;
  }

  function breakLine(): void {
    const open = here().paragraphs.at(-1);
    if (open !== undefined && hidden === 0 && here().fields.isPrinted()) open.lines.push('');
  }

  function field(type: string | null): void {
    const { fields } = here();
    if (type === 'begin') fields.begin();
    else if (type === 'separate') fields.separate();
    else if (type === 'end') append(fields.end());
  }

  /** A mark of one's own follows the reference as text. */
  function noteMark(kind: 'footnote' | 'endnote', element: Element): string {
    const isOwn = ['1', 'true', 'on'].includes(attribute(element, 'customMarkFollows') ?? '');
    if (isOwn || hidden > 0) return '';
    return context.noteMark(kind, attribute(element, 'id') ?? '');
  }

  function symbol(element: Element): string {
    const code = Number.parseInt(attribute(element, 'char') ?? '', 16);
    return Number.isNaN(code) ? '' : symbolOf(attribute(element, 'font') ?? '', code);
  }

  function isHiddenRun(element: Element): boolean {
    const properties = childOf(element, nameOf, 'w:rPr');
    const own = isOn(properties, nameOf, 'w:vanish');
    if (own !== null) return own;
    const style = valOf(properties, nameOf, 'w:rStyle');
    const ofStyle = style === null ? null : context.styles.get(style).isHidden;
    return ofStyle ?? here().paragraphs.at(-1)?.properties.isHidden ?? false;
  }

  function finishParagraph(place: Place): void {
    const open = place.paragraphs.pop();
    place.fields.endParagraph();
    if (open === undefined) return;
    const { properties, lines } = open;
    const [first = '', ...others] = lines;
    const printed = [...place.carried.slice(0, -1), (place.carried.at(-1) ?? '') + first, ...others];
    place.carried = [];
    if (properties.runsOn) {
      place.carried = printed;
      return;
    }
    const text = joinSoftBreaks(printed, properties.isTitle).trim();
    const { list } = properties;
    const label = list === null ? null : context.counters.next(list.list, list.level);
    // A number without a text is a cell of a table, or a paragraph that somebody left empty.
    if (text === '' && !flow.isInTable()) return;
    flow.paragraph(
      label === null ? text : labelled(label, text),
      properties.isContents ? 'contents' : undefined,
    );
  }

  function finishCarried(place: Place): void {
    if (place.carried.length > 0) flow.paragraph(place.carried.join('\n'));
    place.carried = [];
  }

  function isDeletedRow(row: Element): boolean {
    const properties = childOf(row, nameOf, 'w:trPr');
    return childOf(properties, nameOf, 'w:del') !== null || isOn(properties, nameOf, 'w:hidden') === true;
  }

  /** A row may begin behind the first columns. */
  function skipped(row: Element): void {
    const columns = Number(valOf(childOf(row, nameOf, 'w:trPr'), nameOf, 'w:gridBefore') ?? 0);
    if (columns > 0) flow.openCell({ columns, continues: true });
  }

  function cellPlace(cell: Element): { columns: number; continues: boolean } {
    const properties = childOf(cell, nameOf, 'w:tcPr');
    const merge = childOf(properties, nameOf, 'w:vMerge');
    return {
      columns: Number(valOf(properties, nameOf, 'w:gridSpan') ?? 1) || 1,
      continues: merge !== null && (attribute(merge, 'val') ?? 'continue') === 'continue',
    };
  }
}

const newPlace = (): Place => ({ paragraphs: [], fields: createFields(), carried: [] });

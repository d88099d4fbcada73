/** A stretch of a .doc's text in the order in which it is printed → paragraphs and tables. */
import type { Span } from '../../../core/model.js';
import { createFields } from '../fields.js';
import type { Flow } from '../flow.js';
import { type List, type ListCounters, labelled } from '../list-numbering.js';
import { type EdgedRow, printRows } from '../row-edges.js';
import { joinSoftBreaks } from '../soft-breaks.js';
import { symbolOf } from '../symbol-characters.js';
import type { CharacterRun, Formatting, ParagraphRun } from './formatting.js';
import { rowOf } from './row.js';
import { lastOf, SPRM, type Sprm, toggled } from './sprms.js';
import { type DocStyle, isCentered, isOutlined } from './styles.js';

export interface DocContext {
  readonly text: string;
  readonly formatting: Formatting;
  readonly lists: readonly (List | undefined)[];
  readonly counters: ListCounters;
  style(number: number): DocStyle;
  font(number: number): string;
  /** What is printed where a note is referred to; empty elsewhere. */
  noteMark(place: number): string;
  /** What hangs at a place, as lines. */
  boxesAt(place: number): string;
}

/** The end of a paragraph, of a page or section, of a cell or row. */
const MARKS = new Set(['\r', '\f', '\x07']);
const isOn = (sprms: readonly Sprm[], code: number): boolean => lastOf(sprms, code)?.[0] === 1;

export function readStory({ start, end }: Span, context: DocContext, flow: Flow): void {
  const { text, formatting } = context;
  const fields = createFields();
  const stop = Math.min(end, text.length);
  let lines = [''];
  let cell: string[] = [];
  let row: string[] = [];
  let table: EdgedRow[] = [];

  for (let from = start; from < stop; ) {
    const mark = nextMark(from);
    const paragraph = formatting.paragraphAt(Math.min(mark, stop - 1));
    const style = context.style(paragraph.style);
    const inTable = isOn(paragraph.sprms, SPRM.inTable);
    if (!inTable) endTable();
    let isEndHidden = false;
    for (const run of formatting.runs(from, Math.min(mark + 1, stop))) {
      const isHidden = isHiddenRun(run, style);
      if (run.end > mark) isEndHidden = isHidden;
      readRun(run, Math.min(run.end, mark), isHidden, inTable);
    }
    fields.endParagraph();
    const character = text.charAt(mark);
    if (character === '\x07') endCell(paragraph);
    else if (character === '\f' && lines.join('').trim() === '')
      lines = ['']; // a page begins with the paragraph
    else if (!isEndHidden) endParagraph(paragraph, style, inTable);
    from = mark + 1;
  }
  flow.paragraph(lines.join('\n'));
  endTable();

  function nextMark(from: number): number {
    let at = from;
    while (at < stop && !MARKS.has(text.charAt(at))) at += 1;
    return at;
  }

  function readRun(run: CharacterRun, last: number, isHidden: boolean, inTable: boolean): void {
    for (let at = run.start; at < last; at += 1) {
      const character = text.charAt(at);
      if (character === '\x13') fields.begin();
      else if (character === '\x14') fields.separate();
      else if (character === '\x15') append(isHidden ? '' : fields.end());
      else if (!fields.isPrinted()) fields.instruction(character);
      else if (isHidden) continue;
      else if (character === '\v') lines.push('');
      else if (character === '\x08') print(context.boxesAt(at), inTable);
      else append(printedAs(character, at, run.sprms));
    }
  }

  function append(printed: string): void {
    lines[lines.length - 1] += printed;
  }

  function printedAs(character: string, at: number, sprms: readonly Sprm[]): string {
    const mark = context.noteMark(at);
    if (mark !== '') return mark;
    if (character === '\x1e') return '-';
    if (character === '(') {
      const symbol = lastOf(sprms, SPRM.symbol);
      if (symbol !== null) return symbolOf(context.font(symbol.readUInt16LE(0)), symbol.readUInt16LE(2));
    }
    return character < ' ' && character !== '\t' ? '' : character;
  }

  function isHiddenRun({ sprms }: CharacterRun, ofParagraph: DocStyle): boolean {
    if (isOn(sprms, SPRM.isDeleted)) return true;
    const number = lastOf(sprms, SPRM.characterStyle)?.readUInt16LE(0);
    const ofStyle = number === undefined ? ofParagraph.isHidden : context.style(number).isHidden;
    return toggled(sprms, SPRM.isHidden, ofStyle) ?? ofStyle;
  }

  function print(printed: string, inTable: boolean, rule?: string): void {
    if (inTable) cell.push(printed);
    else flow.paragraph(printed, rule);
  }

  /** Its lines with its number, and nothing of it left. */
  function finished({ sprms }: ParagraphRun, style: DocStyle, isCell: boolean): string {
    const isTitle = (isCentered(sprms) ?? style.isCentered) || style.isHeading || isOutlined(sprms);
    const printed = joinSoftBreaks(lines, isTitle).trim();
    lines = [''];
    const number = lastOf(sprms, SPRM.list)?.readInt16LE(0) ?? style.list;
    const list = number > 0 ? context.lists[number] : undefined;
    if (list === undefined) return printed;
    const label = context.counters.next(list, lastOf(sprms, SPRM.listLevel)?.[0] ?? style.level);
    if (label === null || (printed === '' && !isCell)) return printed;
    return labelled(label, printed);
  }

  function endParagraph(paragraph: ParagraphRun, style: DocStyle, inTable: boolean): void {
    print(finished(paragraph, style, inTable), inTable, style.isContents ? 'contents' : undefined);
  }

  function endCell(paragraph: ParagraphRun): void {
    if (!isOn(paragraph.sprms, SPRM.rowEnd)) {
      cell.push(finished(paragraph, context.style(paragraph.style), true));
      row.push(cell.filter((line) => line !== '').join('\n'));
    } else {
      table.push(rowOf(row, paragraph.sprms));
      row = [];
      lines = [''];
    }
    cell = [];
  }

  function endTable(): void {
    if (row.length > 0 || cell.length > 0) table.push(rowOf([...row, cell.join('\n')], []));
    if (table.length > 0) printRows(flow, table);
    [table, row, cell] = [[], [], []];
  }
}

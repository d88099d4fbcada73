/**
 * A tree → the lines that a reader of the page sees, and which of them each element holds.
 *
 * Walks with a list of its own: pages nest deeper than calls may.
 */
import type { AnyNode, Document, Element } from '../parse-markup.js';
import { isFileAddress } from './file-address.js';
import { withColons } from './label-values.js';
import { lineText, raised } from './line-text.js';
import { itemLabels } from './list-numbers.js';
import { isBackLink, noteMark, type PageNotes, pageNotes, withMark } from './note-marks.js';
import { type CellText, isCaption, labelsIn, printTable } from './print-table.js';
import { cellsOf, gridOf, outerTables, rowsOf } from './table-grid.js';
import { isBlock, isElement, isHeading, isHidden, keepsLines, visible } from './visible.js';

export interface Block {
  readonly text: string;
  /** How many of its visible characters are links to other pages; files that it links to are its own. */
  readonly linked: number;
  readonly visible: number;
  readonly isHeading: boolean;
  /** What it begins with where that is the caption of a record in an element of its own, without a colon. */
  readonly label?: string;
  /** The innermost element that it stands in as a whole. */
  readonly of: Element | Document;
}

/** Ordinals of blocks; `end` exclusive. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

export interface PrintedPage {
  readonly blocks: readonly Block[];
  /** Of every element that prints something: inner ones before outer ones. */
  readonly ranges: ReadonlyMap<Element, Range>;
}

interface Closing {
  readonly closes: Element;
  readonly first: number;
}

interface Line {
  pieces: string[];
  visible: number;
  linked: number;
  /** How many of the pieces are a caption in an element of its own; 0 where there is none. */
  caption: number;
  of: Element | Document | null;
}

const NO_LINE = { visible: 0, linked: 0, caption: 0, of: null } as const;

/** @param notes  Of the page, where `root` is a part of it. */
export function printBlocks(root: Document | Element, notes = pageNotes(root)): PrintedPage {
  const blocks: Block[] = [];
  const ranges = new Map<Element, Range>();
  const labels = itemLabels();
  const outer = outerTables(root);
  const todo: (AnyNode | Closing)[] = [...root.children].reverse();
  const open = { link: 0, heading: 0, lines: 0, raised: 0 };
  let line: Line = { pieces: [], ...NO_LINE };
  let item: Element | null = null;
  let mark: string | null = null;

  function flush(): void {
    if (line.visible > 0) {
      const text = lineText(line.pieces.join(''));
      const label = item === null || mark !== null ? '' : labels(item, text);
      const printed = mark === null ? label + text : withMark(mark, text);
      const of = line.of ?? root;
      blocks.push({
        text: printed,
        linked: line.linked,
        visible: line.visible,
        isHeading: open.heading > 0,
        ...labelOf(printed),
        of,
      });
      item = null;
      mark = null;
    }
    line = { pieces: [], ...NO_LINE };
  }

  /** Of a line that goes on behind its caption. */
  function labelOf(text: string): { readonly label?: string } {
    const label = lineText(line.pieces.slice(0, line.caption).join(''));
    const value = text.slice(label.length);
    return line.caption > 0 && text.startsWith(label) && /^\s*[^\s:：]/u.test(value) ? { label } : {};
  }

  /** A day, or a number, in smaller letters beside a heading. */
  function isAside(element: Element): boolean {
    return open.heading > 0 && element.name === 'small';
  }

  function append(text: string, of: Element | Document): void {
    const before = line.pieces.at(-1)?.trimEnd() ?? '';
    line.pieces.push(open.raised > 0 ? raised(text, before) : text);
    const shown = visible(text);
    line.visible += shown;
    if (open.link > 0) line.linked += shown;
    line.of ??= of;
  }

  function print(text: string, of: Element | Document): void {
    const parts = open.lines === 0 ? [text] : text.split(/\r\n|[\n\r]/u);
    parts.forEach((part, index) => {
      if (index > 0) flush();
      append(part, of);
    });
  }

  function close({ closes, first }: Closing): void {
    if (isBlock(closes) || isAside(closes)) flush();
    else if (line.caption === 0 && line.visible < 24 && isCaption(line.pieces.join(''))) {
      if (!/[:：】\]]\s*$/u.test(line.pieces.join(''))) line.caption = line.pieces.length;
    }
    if (mark !== null && isBlock(closes) && noteMark(notes, closes) === mark) mark = null;
    const end = blocks.length + (line.visible > 0 ? 1 : 0);
    if (end > first) ranges.set(closes, { first, end });
    count(closes, -1);
    if (closes.name === 'li' && item === closes) item = null;
  }

  function count(element: Element, by: 1 | -1): void {
    if (isLink(element)) open.link += by;
    if (isHeading(element)) open.heading += by;
    if (keepsLines(element)) open.lines += by;
    if (element.name === 'sup') open.raised += by;
  }

  function enter(element: Element): void {
    if (isHidden(element) || isBackLink(element)) return;
    if (element.name === 'br') {
      if (open.heading > 0) append(' \n', element);
      else flush();
      return;
    }
    if (isBlock(element) || element.name === 'hr' || isAside(element)) flush();
    const first = blocks.length;
    count(element, 1);
    todo.push({ closes: element, first });
    if (element.name === 'table' && !outer.has(element) && pushTable(element)) return;
    if (element.name === 'li') item = element;
    const ref = notes.markOf.get(element);
    if (line.visible === 0 && ref === undefined) mark = noteMark(notes, element) ?? mark;
    if (ref !== undefined) {
      append(ref, element);
      return;
    }
    for (let at = element.children.length - 1; at >= 0; at -= 1) todo.push(element.children[at] as AnyNode);
  }

  /** @returns false where the table only places what stands in it. */
  function pushTable(table: Element): boolean {
    const cells = new Map(
      rowsOf(table)
        .flatMap(cellsOf)
        .map((cell) => [cell, cellOf(cell, notes)] as const),
    );
    const grid = gridOf(table, (cell) => cells.get(cell)?.text ?? '');
    const lines = printTable(grid, [...cells.values()]);
    if (lines === null) return false;
    const all = [...cells.values()].reduce((sum, cell) => sum + cell.visible, 0);
    const linked = [...cells.values()].reduce((sum, cell) => sum + cell.linked, 0);
    for (const caption of table.children.filter(isElement).filter(({ name }) => name === 'caption')) {
      for (const block of printBlocks(caption, notes).blocks) blocks.push(block);
    }
    for (const text of lines.map(lineText)) {
      const shown = visible(text);
      if (shown > 0) {
        blocks.push({
          text,
          linked: all === 0 ? 0 : Math.round((shown * linked) / all),
          visible: shown,
          isHeading: false,
          of: table,
        });
      }
    }
    return true;
  }

  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if ('closes' in next) close(next);
    else if (isElement(next)) enter(next);
    else if (next.type === 'text') print(next.data, (next.parent as Element | Document | null) ?? root);
  }
  flush();
  return { blocks: withColons(blocks), ranges };
}

/** To another page. */
function isLink({ name, attribs: { href } }: Element): boolean {
  return name === 'a' && href !== undefined && !isFileAddress(href);
}

function cellOf(cell: Element, notes: PageNotes): CellText & Pick<Block, 'visible' | 'linked'> {
  const { blocks } = printBlocks(cell, notes);
  return {
    text: blocks.map(({ text }) => text).join(' '),
    blocks: blocks.length,
    labels: labelsIn(blocks.map(({ text }) => text)),
    visible: blocks.reduce((sum, block) => sum + block.visible, 0),
    linked: blocks.reduce((sum, block) => sum + block.linked, 0),
  };
}

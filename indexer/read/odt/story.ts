/** The body of an OpenDocument text in the order in which it is printed → paragraphs and tables. */
import type { Flow } from '../flow.js';
import { type ListLabel, labelled } from '../list-numbering.js';
import type { Document, Element } from '../parse-markup.js';
import { joinSoftBreaks } from '../soft-breaks.js';
import { walkTree } from '../walk-tree.js';
import type { OdtNumbers } from './numbers.js';
import type { OdtStyles } from './styles.js';

export interface OdtContext {
  readonly styles: OdtStyles;
  readonly numbers: OdtNumbers;
  /** A note, when it is met. */
  onNote(note: Element): string;
}

/** Not printed: deleted text, what somebody remarked, forms, names of pictures, readings above characters. */
const UNPRINTED = new Set(
  (
    'text:tracked-changes office:annotation office:annotation-end office:forms text:sequence-decls text:variable-decls ' +
    'text:user-field-decls text:hidden-text text:hidden-paragraph svg:title svg:desc text:ruby-text script:event-listener ' +
    'office:event-listeners text:note-citation draw:object table:shapes text:index-title-template'
  ).split(' '),
);

interface Open {
  readonly isTitle: boolean;
  readonly isHidden: boolean;
  readonly label: ListLabel | null;
  readonly lines: string[];
}

/** Columns that cells of this row stand over still. */
interface Row {
  covered: number;
}

export function readStory(root: Document | Element, context: OdtContext, flow: Flow): void {
  const paragraphs: Open[] = [];
  const rows: Row[] = [];
  let hidden = 0;
  let contents = 0;

  walkTree(root, { enter, leave, text: (text) => append(text.replace(/[ \t\r\n]+/g, ' ')) });

  function enter(element: Element): boolean {
    const { name, attribs } = element;
    if (UNPRINTED.has(name) || isSetAside(element)) return false;
    if (name === 'text:p' || name === 'text:h') paragraphs.push(opened(element));
    else if (name === 'text:span' && isHiddenSpan(element)) hidden += 1;
    else if (name === 'text:s')
      append(' '.repeat(Math.max(1, Math.min(100, Number(attribs['text:c'] ?? 1) || 1))));
    else if (name === 'text:tab') append('\t');
    else if (name === 'text:line-break') paragraphs.at(-1)?.lines.push('');
    else if (name === 'text:list') context.numbers.openList(element);
    else if (name === 'text:list-item' || name === 'text:list-header') context.numbers.openItem(element);
    else if (name === 'text:table-of-content') contents += 1;
    else if (name === 'table:table') {
      flow.openTable();
    } else if (name === 'table:table-row') {
      flow.openRow();
      rows.push({ covered: 0 });
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') return openCell(element);
    else if (name === 'text:note') {
      append(context.onNote(element));
      return false;
    }
    return true;
  }

  function leave(element: Element): void {
    const { name } = element;
    if (UNPRINTED.has(name) || isSetAside(element)) return;
    if (name === 'text:p' || name === 'text:h') finishParagraph();
    else if (name === 'text:span' && isHiddenSpan(element)) hidden -= 1;
    else if (name === 'text:list') context.numbers.closeList();
    else if (name === 'text:table-of-content') contents -= 1;
    else if (name === 'table:table') flow.closeTable();
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') flow.closeCell();
    else if (name === 'table:table-row') {
      flow.closeRow();
      rows.pop();
    }
  }

  function opened({ name, attribs }: Element): Open {
    const style = context.styles.get(attribs['text:style-name']);
    const isHeading = name === 'text:h';
    const own = context.numbers.next();
    const label =
      own ?? (isHeading ? context.numbers.ofHeading(Number(attribs['text:outline-level'] ?? 1) - 1) : null);
    return {
      isTitle: isHeading || style.isCentered || style.isTitle,
      isHidden: style.isHidden,
      label,
      lines: [''],
    };
  }

  function append(text: string): void {
    const open = paragraphs.at(-1);
    if (open !== undefined && hidden === 0 && !open.isHidden) open.lines[open.lines.length - 1] += text;
  }

  function finishParagraph(): void {
    const open = paragraphs.pop();
    if (open === undefined) return;
    const text = joinSoftBreaks(open.lines, open.isTitle).trim();
    if (text === '' && !flow.isInTable()) return;
    flow.paragraph(
      open.label === null ? text : labelled(open.label, text),
      contents > 0 ? 'contents' : undefined,
    );
  }

  /** A covered cell belongs to the cell before it, or to one above it. */
  function openCell({ name, attribs }: Element): boolean {
    const row = rows.at(-1);
    if (row === undefined) return true;
    if (name === 'table:covered-table-cell') {
      if (row.covered > 0) row.covered -= 1;
      else flow.openCell({ columns: 1, continues: true });
      return false;
    }
    const columns = Math.max(1, Number(attribs['table:number-columns-spanned'] ?? 1) || 1);
    row.covered = columns - 1;
    flow.openCell({ columns, continues: false });
    return true;
  }

  function isHiddenSpan({ attribs }: Element): boolean {
    return context.styles.get(attribs['text:style-name']).isHidden;
  }
}

function isSetAside({ name, attribs }: Element): boolean {
  return (
    (name === 'text:section' && attribs['text:display'] === 'none') ||
    (name === 'table:table-row' && attribs['table:visibility'] === 'collapse')
  );
}

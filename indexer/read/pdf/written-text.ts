/**
 * The lines of all pages → one text, a paragraph a line, with what is furniture in it. A paragraph that goes on behind a page's foot and
 * the next one's head is whole, and these stand after it.
 */
import type { Furniture } from '../file-content.js';
import type { PlacedLine } from './columns.js';
import { MARK_CLOSE, MARK_OPEN, type PrintedLine } from './lines.js';
import type { Margins } from './margins.js';
import type { FurnitureRule } from './page-furniture.js';
import { goesOn, joined, type MeasuredLine } from './paragraphs.js';

export type FlowItem =
  | { readonly kind: 'line'; readonly line: PlacedLine }
  /** A table, a line a row. */
  | { readonly kind: 'rows'; readonly lines: readonly string[] }
  | { readonly kind: 'furniture'; readonly text: string; readonly rule: FurnitureRule };

export interface WrittenText {
  readonly text: string;
  readonly furniture: readonly Furniture[];
}

export function writeText(
  pages: readonly (readonly FlowItem[])[],
  margins: (page: number, column: PlacedLine['column']) => Margins,
): WrittenText {
  const blocks: { readonly text: string; readonly rule: FurnitureRule | null }[] = [];
  let open: { readonly parts: string[]; last: MeasuredLine } | null = null;
  let waiting: typeof blocks = [];
  const close = (): void => {
    if (open !== null) blocks.push({ text: open.parts.join(''), rule: null });
    blocks.push(...waiting);
    open = null;
    waiting = [];
  };
  for (const [page, items] of pages.entries()) {
    for (const item of items) {
      if (item.kind === 'furniture') {
        waiting.push({ text: item.text, rule: item.rule });
        if (open === null) close();
      } else if (item.kind === 'rows') {
        close();
        blocks.push(...item.lines.map((text) => ({ text, rule: null })));
      } else {
        const next: MeasuredLine = { line: item.line, margins: margins(page, item.line.column), page };
        if (open !== null && goesOn(open.last, next)) {
          goOn(open.parts, item.line.text);
          open.last = next;
        } else {
          close();
          open = { parts: [item.line.text], last: next };
        }
      }
    }
  }
  close();
  return laidOut(blocks);
}

/** Line by line: a paragraph that is joined anew for each of its lines takes the square of its length. */
function goOn(parts: string[], next: string): void {
  const whole = joined(parts.at(-1) ?? '', next);
  parts[parts.length - 1] = whole.slice(0, whole.length - next.length);
  parts.push(next);
}

function laidOut(
  blocks: readonly { readonly text: string; readonly rule: FurnitureRule | null }[],
): WrittenText {
  const furniture: Furniture[] = [];
  const lines: string[] = [];
  let at = 0;
  for (const { text, rule } of blocks) {
    const line = withoutMarks(text);
    if (line === '') continue;
    if (rule !== null) furniture.push({ start: at, end: at + line.length, rule });
    lines.push(line);
    at += line.length + 1;
  }
  return { text: lines.join('\n'), furniture };
}

function withoutMarks(text: string): string {
  return text.replaceAll(MARK_OPEN, '').replaceAll(MARK_CLOSE, '').trim();
}

export function furnitureItem(line: PrintedLine, rule: FurnitureRule): FlowItem {
  return { kind: 'furniture', text: line.text, rule };
}

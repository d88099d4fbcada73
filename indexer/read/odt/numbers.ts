/** Which number the next paragraph of an OpenDocument text has: lists lie around paragraphs, and in each other. */
import type { ListCounters, ListLabel } from '../list-numbering.js';
import type { Element } from '../parse-markup.js';
import type { OdtStyles } from './styles.js';

export interface OdtNumbers {
  openList(list: Element): void;
  closeList(): void;
  openItem(item: Element): void;
  /** Of a paragraph that begins now: the first of an item has its number. */
  next(): ListLabel | null;
  ofHeading(level: number): ListLabel | null;
}

interface OpenList {
  readonly id: string;
  readonly style: string;
  /** The item that has its number still to be printed. */
  item: Element | null;
}

export function createNumbers(styles: OdtStyles, counters: ListCounters): OdtNumbers {
  const open: OpenList[] = [];
  const idOfName = new Map<string, string>();
  const lastOfStyle = new Map<string, string>();
  let count = 0;

  const idOf = ({ attribs }: Element, style: string): string => {
    const continued = attribs['text:continue-list'];
    const known = continued === undefined ? undefined : idOfName.get(continued);
    if (known !== undefined) return known;
    const last = lastOfStyle.get(style);
    if (attribs['text:continue-numbering'] === 'true' && last !== undefined) return last;
    count += 1;
    return `list ${count}`;
  };

  return {
    openList(list) {
      const above = open.at(-1);
      const style = list.attribs['text:style-name'] ?? above?.style ?? '';
      const id = above?.id ?? idOf(list, style);
      if (above === undefined) lastOfStyle.set(style, id);
      const name = list.attribs['xml:id'];
      if (name !== undefined) idOfName.set(name, id);
      open.push({ id, style, item: null });
    },
    closeList: () => void open.pop(),
    openItem(item) {
      const list = open.at(-1);
      if (list !== undefined) list.item = item.name === 'text:list-item' ? item : null;
    },
    next() {
      const list = open.at(-1);
      if (list === undefined || list.item === null) return null;
      const level = open.length - 1;
      const start = Number(list.item.attribs['text:start-value'] ?? Number.NaN);
      list.item = null;
      count += 1;
      const isAnew = Number.isSafeInteger(start);
      return counters.next(
        {
          id: isAnew ? `${list.id} ${count}` : list.id,
          definition: list.id,
          levels: styles.list(list.style),
          startsAnew: new Map(isAnew ? [[level, start]] : []),
        },
        level,
      );
    },
    ofHeading(level) {
      const { outline } = styles;
      return counters.next(
        { id: 'outline', definition: 'outline', levels: outline, startsAnew: new Map() },
        level,
      );
    },
  };
}

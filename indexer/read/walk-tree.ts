/**
 * A tree in the order in which it is written. By the links between its nodes, never by calling itself: a file may nest
 * thousands of elements.
 */
import type { AnyNode, Document, Element } from './parse-markup.js';

export interface Visitor {
  /** @returns  Whether what is inside it is visited. */
  enter(element: Element): boolean;
  leave(element: Element): void;
  text?(text: string): void;
}

/** Visits what is inside `root`, not `root` itself. */
export function walkTree(root: Document | Element, { enter, leave, text }: Visitor): void {
  let node: AnyNode | null = root.children[0] ?? null;
  while (node !== null) {
    if (isElement(node)) {
      if (enter(node)) {
        const [first] = node.children;
        if (first !== undefined) {
          node = first;
          continue;
        }
      }
      leave(node);
    } else {
      text?.(textOf(node));
    }
    while (node.next === null) {
      const above: AnyNode | null = node.parent;
      if (above === null || above === root || !isElement(above)) return;
      leave(above);
      node = above;
    }
    node = node.next;
  }
}

export const isElement = (node: AnyNode): node is Element => 'attribs' in node;

/** As the DOM numbers kinds of nodes: comments and instructions have data too. */
const TEXT = 3;
const textOf = (node: AnyNode): string => ('data' in node && node.nodeType === TEXT ? node.data : '');

/** The text that stands in an element itself. */
export function ownText({ children }: Element): string {
  let text = '';
  for (const child of children) {
    if (isElement(child)) continue;
    text += 'data' in child ? textOf(child) : child.children.map(textOf).join('');
  }
  return text;
}

/** The first that is so, in the order of the text; null where none is. */
export function findElement(root: Document | Element, isIt: (element: Element) => boolean): Element | null {
  let found: Element | null = null;
  walkTree(root, {
    enter(element) {
      if (found === null && isIt(element)) found = element;
      return found === null;
    },
    leave() {},
  });
  return found;
}

/** All nodes of a tree in their order, with a list of its own: pages nest deeper than calls may. */
import type { AnyNode, Element } from '../parse-markup.js';
import { isElement } from './visible.js';

/** @param enters  Whether the nodes in an element are wanted too. */
export function* nodesIn(
  nodes: readonly AnyNode[],
  enters: (element: Element) => boolean = () => true,
): Generator<AnyNode> {
  const todo = [...nodes].reverse();
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    yield next;
    if (!isElement(next) || !enters(next)) continue;
    for (let at = next.children.length - 1; at >= 0; at -= 1) todo.push(next.children[at] as AnyNode);
  }
}

/** What stands in an element as text, hidden or not. */
export function textIn(nodes: readonly AnyNode[], longest: number): string {
  const pieces: string[] = [];
  let length = 0;
  for (const node of nodesIn(nodes)) {
    if (node.type !== 'text') continue;
    pieces.push(node.data);
    length += node.data.length;
    if (length > longest) break;
  }
  return pieces.join('').slice(0, longest);
}

/**
 * What a page's own style sheets hide by name: `.print-only { display: none }`, `#mobile { display: none !important }`.
 *
 * No style is computed. A name is taken only where it stands alone in its selector, and no rule for it, whatever else it asks
 * for, shows what it hides: tabs and texts that a script unfolds are shown by another rule, or by the style of the element.
 */
import type { Document, Element } from '../parse-markup.js';
import { isTextContainer } from './part-names.js';
import { isElement } from './visible.js';
import { nodesIn, textIn } from './walk.js';

/** Of all sheets together; whole libraries of styles are linked to, not written into pages. */
const LONGEST = 300_000;
const ALONE = /^(?:[a-z][a-z\d]{0,19})?([.#][\w-]{1,60})$/iu;
const NAME = /[.#][\w-]{1,60}/gu;
const DISPLAY = /(?:^|[;{\s])display\s{0,9}:\s{0,9}([a-z-]{1,20})/giu;
const SHOWN = /(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}(?!none)[a-z]/iu;

/** @returns The elements that are hidden so: outermost and inner ones. */
export function hiddenBySheets(root: Document): readonly Element[] {
  const names = hiddenNames(sheetsOf(root));
  if (names.size === 0) return [];
  const found: Element[] = [];
  for (const node of nodesIn(root.children)) if (isElement(node) && isHiddenBy(names, node)) found.push(node);
  return found;
}

function isHiddenBy(names: ReadonlySet<string>, element: Element): boolean {
  const { id = '', class: classes = '', style = '' } = element.attribs;
  const own = [
    `#${id}`,
    ...classes
      .slice(0, 300)
      .split(/\s+/u)
      .map((name) => `.${name}`),
  ];
  return (
    own.some((name) => names.has(name)) &&
    !SHOWN.test(style.slice(0, 2000)) &&
    !/^(?:html|body)$/u.test(element.name) &&
    !isTextContainer(element)
  );
}

function sheetsOf(root: Document): string {
  let sheets = '';
  for (const node of nodesIn(root.children)) {
    if (isElement(node) && node.name === 'style') sheets += `${textIn(node.children, LONGEST)}\n`;
    if (sheets.length > LONGEST) return '';
  }
  return sheets;
}

/** `.a` and `#b`, as written. */
export function hiddenNames(sheets: string): ReadonlySet<string> {
  const hidden = new Set<string>();
  const shown = new Set<string>();
  if (!/display/iu.test(sheets)) return hidden;
  for (const { selectors, body, isOfScreen } of rulesIn(withoutComments(sheets))) {
    const display = [...body.matchAll(DISPLAY)].at(-1)?.[1]?.toLowerCase();
    if (display === undefined || (display === 'none' && !isOfScreen)) continue;
    for (const selector of selectors.slice(0, 10_000).split(',')) {
      const alone = ALONE.exec(selector.trim())?.[1];
      if (display !== 'none') for (const [name] of selector.matchAll(NAME)) shown.add(name);
      else if (alone !== undefined) hidden.add(alone);
    }
  }
  return new Set([...hidden].filter((name) => !shown.has(name)));
}

interface Rule {
  readonly selectors: string;
  readonly body: string;
  /** Of every screen, not of paper, of narrow ones or of old browsers. */
  readonly isOfScreen: boolean;
}

function* rulesIn(sheets: string): Generator<Rule> {
  const around: string[] = [];
  let from = 0;
  for (let at = 0; at < sheets.length; at += 1) {
    const sign = sheets.charAt(at);
    if (sign === ';') from = at + 1;
    else if (sign === '}') {
      around.pop();
      from = at + 1;
    } else if (sign === '{') {
      const head = sheets.slice(from, at).trim();
      from = at + 1;
      if (head.startsWith('@')) {
        around.push(head.toLowerCase());
        continue;
      }
      const end = sheets.indexOf('}', at);
      if (end < 0) return;
      const isOfScreen = around.every((rule) => /^@media\s{1,9}(?:screen|all)$/u.test(rule));
      yield { selectors: head, body: sheets.slice(at + 1, end), isOfScreen };
      at = end;
      from = end + 1;
    }
  }
}

function withoutComments(sheets: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (let open = sheets.indexOf('/*'); open >= 0; open = sheets.indexOf('/*', at)) {
    pieces.push(sheets.slice(at, open));
    const close = sheets.indexOf('*/', open + 2);
    if (close < 0) return pieces.join('');
    at = close + 2;
  }
  return pieces.join('') + sheets.slice(at);
}

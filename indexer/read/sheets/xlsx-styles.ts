import type { Document, Element } from '../parse-markup.js';
import { isElement, walkTree } from '../walk-tree.js';
import { builtInFormat, type NumberForm } from './shown-number.js';

/** How the numbers of a cell are shown, by the number of its style. */
export interface Styles {
  formOf(style: number): NumberForm;
}

export function readStyles(document: Document | null, from1904: boolean): Styles {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  if (document !== null) {
    walkTree(document, {
      enter(element) {
        const name = element.name.slice(element.name.indexOf(':') + 1);
        if (name === 'numFmt')
          formats.set(Number(element.attribs.numFmtId), element.attribs.formatCode ?? '');
        if (name === 'cellXfs') styles.push(...element.children.filter(isElement).map(formatOf));
        return name !== 'cellXfs';
      },
      leave: () => undefined,
    });
  }
  return {
    formOf(style) {
      const id = styles[style] ?? 0;
      return { format: formats.get(id) ?? builtInFormat(id), from1904 };
    },
  };
}

function formatOf({ attribs }: Element): number {
  return Number(attribs.numFmtId ?? 0);
}

/** What the styles of an OpenDocument text say, as far as it changes what is printed. */
import type { ListLevel } from '../list-numbering.js';
import type { Document } from '../parse-markup.js';
import { isElement, walkTree } from '../walk-tree.js';
import { levelsOf } from './lists.js';

export interface OdtStyle {
  readonly isHidden: boolean;
  readonly isCentered: boolean;
  readonly isTitle: boolean;
}

export interface OdtStyles {
  get(name: string | undefined): OdtStyle;
  list(name: string): readonly (ListLevel | undefined)[];
  /** The numbers of headings. */
  readonly outline: readonly (ListLevel | undefined)[];
}

interface Written {
  readonly parent: string | undefined;
  readonly isHidden: boolean | null;
  readonly isCentered: boolean | null;
}

/** Nobody bases a style on as many; a file may base one on itself. */
const MOST_BASES = 20;

/** @param parts  The styles of the file, then those of its text: a name of the latter wins. */
export function readStyles(parts: readonly (Document | null)[]): OdtStyles {
  const written = new Map<string, Written>();
  const lists = new Map<string, readonly (ListLevel | undefined)[]>();
  let outline: readonly (ListLevel | undefined)[] = [];
  for (const part of parts) {
    if (part === null) continue;
    walkTree(part, {
      enter(element) {
        const { name, attribs } = element;
        const id = attribs['style:name'] ?? '';
        if (name === 'style:style') {
          const of = (property: string): Readonly<Record<string, string>> =>
            element.children.filter(isElement).find((child) => child.name === property)?.attribs ?? {};
          const display = of('style:text-properties')['text:display'];
          const alignment = of('style:paragraph-properties')['fo:text-align'];
          written.set(id, {
            parent: attribs['style:parent-style-name'],
            isHidden: display === undefined ? null : display === 'none',
            isCentered: alignment === undefined ? null : alignment === 'center',
          });
          return false;
        }
        if (name === 'text:list-style') lists.set(id, levelsOf(element));
        else if (name === 'text:outline-style') outline = levelsOf(element);
        return name !== 'office:body';
      },
      leave() {},
    });
  }
  return {
    outline,
    list: (name) => lists.get(name) ?? [],
    get(name) {
      let style: { isHidden: boolean | null; isCentered: boolean | null } = {
        isHidden: null,
        isCentered: null,
      };
      let isTitle = false;
      let at = name;
      for (let bases = 0; at !== undefined && bases < MOST_BASES; bases += 1) {
        isTitle ||= at === 'Title' || at === 'Subtitle';
        const own: Written | undefined = written.get(at);
        style = {
          isHidden: style.isHidden ?? own?.isHidden ?? null,
          isCentered: style.isCentered ?? own?.isCentered ?? null,
        };
        at = own?.parent;
      }
      return { isHidden: style.isHidden === true, isCentered: style.isCentered === true, isTitle };
    },
  };
}

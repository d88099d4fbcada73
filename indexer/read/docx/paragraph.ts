/** What the properties of a paragraph say, with those of its style. */
import type { List } from '../list-numbering.js';
import type { Element } from '../parse-markup.js';
import { childOf, isOn, type NameOf, valOf } from './names.js';
import type { Numbering } from './numbering.js';
import type { Styles } from './styles.js';

export interface ParagraphProperties {
  readonly style: string | null;
  /** Of its runs, where they say nothing themselves. */
  readonly isHidden: boolean;
  /** Centred, or a heading: a break inside it ends no paragraph. */
  readonly isTitle: boolean;
  /** A line of the contents. */
  readonly isContents: boolean;
  /** Its end is deleted or hidden: it is printed together with the next. */
  readonly runsOn: boolean;
  readonly list: { readonly list: List; readonly level: number } | null;
}

export function readParagraph(
  paragraph: Element,
  nameOf: NameOf,
  { styles, numbering }: { readonly styles: Styles; readonly numbering: Numbering },
): ParagraphProperties {
  const properties = childOf(paragraph, nameOf, 'w:pPr');
  const mark = childOf(properties, nameOf, 'w:rPr');
  const id = valOf(properties, nameOf, 'w:pStyle') ?? styles.ofParagraphs;
  const style = styles.get(id);
  const alignment = valOf(properties, nameOf, 'w:jc');
  const isCentered = alignment === null ? style.isCentered === true : alignment === 'center';
  const isDeleted = childOf(mark, nameOf, 'w:del') !== null || childOf(mark, nameOf, 'w:moveFrom') !== null;
  return {
    style: id,
    isHidden: style.isHidden === true,
    isTitle: isCentered || style.isHeading,
    isContents: /^(?:toc \d|toc heading|目录 \d)/.test(style.name),
    runsOn: isDeleted || (isOn(mark, nameOf, 'w:vanish') ?? style.isHidden) === true,
    list: listOf(),
  };

  function listOf(): ParagraphProperties['list'] {
    const own = childOf(properties, nameOf, 'w:numPr');
    const number = valOf(own, nameOf, 'w:numId') ?? style.numbering;
    if (number === null || number === '0') return null;
    const list = numbering.get(number);
    if (list === null) return null;
    const written = valOf(own, nameOf, 'w:ilvl');
    const linked = id === null ? null : numbering.levelOfStyle(number, id);
    const level = written === null ? (linked ?? style.level ?? 0) : Number(written);
    return Number.isInteger(level) && level >= 0 && level < 9 ? { list, level } : null;
  }
}

/** What the first word of a group makes of it. */
export type Destination =
  | 'skip'
  | 'fonts'
  | 'note'
  | 'box'
  | 'label'
  | 'header'
  | 'instruction'
  | 'title'
  | 'through';

const of = (destination: Destination, words: string): readonly (readonly [string, Destination])[] =>
  words.split(' ').map((word) => [word, destination] as const);

/**
 * Read on: what a group with a star would not be. `shprslt` and `nonesttables` repeat for older programs what stands in a newer
 * form beside them.
 */
const DESTINATIONS: ReadonlyMap<string, Destination> = new Map([
  ...of(
    'skip',
    'colortbl stylesheet pict object objdata shprslt nonesttables nonshppict footer footerl footerr footerf ' +
      'annotation atnid atnauthor atntime atnref atnicn atnparent atndate sp sn sv tc tcn xe rxe filetbl revtbl ftnsep ftnsepc ' +
      'aftnsep aftnsepc ftncn aftncn author operator creatim revtim printim buptim comment doccomm keywords subject company ' +
      'manager category hlinkbase listpicture private passwordhash mmathPict do',
  ),
  ...of('fonts', 'fonttbl'),
  ...of('note', 'footnote'),
  ...of('box', 'shptxt dptxbxtext'),
  ...of('label', 'listtext pntext'),
  ...of('header', 'header headerl headerr headerf'),
  ...of('instruction', 'fldinst'),
  ...of('title', 'title'),
  ...of('through', 'shpinst shp shpgrp ud moMath moMathPara fldrslt field info result rtf'),
]);

export function destinationOf(word: string): Destination | null {
  return DESTINATIONS.get(word) ?? null;
}

/** Signs that have a word. */
export const SIGNS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['qmspace', ' '],
  ['~', '\u00a0'],
  ['_', '-'],
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
]);

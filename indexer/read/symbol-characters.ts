/**
 * Signs that a file names by the place in a font of signs (Wingdings, Symbol): the character that is drawn there. A place that
 * is not listed says nothing without its font.
 */
const WINGDINGS: readonly (readonly [code: number, sign: string])[] = [
  [0x21, '✏'],
  [0x4a, '☺'],
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x70, '□'],
  [0x71, '□'],
  [0x72, '□'],
  [0x73, '◆'],
  [0x74, '◆'],
  [0x75, '◆'],
  [0x76, '◆'],
  [0x77, '◆'],
  [0x80, '⓪'],
  ...[...'①②③④⑤⑥⑦⑧⑨⑩'].map((sign, at) => [0x81 + at, sign] as const),
  ...[...'❶❷❸❹❺❻❼❽❾❿'].map((sign, at) => [0x8c + at, sign] as const),
  [0x9e, '·'],
  [0x9f, '•'],
  [0xa1, '○'],
  [0xa7, '■'],
  [0xa8, '□'],
  [0xab, '★'],
  [0xd8, '►'],
  [0xe0, '→'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
];
const WINGDINGS_2: readonly (readonly [code: number, sign: string])[] = [
  [0x50, '✓'],
  [0x51, '☒'],
  [0x52, '☑'],
  [0x53, '☒'],
  [0xa3, '□'],
  [0x2a, '□'],
];
const SYMBOL: readonly (readonly [code: number, sign: string])[] = [
  [0xa3, '≤'],
  [0xb3, '≥'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb4, '×'],
  [0xb7, '●'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xa5, '∞'],
  [0x62, 'β'],
  [0x61, 'α'],
  [0x6d, 'μ'],
  [0x57, 'Ω'],
];

const FONTS: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ['wingdings', new Map(WINGDINGS)],
  ['wingdings 2', new Map(WINGDINGS_2)],
  ['symbol', new Map(SYMBOL)],
]);

/** @param code  As written; files add F000 to it or not. Empty where the font or the place is none that we know. */
export function symbolOf(font: string, code: number): string {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  return FONTS.get(font.toLowerCase())?.get(place) ?? '';
}

/** Of a list's sign without its font: a text in private use is a place in one of these fonts. */
export function bulletOf(text: string, font: string): string {
  const code = text.codePointAt(0) ?? 0;
  if (code >= 0xe000 && code <= 0xf8ff) return symbolOf(font, code) || symbolOf('wingdings', code) || '●';
  if (font.toLowerCase() === 'wingdings') return symbolOf(font, code) || text;
  return text;
}

/**
 * What a citation may carry of a published text: what can be seen of it.
 *
 * Marks that turn the direction of a text, joiners, soft hyphens, fillers and tags show nothing themselves, and can
 * make what stands around them read as something else. Selectors of variants stay: they choose the form of a character.
 *
 * @see Unicode Standard, 5.21 (default ignorable code points); UAX #9 (bidirectional text); UTR #36.
 */
const UNSEEN = /(?!\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** White space and control characters, line and paragraph separators among them, become one space. */
export function oneLine(text: string): string {
  return withoutUnseen(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** As published, with its lines; of control characters those that are white space become a space. */
export function visibleLines(text: string): string {
  return withoutUnseen(text)
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\t\v\f]/g, ' ')
    .replace(/(?!\n)\p{Cc}/gu, '');
}

function withoutUnseen(text: string): string {
  return text.toWellFormed().replace(UNSEEN, '');
}

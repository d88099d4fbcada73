/**
 * The link of a source as a citation may carry it: http or https, in one piece, as it was given.
 *
 * Characters that a format could trip over (spaces, quotes, angle brackets, braces) are percent-encoded, which
 * leaves the address the same. Anything else that calls itself a link (`javascript:`, a bare word) is none.
 */
const UNSAFE = /[\s\p{C}<>"'`{}|\\^*]/gu;

export function sourceLink(url: string | null | undefined): string | null {
  const given = url?.trim() ?? '';
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given)) return null;
  return given.isWellFormed() ? given.replace(UNSAFE, encodeCharacter) : null;
}

function encodeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // encodeURIComponent leaves ' and * alone
  return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(character);
}

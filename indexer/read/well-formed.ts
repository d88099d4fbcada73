/**
 * Half of a surrogate pair is no character: SQLite, UTF-8 and URLs each do something else with it.
 * It becomes U+FFFD, which keeps every offset.
 */
export function wellFormed(text: string): { readonly text: string; readonly replaced: number } {
  if (text.isWellFormed()) return { text, replaced: 0 };
  let replaced = 0;
  const mended = text.replace(/\p{Surrogate}/gu, () => {
    replaced += 1;
    return '\ufffd';
  });
  return { text: mended, replaced };
}

/**
 * Content-Disposition of a file with any name: in UTF-8 for whoever reads that, and a plain one for whoever does not.
 *
 * @see RFC 6266, 4.3 and appendix D; RFC 8187 (which replaced 5987), 3.2.
 */
/** @param plain  What it is called where its name cannot be read. */
export function attachment(fileName: string, plain = 'citation'): string {
  const extension = /\.\w{1,8}$/.exec(fileName)?.[0] ?? '';
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*!]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}${extension}"; filename*=UTF-8''${encoded}`;
}

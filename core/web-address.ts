/** Links as they may be shown and followed. */

/** The scheme with its slashes, however many there are (a browser takes any), and what stands before the path. */
const HEAD = /^(\s*https?:[/\\]*)([^/\\?#]*)/i;

/**
 * A link without the name and the password before its host: `https://user:secret@www.gov.cn/a` →
 * `https://www.gov.cn/a`; any other text as it is.
 *
 * They are nobody's business, and what stands there may pass for the host: https://www.gov.cn@elsewhere.example/.
 */
export function withoutUserinfo(link: string): string {
  const [, scheme = '', authority = ''] = HEAD.exec(link) ?? [];
  const at = authority.lastIndexOf('@');
  return at === -1 ? link : scheme + link.slice(scheme.length + at + 1);
}

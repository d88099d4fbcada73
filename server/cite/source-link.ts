/**
 * The link of a source as a citation may carry it: http or https, in one piece, as it was given but for a name or a
 * password before the host.
 *
 * Characters that a format could trip over (spaces, quotes, angle brackets, braces) or that nobody sees are
 * percent-encoded, which leaves the address the same. Anything else that calls itself a link (`javascript:`, a bare
 * word) is none; nor is one that leads to another host once it is written so.
 */
import { withoutUserinfo } from '../../core/web-address.js';

const UNSAFE = /[\s\p{C}\p{Default_Ignorable_Code_Point}<>"'`{}|\\^*]/gu;

export function sourceLink(url: string | null | undefined): string | null {
  const given = url?.trim() ?? '';
  if (!/^https?:\/\//i.test(given) || !URL.canParse(given) || !given.isWellFormed()) return null;
  const link = withoutUserinfo(given).replace(UNSAFE, encodeCharacter);
  return leadsTo(new URL(given), link) ? link : null;
}

/** Browsers read a `\` as a `/` and leave out line breaks: written otherwise, these could move the host. */
function leadsTo({ host }: URL, link: string): boolean {
  if (!URL.canParse(link)) return false;
  const written = new URL(link);
  return written.host === host && written.username === '' && written.password === '';
}

function encodeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // encodeURIComponent leaves ' and * alone
  return code < 0x80 ? `%${code.toString(16).toUpperCase().padStart(2, '0')}` : encodeURIComponent(character);
}

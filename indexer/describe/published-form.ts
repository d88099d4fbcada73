/**
 * Names and numbers as the text prints them.
 *
 * Rules read a text in Simplified, and what they find is in Simplified too; it stands at the same place of the text as it
 * was printed: 农业部 is 農業部 there.
 */
import type { DocumentNumber } from '../../core/model.js';
import { toSimplified } from '../../core/text/script.js';
import type { NamedBody } from './bodies/body-names.js';
import type { OwnNumber } from './document-number.js';
import type { Found } from './found.js';
import { once, type TextEnds } from './text-ends.js';

/** A text twice: as rules read it, and as it is printed, unit for unit. */
interface Printed {
  readonly plain: string;
  readonly printed: string;
}

/** @param lines  Of a law's given history: its bodies and numbers stand there. */
export function openPublishedForm(
  ends: TextEnds,
  title: string,
  lines: readonly string[],
  script: 'hans' | 'hant',
): (found: string) => string {
  // A text in Simplified prints what was found in it.
  if (script === 'hans') return (found) => found;
  // Most names stand in the first of them in one piece; to leave out the blanks of a whole text takes its time.
  const joined = lines.join('\n');
  const texts = [
    () => ({ plain: toSimplified(title), printed: title }),
    () => ({ plain: toSimplified(joined), printed: joined }),
    // A register's bodies and numbers stand in its history.
    ...(lines.length > 0 ? [] : endsOf(ends)),
  ].map((text) => once(() => ({ ...text(), squeezed: once(() => withoutBlanks(text())) })));
  return (found) => {
    const wanted = found.replace(/\s/gu, '');
    if (wanted === '') return found;
    for (const text of texts) {
      const form = formIn(text(), wanted) ?? formIn(text().squeezed(), wanted);
      if (form !== null) return form;
    }
    return found;
  };
}

function endsOf(ends: TextEnds): readonly (() => Printed)[] {
  return [
    () => ({ plain: ends.head, printed: ends.cleaned.text.slice(0, ends.head.length) }),
    () => ({ plain: ends.tail, printed: ends.cleaned.text.slice(ends.tailStart) }),
    () => ({ plain: ends.page, printed: ends.pageAsPrinted }),
  ];
}

function formIn({ plain, printed }: Printed, wanted: string): string | null {
  const at = plain.length === printed.length ? plain.indexOf(wanted) : -1;
  return at === -1 ? null : printed.slice(at, at + wanted.length);
}

/** Names and numbers are broken over lines, and spread with spaces. */
function withoutBlanks({ plain, printed }: Printed): Printed {
  const squeezed = { plain: plain.replace(/\s+/gu, ''), printed: printed.replace(/\s+/gu, '') };
  if (squeezed.plain.length === squeezed.printed.length) return squeezed;
  const places = plain.split('').flatMap((unit, at) => (/\s/u.test(unit) ? [] : [at]));
  return {
    plain: places.map((at) => plain.charAt(at)).join(''),
    printed: places.map((at) => printed.charAt(at)).join(''),
  };
}

export function publishedBodies(
  { value, provenance }: Found<readonly NamedBody[]>,
  published: (found: string) => string,
): string[] {
  return value.map(({ printed }) => (provenance === 'given' ? printed : published(printed)));
}

/** What a joint order prints is the number of its last body: ours is the one that it is cited by. */
export function publishedNumber(
  { value: { number, printed }, provenance }: Found<OwnNumber>,
  own: DocumentNumber | null,
  published: (found: string) => string,
): string {
  if (own !== null && own.text !== number.text) return own.text;
  return provenance === 'given' ? printed : published(printed);
}

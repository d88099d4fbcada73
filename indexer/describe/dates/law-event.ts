/** One act of those that made a law what it is: 2012年3月1日 …修正, 中华民国一百零一年七月十六日…令订定发布. */
import type { LawEvent } from '../../../core/model.js';
import { firstDocumentNumber } from '../../../core/text/document-number.js';
import type { NamedBody } from '../bodies/body-names.js';
import { readDate } from './calendar.js';

/** Longer ones first: 修正公布 is an amendment, 制定公布 is none. */
const EVENT =
  /制定公布|订定发布|制定发布|修正公布|修正发布|增订公布|废止|通过|批准|核准|核定|修正|修订|修改|增订|制定|订定|公布|发布|颁布|施行|实施/u;

/** An act is a sentence. */
const LONGEST = 400;
/** An act names its number behind its day and its body. */
const NUMBER_WITHIN = 160;

/**
 * @param line      In Simplified, one act.
 * @param bodiesOf  Who acted, by the tradition that the line is of.
 * @returns null for a line that names no act.
 */
export function eventOf(line: string, bodiesOf: (line: string) => readonly NamedBody[]): LawEvent | null {
  const act = line.slice(0, LONGEST);
  // The decision that an amendment is made by, 《关于修改…的决定》, is no event of its own.
  const event = EVENT.exec(act.replace(/《[^《》]{0,200}》/gu, ''))?.[0];
  if (event === undefined) return null;
  return {
    event,
    on: readDate(act),
    by: bodiesOf(act).map(({ name }) => name),
    number: firstDocumentNumber(act.slice(0, NUMBER_WITHIN))?.number.text ?? null,
  };
}

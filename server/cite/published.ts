/**
 * What of a document is cited as it was published, beside the canonical forms that facets compare, and which day is that
 * of the act itself.
 */
import type { LawEvent, PolicyDocument } from '../../core/model.js';

/** The bodies as the text prints them; those that were only given stand as they were given. */
export function bodiesOf({ issuingBodies, issuingBodiesPublished }: PolicyDocument): readonly string[] {
  return issuingBodiesPublished.length > 0 ? issuingBodiesPublished : issuingBodies;
}

/** White space around the brackets and the serial is of the layout: 工信部科函 ﹝2021﹞ 285号. */
export function numberOf({ documentNumber, documentNumberPublished }: PolicyDocument): string | null {
  const number = documentNumberPublished ?? documentNumber?.text ?? null;
  return number?.replace(/\s{1,9}(?=[〔［[（(【﹝第])|(?<=[〕］\]）)】﹞年])\s{1,9}/g, '') ?? null;
}

/** The day, else the year alone: 2025-08-21, 2025. */
export function dateOf({ publishedOn, publishedYear }: PolicyDocument): string | null {
  return publishedOn ?? publishedYear?.toString() ?? null;
}

const CHANGE = /修正|修订|修改|废止/;
const ANNOUNCEMENT = /公布|发布/;

/** The day of the act itself, where what was published is a version that was amended since. */
export function promulgationOf(document: PolicyDocument): string | null {
  const { history } = document;
  const published = dateOf(document);
  const announced = history.find(({ event }) => ANNOUNCEMENT.test(event) && !CHANGE.test(event))?.on ?? null;
  const passed = passing(history)?.on ?? null;
  if (published === null) return announced ?? passed;
  if (announced !== null) return [announced, published].sort()[0] ?? published;
  // Between its passing and its publication may lie an approval; only what was changed meanwhile is another text.
  return passed !== null && passed < published && isChanged(history, passed, published) ? passed : published;
}

/** The day since which the act itself is in force; null where it may be that of a change. */
export function effectOf(document: PolicyDocument): string | null {
  const { history, effectiveOn } = document;
  const promulgated = promulgationOf(document);
  if (effectiveOn === null || promulgated === null) return effectiveOn;
  return isChanged(history, promulgated, effectiveOn) ? null : effectiveOn;
}

/** Passed once more is changed too: registers say of some amendments that they were passed. */
function isChanged(history: readonly LawEvent[], after: string, until: string): boolean {
  return history.some((act) => {
    if (act.on === null || act.on <= after || act.on > until) return false;
    return CHANGE.test(act.event) || (act.event === '通过' && act !== passing(history));
  });
}

function passing(history: readonly LawEvent[]): LawEvent | undefined {
  return history.find(({ event }) => event === '通过');
}

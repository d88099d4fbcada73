/**
 * What the indexer noted about a text, in the reader's language: it tells codes, and English for those who write programs.
 * Pure.
 */
import type { ClauseAnswer, DocumentAnswer } from '../../server/api.js';
import type { Messages } from '../shared/messages.js';
import { say } from '../shared/say.js';

type Damage = NonNullable<ClauseAnswer['damage']>[number];
type Warning = DocumentAnswer['document']['warnings'][number];

/** @param text  The damaged stretch as it is shown. */
export function damageSaid(messages: Messages, { guess, note }: Damage, text: string): string {
  const [, came] = note.split('came as ');
  if (came !== undefined) return say(messages.repaired, { text, came });
  const damaged = say(messages.damage, { text });
  return guess === undefined ? damaged : `${damaged}${say(messages.guess, { text: guess })}`;
}

/** A warning that is newer than the page says at least that there is one. */
export function warningSaid(messages: Messages, { code, message }: Warning): string {
  const { warningCodes, fields } = messages;
  const known = Object.hasOwn(warningCodes, code) ? warningCodes[code as keyof typeof warningCodes] : null;
  if (known === null) return say(messages.warningUnknown, { code });
  // The field that was left out, or the body without its place, is what the message begins with.
  const about = /^([^\s:]{1,60})/u.exec(message)?.[1] ?? '';
  const field = Object.hasOwn(fields, about) ? fields[about as keyof typeof fields] : about;
  return say(known, { about: field });
}

/** Why a stretch was left out in cleaning; empty for a rule that is newer than the page. */
export function cutSaid({ cutRules }: Messages, rule: string): string {
  return Object.hasOwn(cutRules, rule) ? cutRules[rule as keyof typeof cutRules] : '';
}

/** Words that were not looked for, and why; those that were looked for beside what was typed, each to be left out. */
import type { AnySearchAnswer } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { say } from '../shared/say.js';
import { CANONICAL } from '../shared/script-lang.js';

interface WordNotesProps {
  readonly query: AnySearchAnswer['query'];
  readonly here: SearchAddress;
}

export function WordNotes({ query: { understood, expanded }, here }: WordNotesProps) {
  const text = messages.value;
  const ignored = understood.filter((part) => part.ignored);
  const link = (changes: Partial<SearchAddress>) => formatAddress({ ...here, ...changes, page: 1 });
  return (
    <>
      {ignored.map((part) => (
        <p class="note" key={part.text}>
          {say(text.ignored, { text: part.text })}
          {reasonOf(part.reason)}
        </p>
      ))}
      {(expanded.length > 0 || here.without.length > 0 || here.expand === 'off') && (
        <ul class="expanded" aria-label={text.expansions}>
          {expanded.map(({ word, to, count }) => {
            const value = say(text.expanded, { word, to, count });
            return (
              <li key={`${word}>${to}`}>
                <a
                  class="word"
                  href={link({ without: [...here.without, to] })}
                  aria-label={say(text.leaveOut, { value })}
                >
                  <span lang={CANONICAL}>{value}</span> <span aria-hidden="true">✕</span>
                </a>
              </li>
            );
          })}
          {here.without.map((to) => (
            <li key={to}>
              <a class="word" href={link({ without: here.without.filter((other) => other !== to) })}>
                {say(text.useAgain, { to })}
              </a>
            </li>
          ))}
          <li>
            {here.expand === 'off' ? (
              <a href={link({ expand: 'on' })}>{text.expandOn}</a>
            ) : (
              <a href={link({ expand: 'off', without: [] })}>{text.expandOff}</a>
            )}
          </li>
        </ul>
      )}
    </>
  );
}

/** The server says it in English: what each sentence speaks of is said in the reader's words. */
function reasonOf(reason = ''): string {
  const { reasons } = messages.value;
  if (/punctuation/i.test(reason)) return reasons.punctuation;
  if (/wildcard/i.test(reason)) return reasons.wildcard;
  if (/joins or excludes/i.test(reason)) return reasons.oneSided;
  return /\b32\b/.test(reason) ? reasons.tooMany : '';
}

/** Words that were not looked for, and why; and those that are nowhere, with the nearest that is somewhere. */
import type { AnySearchAnswer, Explanation } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { Said } from '../shared/said.js';
import { say } from '../shared/say.js';
import { CANONICAL } from '../shared/script-lang.js';

interface UnusedWordsProps {
  readonly answer: AnySearchAnswer;
  readonly here: SearchAddress;
}

/** Where nothing at all is found, what is nowhere is said there. */
export function UnusedWords({ answer: { query, explanation, total }, here }: UnusedWordsProps) {
  const text = messages.value;
  const ignored = query.understood.filter((part) => part.ignored);
  const missing = total > 0 ? (explanation?.words.filter(({ count }) => count === 0) ?? []) : [];
  return (
    <>
      {ignored.map(({ text: word, code }, at) => (
        <p class="note" key={at}>
          {say(text.ignored, { text: word })}
          {code && text.reasons[code]}
        </p>
      ))}
      {missing.map((word, at) => (
        <p class="note" key={at}>
          <MissingWord word={word} here={here} />
        </p>
      ))}
    </>
  );
}

interface MissingWordProps {
  readonly word: Explanation['words'][number];
  readonly here: SearchAddress;
}

export function MissingWord({ word: { text: word, nearest }, here }: MissingWordProps) {
  const text = messages.value;
  return (
    <>
      {say(text.nowhere[here.scope], { text: word })}
      {nearest && (
        <>
          {' · '}
          <a href={formatAddress({ ...here, q: nearest, page: 1 })}>
            <Said message={text.nearest} words={{ text: { text: nearest, lang: CANONICAL } }} />
          </a>
        </>
      )}
    </>
  );
}

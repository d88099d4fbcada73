/** A message filled with words that may be in another language than it: each is marked with its own. */
import { say } from './say.js';

interface SaidProps {
  readonly message: string;
  /** Those that are a text of their own, with its language; the rest is filled in as it stands. */
  readonly words: Readonly<Record<string, { readonly text: string; readonly lang: string }>>;
  readonly values?: Readonly<Record<string, string | number>>;
}

export function Said({ message, words, values = {} }: SaidProps) {
  return (
    <>
      {message.split(/\{(\w{1,40})\}/).map((part, at) => {
        const isName = at % 2 === 1;
        const word = isName ? words[part] : undefined;
        return word ? (
          <span key={at} lang={word.lang}>
            {word.text}
          </span>
        ) : (
          say(isName ? `{${part}}` : part, values)
        );
      })}
    </>
  );
}

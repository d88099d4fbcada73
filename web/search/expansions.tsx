/** What was looked for beside what was typed, each and all of it to be left out. */
import type { AnySearchAnswer } from '../../server/api.js';
import { formatAddress, type SearchAddress } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { Said } from '../shared/said.js';
import { say } from '../shared/say.js';
import { CANONICAL } from '../shared/script-lang.js';
import { counted } from './counted.js';

interface ExpansionsProps {
  readonly of: AnySearchAnswer['query']['expanded'];
  readonly here: SearchAddress;
}

export function Expansions({ of, here }: ExpansionsProps) {
  const text = messages.value;
  const link = (changes: Partial<SearchAddress>) => formatAddress({ ...here, ...changes, page: 1 });
  return (
    <ul class="expanded" aria-label={text.expansions}>
      {of.map(({ word, to, count }, at) => {
        const said = { word, count: counted(count, here) };
        return (
          <li key={at}>
            <a
              class="word"
              href={link({ without: [...here.without, to] })}
              aria-label={say(text.leaveOut, { value: say(text.expanded, { ...said, to }) })}
            >
              <Said message={text.expanded} values={said} words={{ to: { text: to, lang: CANONICAL } }} />{' '}
              <span aria-hidden="true">✕</span>
            </a>
          </li>
        );
      })}
      {here.without.map((to) => (
        <li key={to}>
          <a class="word" href={link({ without: here.without.filter((other) => other !== to) })}>
            <Said message={text.useAgain} words={{ to: { text: to, lang: CANONICAL } }} />
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
  );
}

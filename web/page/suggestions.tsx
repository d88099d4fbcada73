/**
 * What could be asked that begins like what is typed: the box with a list under it, by the WAI-ARIA pattern of a combobox.
 *
 * The focus never leaves the box: what is active in the list is told by `aria-activedescendant`. While an input method
 * composes, every key is the input method's, and nothing is asked. Fetched with the first letter.
 */

import { useLayoutEffect, useState } from 'preact/hooks';
import type { SuggestAnswer, Suggestion } from '../../server/api.js';
import { NO_FILTERS, START } from '../shared/address.js';
import { BASE } from '../shared/base.js';
import { isComposed } from '../shared/keys.js';
import { messages } from '../shared/messages.js';
import { address, go } from '../shared/navigation.js';
import { useAnswer } from '../shared/resource.js';
import { say } from '../shared/say.js';
import { byKind, idOf, SuggestionList } from './suggestion-list.js';

const LONGEST = 100; // characters that the API takes

export function Suggestions({ box }: { readonly box: HTMLInputElement }) {
  const [typed, setTyped] = useState(box.value.trim());
  // It may have been left before this has come.
  const [isWanted, setWanted] = useState(document.activeElement === box);
  /** The id of the active one; empty while the box itself is. */
  const [active, setActive] = useState('');
  const isAsked = isWanted && typed !== '' && [...typed].length <= LONGEST;
  const answer = useAnswer<SuggestAnswer>(
    isAsked ? `${BASE}api/suggest?${new URLSearchParams({ q: typed })}` : '',
  );
  // One that fails is missed by nobody: the search that is typed says what is wrong.
  const groups = byKind(isAsked && answer && 'suggestions' in answer ? answer.suggestions : []);
  const all = groups.flatMap(([, suggestions]) => suggestions);
  const at = all.findIndex((suggestion) => idOf(suggestion) === active);
  const isOpen = all.length > 0;

  const close = () => {
    setWanted(false);
    setActive('');
  };
  const open = () => {
    setTyped(box.value.trim());
    setWanted(true);
    setActive('');
  };

  const choose = ({ q, filters }: Suggestion) => {
    close();
    // Under its own filters and no others: the count beside it is that of what it leads to.
    go({ ...START, script: address.value.script, q, filters: { ...NO_FILTERS, ...filters } });
  };

  const onKey = (event: KeyboardEvent) => {
    if (isComposed(event) || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    const one = all[at];
    if (key === 'Tab' || (key === 'Enter' && !one)) return close();
    const isArrow = key === 'ArrowDown' || key === 'ArrowUp';
    if (!isOpen) {
      if (!isArrow) return;
      open();
    } else if (key === 'Escape') close();
    else if (key === 'Enter' && one) choose(one);
    // Home and End are keys of the text while no suggestion is active.
    else if (isArrow || (one && (key === 'Home' || key === 'End'))) {
      const next = all[stepFrom(at, key, all.length)];
      setActive(next ? idOf(next) : '');
    } else return;
    event.preventDefault();
  };

  useLayoutEffect(() => {
    const onInput = (event: Event) => ((event as InputEvent).isComposing ? close() : open());
    const listeners = Object.entries({
      ...{ input: onInput, compositionend: open, keydown: onKey, blur: close },
    }) as [string, EventListener][];
    for (const [name, listener] of listeners) box.addEventListener(name, listener);
    addEventListener('popstate', close);
    return () => {
      for (const [name, listener] of listeners) box.removeEventListener(name, listener);
      removeEventListener('popstate', close);
    };
  });

  useLayoutEffect(() => {
    box.setAttribute('aria-expanded', `${isOpen}`);
    if (at >= 0) {
      box.setAttribute('aria-activedescendant', active);
      document.getElementById(active)?.scrollIntoView({ block: 'nearest' });
    }
    return () => {
      box.setAttribute('aria-expanded', 'false');
      box.removeAttribute('aria-activedescendant');
    };
  }, [isOpen, at, active]);

  return (
    <>
      {isOpen && (
        <SuggestionList
          groups={groups}
          active={active}
          onChoose={(suggestion, event) => {
            choose(suggestion);
            // A finger is done with its keyboard, which covers what was found.
            if ((event as PointerEvent).pointerType === 'touch') box.blur();
          }}
        />
      )}
      <p class="unseen" role="status">
        {isOpen && say(messages.value.suggested, { n: all.length })}
      </p>
    </>
  );
}

/** From one to the next; past either end is the box itself (-1), and from there the other end. */
function stepFrom(at: number, key: string, length: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  if (key === 'ArrowDown') return at + 1 < length ? at + 1 : -1;
  return at < 0 ? length - 1 : at - 1;
}

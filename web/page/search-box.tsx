/**
 * The box. Uncontrolled: while an input method composes, nobody else may write into it.
 *
 * What is typed becomes the address after a short pause, one place in the history for a spell of typing.
 * Enter that commits a candidate of the input method does not search.
 */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Scope, START } from '../shared/address.js';
import { BASE } from '../shared/base.js';
import { isComposed } from '../shared/keys.js';
import { messages } from '../shared/messages.js';
import { address, go } from '../shared/navigation.js';
import { PAUSE } from '../shared/resource.js';
import { later } from './later.js';

const Suggestions = later(() => import('./suggestions.js').then((part) => part.Suggestions));

export function SearchBox() {
  const box = useRef<HTMLInputElement>(null);
  const where = useRef<HTMLSelectElement>(null);
  const composing = useRef(false);
  const timer = useRef(0);
  /** The words of the last address that typing made: further letters replace it in the history. */
  const typed = useRef<string | null>(null);
  const [filled, setFilled] = useState(address.value.q !== '');
  /** Whether letters were typed since the last search was sent off: what they begin is suggested. */
  const [begun, setBegun] = useState(false);
  const { q, scope, view } = address.value;
  const text = messages.value;

  // Moving about (back, an example, a chip) writes into the box; typing does not write over itself. Before
  // the next paint: an effect after it can come later than the new results, and Enter then asks the old words.
  useLayoutEffect(() => {
    if (!box.current || composing.current || q === typed.current) return;
    box.current.value = q;
    typed.current = null;
    setFilled(q !== '');
  }, [q, view]);

  useLayoutEffect(() => {
    if (where.current) where.current.value = scope;
  }, [scope, view]);

  const search = (how: 'typing' | 'submit') => {
    clearTimeout(timer.current);
    const here = address.value;
    const words = box.current?.value ?? '';
    const scope = where.current?.value as Scope;
    const same = here.view === 'search' && here.q === words && here.scope === scope;
    if (same && how === 'typing') return;
    const again = how === 'typing' && here.view === 'search' && typed.current === here.q;
    typed.current = how === 'typing' ? words : null;
    if (same) return;
    const base = here.view === 'search' ? here : { ...START, script: here.script };
    // What was left out of other words stays so while a search is worded more closely, or less.
    const isRefined = words !== '' && here.q !== '' && (words.includes(here.q) || here.q.includes(words));
    // Titles are of documents.
    const list = scope === 'title' ? START : base;
    const { group, size } = list;
    go(
      { ...base, q: words, scope, group, size, page: 1, without: isRefined ? here.without : [] },
      again ? 'replace' : 'push',
    );
  };

  const soon = () => {
    setFilled(box.current?.value !== '');
    clearTimeout(timer.current);
    if (composing.current) return;
    setBegun(true);
    // On the document page the reader is not taken away before they say so.
    if (address.value.view === 'search') timer.current = window.setTimeout(() => search('typing'), PAUSE);
  };

  return (
    <search>
      <form
        class="search-box"
        id="search"
        action={BASE}
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          if (composing.current) return;
          setBegun(false);
          search('submit');
        }}
      >
        <input
          ref={box}
          id="box"
          type="text"
          inputmode="search"
          name="q"
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={false}
          aria-controls="suggestions"
          aria-label={text.searchLabel}
          placeholder={text.searchLabel}
          defaultValue={q}
          onInput={soon}
          onCompositionStart={() => {
            composing.current = true;
            clearTimeout(timer.current);
          }}
          onCompositionEnd={() => {
            composing.current = false;
            soon();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && isComposed(event)) event.preventDefault();
          }}
        />
        {filled && (
          <button
            type="button"
            class="clear"
            aria-label={text.clearBox}
            onClick={() => {
              if (box.current) box.current.value = '';
              soon();
              box.current?.focus();
            }}
          >
            ✕
          </button>
        )}
        <select
          ref={where}
          id="scope"
          class="scope"
          name="scope"
          aria-label={text.scope}
          onChange={() => {
            if (address.value.view === 'search') search('submit');
          }}
        >
          {Object.entries(text.scopes).map(([name, said]) => (
            <option key={name} value={name}>
              {said}
            </option>
          ))}
        </select>
        <button type="submit" class="submit">
          {text.search}
        </button>
        {begun && box.current && <Suggestions box={box.current} />}
      </form>
    </search>
  );
}

/**
 * The box. Uncontrolled: while an input method composes, nobody else may write into it.
 *
 * What is typed becomes the address after a short pause, one place in the history for a spell of typing.
 * Enter that commits a candidate of the input method does not search.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { address, go } from '../shared/navigation.js';

const PAUSE = 150; // milliseconds: less fires inside a word, more is felt

export function SearchBox() {
  const box = useRef<HTMLInputElement>(null);
  const composing = useRef(false);
  const timer = useRef(0);
  /** The words of the last address that typing made: further letters replace it in the history. */
  const typed = useRef<string | null>(null);
  const [filled, setFilled] = useState(address.value.q !== '');
  const { q, view } = address.value;
  const text = messages.value;

  // Moving about (back, an example, a chip) writes into the box; typing does not write over itself.
  useEffect(() => {
    if (!box.current || composing.current || q === typed.current) return;
    box.current.value = q;
    typed.current = null;
    setFilled(q !== '');
  }, [q, view]);

  const search = (how: 'typing' | 'submit') => {
    clearTimeout(timer.current);
    const here = address.value;
    const words = box.current?.value ?? '';
    const same = here.view === 'search' && here.q === words;
    if (same && how === 'typing') return;
    const again = how === 'typing' && here.view === 'search' && typed.current === here.q;
    typed.current = how === 'typing' ? words : null;
    if (same) return;
    const base = here.view === 'search' ? here : { ...START, script: here.script };
    go({ ...base, q: words, page: 1, without: [] }, again ? 'replace' : 'push');
  };

  const soon = () => {
    setFilled(box.current?.value !== '');
    clearTimeout(timer.current);
    // On the document page the reader is not taken away before they say so.
    if (!composing.current && address.value.view === 'search') {
      timer.current = window.setTimeout(() => search('typing'), PAUSE);
    }
  };

  return (
    <search>
      <form
        class="search-box"
        id="search"
        action="/"
        method="get"
        onSubmit={(event) => {
          event.preventDefault();
          if (!composing.current) search('submit');
        }}
      >
        <input
          ref={box}
          id="box"
          type="search"
          name="q"
          maxLength={500}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
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
            // Safari ends the composition before this key comes, and marks it with 229 only.
            if (event.key === 'Enter' && (event.isComposing || event.keyCode === 229)) event.preventDefault();
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
        <button type="submit" class="submit">
          {text.search}
        </button>
      </form>
    </search>
  );
}

/** As printed, all Simplified, or all Traditional: a choice about the texts, not about the page. */
import { useRef } from 'preact/hooks';
import type { Address, Script } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { go } from '../shared/navigation.js';

export function ScriptChoice({ here }: { readonly here: Address }) {
  const text = messages.value;
  const choice = useRef<HTMLSelectElement>(null);
  return (
    <label class="script-choice">
      {text.script}
      <select
        ref={choice}
        id="script"
        onChange={() => go({ ...here, script: (choice.current?.value ?? 'original') as Script }, 'stay')}
      >
        {Object.entries(text.scripts).map(([script, name]) => (
          <option key={script} value={script} selected={script === here.script}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

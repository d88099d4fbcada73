/** The list of keys, behind `?`. */
import { useEffect, useRef } from 'preact/hooks';
import { keysShown } from '../shared/keys.js';
import { messages } from '../shared/messages.js';

export function KeysDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const text = messages.value;
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="keys"
      aria-labelledby="keys-title"
      onClose={() => {
        keysShown.value = false;
      }}
    >
      <h2 id="keys-title">{text.keys}</h2>
      <dl>
        {Object.entries(text.keyList).map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <button type="button" class="button" onClick={() => dialog.current?.close()}>
        {text.close}
      </button>
    </dialog>
  );
}

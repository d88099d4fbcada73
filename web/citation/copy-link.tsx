/** Copies the link of a clause. */
import { useState } from 'preact/hooks';
import { messages } from '../shared/messages.js';
import { ahead, copyNow } from './copy-now.js';

export function CopyLink({ document, clause }: { readonly document: string; readonly clause: string }) {
  const [said, setSaid] = useState('');
  const text = messages.value;
  return (
    <button
      type="button"
      class={said ? 'tool copied' : 'tool'}
      aria-label={said || text.copyLinkLabel}
      {...ahead}
      onClick={async () => setSaid(await copyNow((by) => by.copyLink(document, clause)))}
      onBlur={() => setSaid('')}
    >
      {said || text.copyLink}
    </button>
  );
}

/** Copies the address of a clause, as it can be shared: without the search that led to it. */
import { useState } from 'preact/hooks';
import { formatAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { announcement } from '../shared/resources.js';
import { copy } from './clipboard.js';

export function CopyLink({ document, clause }: { readonly document: string; readonly clause: string }) {
  const [said, setSaid] = useState('');
  const text = messages.value;
  const copyLink = async () => {
    const path = formatAddress({ ...START, view: 'document', id: document, clause });
    const done = await copy(Promise.resolve(location.origin + path), { 'text/plain': (link) => link }).then(
      () => text.linkCopied,
      () => text.notCopied,
    );
    setSaid(done);
    announcement.value = done;
  };
  return (
    <button
      type="button"
      class={said ? 'tool copied' : 'tool'}
      aria-label={said || text.copyLinkLabel}
      onClick={copyLink}
      onBlur={() => setSaid('')}
    >
      {said || text.copyLink}
    </button>
  );
}

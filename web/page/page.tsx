/** The whole page: head, the view that the address names, foot, the list of keys, the voice for screen readers. */
import { useEffect } from 'preact/hooks';
import { DocumentView } from '../document/document-view.js';
import { SearchView } from '../search/search-view.js';
import { messages } from '../shared/messages.js';
import { address } from '../shared/navigation.js';
import { announcement, documents } from '../shared/resources.js';
import { Head } from './head.js';
import { KeysDialog } from './keys-dialog.js';

export function Page() {
  const here = address.value;
  const { name } = messages.value;
  const title = here.view === 'search' ? here.q.trim() : (documents.shown.value?.answer.document.title ?? '');
  useEffect(() => {
    document.title = title === '' ? name : `${title} - ${name}`;
  }, [title, name]);
  return (
    <>
      <a class="skip" href="#main" target="_self">
        {messages.value.skip}
      </a>
      <Head />
      {here.view === 'search' ? <SearchView /> : <DocumentView />}
      <footer class="foot">
        <a href="/LICENSES.txt">{messages.value.licences}</a>
      </footer>
      <KeysDialog />
      <p class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </>
  );
}

/** The whole page: head, the view that the address names, foot, the list of keys, the voice for screen readers. */

import { useEffect } from 'preact/hooks';
import { SearchView } from '../search/search-view.js';
import { BASE } from '../shared/base.js';
import { keysShown } from '../shared/keys.js';
import { messages } from '../shared/messages.js';
import { address } from '../shared/navigation.js';
import { language } from '../shared/preferences.js';
import { announcement, documents } from '../shared/resources.js';
import { Head } from './head.js';
import { later } from './later.js';

const DocumentView = later(() => import('../document/document-view.js').then((part) => part.DocumentView));
const KeysDialog = later(() => import('./keys-dialog.js').then((part) => part.KeysDialog));

export function Page() {
  const here = address.value;
  const { name } = messages.value;
  const opened = documents.shown.value?.answer.document;
  const inOwnWords = (language.value === 'en' && opened?.titleEn) || opened?.title;
  const title = here.view === 'search' ? here.q.trim() : (inOwnWords ?? '');
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
        <a href={`${BASE}LICENSES.txt`}>{messages.value.licences}</a>
      </footer>
      {keysShown.value && <KeysDialog />}
      <p class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </p>
    </>
  );
}

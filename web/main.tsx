/** Starts the page: listens to the history, asks for what the address wants, and shows it. */
import './style/tokens.css';
import './style/base.css';
import './page/page.css';
import './page/search-box.css';
import './search/search.css';
import './search/start.css';
import './search/facets.css';
import './search/hits.css';
import './search/year-bars.css';
import './citation/citation.css';
import './document/document.css';
import './document/contents.css';
import './document/clause.css';
import './document/about.css';
import './style/print.css';
import { render } from 'preact';
import { Page } from './page/page.js';
import { startAtHand } from './shared/at-hand.js';
import { startKeys } from './shared/keys.js';
import { speak } from './shared/messages.js';
import { startNavigation } from './shared/navigation.js';
import { language } from './shared/preferences.js';
import { startAsking } from './shared/resources.js';
import { watch } from './shared/signal.js';

startNavigation();
startAsking();
startKeys();
startAtHand();
document.addEventListener(
  'selectstart',
  () => import('./shared/copy-text.js').then(({ startCopying }) => startCopying()).catch(() => {}),
  { once: true },
);
speak(language.value).then(() =>
  watch(() => render(<Page />, document.getElementById('page') as HTMLElement)),
);

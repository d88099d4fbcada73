/** Canonical values in the reader's words: themes where the server has labels, everything else as it stands. */
import { language } from './preferences.js';
import { documents, search } from './resources.js';
import { CANONICAL } from './script-lang.js';

/** The word to show and the language that it is in. */
export function named(value: string): { readonly text: string; readonly lang: string } {
  const lang = language.value;
  const labels = { ...documents.shown.value?.answer.labels, ...search.shown.value?.answer.labels };
  // A theme or a city may be called `constructor`.
  const shown = Object.hasOwn(labels, value) ? labels[value] : undefined;
  return shown && lang !== CANONICAL ? { text: shown[lang], lang } : { text: value, lang: CANONICAL };
}

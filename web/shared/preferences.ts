/**
 * What a reader chose once and keeps: language of the page, colours, citation style.
 *
 * The only file that knows localStorage. Where a browser forbids it, a choice lasts as long as the page.
 */
import type { Messages } from './messages.js';
import { type Signal, signal, watch } from './signal.js';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const COLOURS = ['system', 'light', 'dark'] as const;
/** Those that the messages name. */
export type Style = keyof Messages['styles'];

/** A `?lang=` of the address is a choice as well; without any, the browser's languages decide. */
export const language = kept<Language>('language', LANGUAGES, preferred(navigator.languages));
export const colours = kept('colours', COLOURS, 'system');
/** A translation beside its text, where there is room. */
export const sideBySide = kept('sideBySide', ['on', 'off'] as const, 'on');
export const citationStyle = kept<Style>('citationStyle', null, 'gbt7714-2015');

const asked = new URLSearchParams(location.search).get('lang');
language.value = LANGUAGES.find((tag) => tag === asked) ?? language.value;

watch(() => {
  const root = document.documentElement;
  // Written anew, even the same makes the browser work out the style of the whole page.
  if (root.lang !== language.value) root.lang = language.value;
  if (root.dataset.colours !== colours.value) root.dataset.colours = colours.value;
});

/** @param values  Those that are kept; null where whoever reads the choice looks for itself. */
function kept<Value extends string>(
  name: string,
  values: readonly Value[] | null,
  usual: Value,
): Signal<Value> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(name);
  } catch {}
  const choice = signal(
    stored !== null && values?.includes(stored as Value) !== false ? (stored as Value) : usual,
  );
  watch(() => {
    const { value } = choice;
    try {
      if (value !== stored && (value !== usual || stored !== null)) localStorage.setItem(name, value);
      stored = value;
    } catch {}
  });
  return choice;
}

/** Taiwan, Hong Kong and Macau read Traditional; any other Chinese Simplified; everything else English. */
function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

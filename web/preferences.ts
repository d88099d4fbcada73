/**
 * What a reader chose once and keeps: language of the page, colours, citation style.
 *
 * The only file that knows localStorage. Where a browser forbids it, a choice lasts as long as the page.
 */
import { effect, type Signal, signal } from '@preact/signals';

export const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const COLOURS = ['system', 'light', 'dark'] as const;
export const STYLES = [
  'gbt7714-2015',
  'gbt7714-2025',
  'legal-zh',
  'plain',
  'markdown',
  'apa',
  'bluebook',
  'bibtex',
  'ris',
  'csl-json',
] as const;
export type Style = (typeof STYLES)[number];

/** A `?lang=` of the address is a choice as well; without any, the browser's languages decide. */
export const language = kept<Language>('language', LANGUAGES, preferred(navigator.languages));
export const colours = kept('colours', COLOURS, 'system');
export const citationStyle = kept<Style>('citationStyle', STYLES, 'gbt7714-2015');

const given = linked();
if (given) language.value = given;

effect(() => {
  document.documentElement.lang = language.value;
});
effect(() => {
  document.documentElement.setAttribute('data-colours', colours.value);
});

function kept<Value extends string>(name: string, values: readonly Value[], usual: Value): Signal<Value> {
  let stored: string | null = null;
  try {
    stored = localStorage.getItem(name);
  } catch {}
  const choice = signal(values.find((value) => value === stored) ?? usual);
  effect(() => {
    const { value } = choice;
    try {
      if (value !== usual || localStorage.getItem(name) !== null) localStorage.setItem(name, value);
    } catch {}
  });
  return choice;
}

function linked(): Language | undefined {
  const asked = new URLSearchParams(location.search).get('lang');
  return LANGUAGES.find((tag) => tag === asked);
}

/** Taiwan, Hong Kong and Macau read Traditional; any other Chinese Simplified; everything else English. */
function preferred(tags: readonly string[]): Language {
  for (const tag of tags) {
    if (/^zh\b/i.test(tag)) return /hant|tw|hk|mo/i.test(tag) ? 'zh-Hant' : 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

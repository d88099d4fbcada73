/**
 * The `lang` of a stretch of text. Glyphs, line breaks and the voice of a screen reader depend on it.
 */
import { address } from './navigation.js';

/** Values of facets are canonical Simplified, whatever the language of the page. */
export const CANONICAL = 'zh-Hans';

/** @param script  How the document is printed; what the reader chose to see beats it. */
export function langOf(script: 'hans' | 'hant', language: 'zh' | 'en' = 'zh'): string {
  if (language === 'en') return 'en';
  const chosen = address.value.script;
  return (chosen === 'original' ? script : chosen) === 'hant' ? 'zh-Hant' : 'zh-Hans';
}

/**
 * What the themes of an answer are called in the other two languages; their values are Simplified.
 */
import { themeLabels } from '../../core/themes.js';
import type { ThemeLabels } from '../api.js';

/** Themes that a user gave and our table does not know have no labels. */
export function themeNamesOf(themes: Iterable<string>): ThemeLabels {
  const labels: Record<string, { 'zh-Hant': string; en: string }> = {};
  for (const theme of new Set(themes)) {
    const known = themeLabels.get(theme);
    if (known !== undefined) labels[theme] = { 'zh-Hant': known['zh-Hant'], en: known.en };
  }
  return labels;
}

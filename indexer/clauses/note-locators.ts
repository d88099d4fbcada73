/** What notes are cited by: 注①, 注1, in Traditional 註1, in English note 1; the second 注① of a text 注①（第2处）. */
import type { Language } from '../../core/model.js';
import { scriptOf } from '../../core/text/script.js';
import { counter } from './tell-apart.js';

/** @returns  The locator of the next note, by what is printed at its head. */
export function noteLocators(text: string, language: Language): (printed: string) => string {
  const seen = new Map<string, number>();
  let word = '';
  let count: ReturnType<typeof counter> | undefined; // most texts have no notes, and the script takes its time
  return (printed) => {
    if (word === '')
      word = language === 'en' ? 'note ' : scriptOf(text.slice(0, 2000)) === 'hant' ? '註' : '注';
    const nth = (seen.get(printed) ?? 0) + 1;
    seen.set(printed, nth);
    if (nth === 1) return `${word}${printed}`;
    count ??= counter(text);
    return `${word}${printed}${count(nth).behind}`;
  };
}

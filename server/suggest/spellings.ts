/**
 * How names are spelled, kept from one index to the next: reading a name aloud takes a quarter of a millisecond, and an update
 * changes few of them. As text, a tenth of what objects take.
 */
import { type SpelledWord, spell } from '../names/spell.js';

export interface Spellings {
  spell(name: string): readonly SpelledWord[];
}

/** Keeps what is asked of it; takes from `before` what that has, and lets go of the rest. */
export function openSpellings(before: Spellings | null = null): Spellings & { forget(): void } {
  const kept = new Map<string, string>();
  let older = before;
  return {
    spell(name) {
      const found = kept.get(name);
      if (found !== undefined) return read(found);
      const words = older === null ? spell(name) : older.spell(name);
      kept.set(name, write(words));
      return words;
    },
    /** What was before. */
    forget() {
      older = null;
    },
  };
}

function write(words: readonly SpelledWord[]): string {
  return words.map(({ text, syllables }) => `${text} ${syllables.join(' ')}`).join('\n');
}

function read(written: string): readonly SpelledWord[] {
  if (written === '') return [];
  return written.split('\n').map((line) => {
    const [text = '', ...syllables] = line.split(' ');
    return { text, syllables };
  });
}

/**
 * A name as it may be typed: its words in Simplified, folded, each with its syllables.
 *
 * ```
 * 重慶市數據條例          →  重庆 chong qing, 市 shi, 数据 shu ju, 条例 tiao li
 * 国务院“人工智能+”行动   →  国务院 guo wu yuan, 人工 ren gong, 智能 zhi neng, 行动 xing dong
 * 5G 应用                 →  5 5, g g, 应用 ying yong
 * ```
 *
 * Punctuation and white space are left out, in what is typed too: who types a title leaves them out.
 */
import { BREAK } from '../../core/text/characters.js';
import { fold } from '../../core/text/fold.js';
import { toSimplified } from '../../core/text/script.js';
import { readWords } from './read-words.js';

export interface SpelledWord {
  readonly text: string;
  /** Letters a to z, ü as v; a Latin word or a number is a syllable of its own. */
  readonly syllables: readonly string[];
}

/** Nobody types more of a name. */
const LONGEST = 300;
const RUNS = /\p{Script=Han}+|[^\p{Script=Han} ]+/gu;
const HAN = /^\p{Script=Han}/u;

/** What a name is looked for in as text: its words, one after the other. */
function textOf(name: string): string {
  return fold(toSimplified(name.slice(0, LONGEST)))
    .replaceAll(BREAK, '')
    .replaceAll(' ', '');
}

export function spell(name: string): readonly SpelledWord[] {
  const folded = fold(toSimplified(name.slice(0, LONGEST)));
  const runs = folded.split(BREAK).flatMap((piece) => piece.match(RUNS) ?? []);
  return runs.flatMap((run): readonly SpelledWord[] =>
    HAN.test(run)
      ? readWords(run).map(({ word, syllables }) => ({ text: word, syllables: syllables.map(letters) }))
      : [{ text: run, syllables: [run] }],
  );
}

/** The first letter of a syllable; of a Latin word or a number all of it. */
export function initialsOf({ text, syllables }: SpelledWord): string {
  return HAN.test(text) ? syllables.map((syllable) => syllable.charAt(0)).join('') : text;
}

/** 陕西 is Shaanxi on maps and shanxi on keyboards. */
function letters(syllable: string): string {
  return syllable === 'shaan' ? 'shan' : syllable.replaceAll('ü', 'v');
}

export interface Typed {
  /** Folded, in Simplified as the words are written and as each character is alone; none where nothing is typed. */
  readonly texts: readonly string[];
  /** As syllables or initials; null where it is no pinyin. */
  readonly letters: string | null;
}

const PINYIN = /^[a-z0-9]+$/;
const LETTER = /[a-z]/;

/** Of what is longer than any name, nothing is looked for. */
export function readTyped(typed: string): Typed {
  if (typed.length > LONGEST) return { texts: [], letters: null };
  const texts = [toSimplified(typed, 'hant'), typed].map((text) =>
    fold(text).replaceAll(BREAK, '').replaceAll(' ', ''),
  );
  const latin = typed
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('u\u0308', 'v')
    .replace(/[\p{M}\s'’·-]/gu, '')
    .replaceAll('shaan', 'shan');
  return {
    texts: [...new Set(texts)].filter((text) => text !== ''),
    letters: PINYIN.test(latin) && LETTER.test(latin) ? latin : null,
  };
}

/**
 * Whether the name holds what is typed: as text anywhere, as pinyin or initials from the beginning of any syllable.
 *
 * @param spelled  `spell`, or what has kept its answers: reading a name aloud takes a quarter of a millisecond, and is asked for
 *                 only where letters were typed.
 */
export function holdsTyped(
  name: string,
  { texts, letters }: Typed,
  spelled: (name: string) => readonly SpelledWord[] = spell,
): boolean {
  const text = textOf(name);
  if (texts.some((one) => text.includes(one))) return true;
  if (letters === null) return false;
  const words = spelled(name);
  const syllables = words.flatMap((word) => word.syllables);
  return (
    words.map(initialsOf).join('').includes(letters) ||
    syllables.some((_, start) =>
      syllables
        .slice(start, start + letters.length)
        .join('')
        .startsWith(letters),
    )
  );
}

/**
 * A run without spaces → the words that must be contained.
 *
 * jieba cuts its Han stretches; neighbouring one-character words stay joined, for the segmenter only falls back to
 * them where it does not know the word. A number takes the measure after it and the 第 before it; letters, digits and
 * the signs inside a name are one word:
 *
 * ```
 * 养犬管理       →  养犬 管理          (jieba: 养|犬|管理)
 * 人工智能AI     →  人工智能 AI
 * 2023年预算     →  2023年 预算
 * 5G网络         →  5G 网络
 * GB/T9704-2012  →  GB/T9704-2012
 * 18℃            →  18℃
 * ```
 */
import { type Phrase, phraseOf, type Term, terms, toPhrases } from '../../core/text/analyze.js';
import { convert } from '../../core/text/convert.js';
import { fold } from '../../core/text/fold.js';
import { type Script, scriptOf } from '../../core/text/script.js';
import type { Added, Whole } from './widen-runs.js';

export interface RunWord {
  /** As typed. */
  readonly text: string;
  /** Its readings: first as Simplified texts write it. */
  readonly phrases: readonly Phrase[];
  /** What widens it. */
  readonly additions?: readonly Added[];
  readonly isDropped?: true;
}

/** Signs that join letters and digits into one name or number, one at a time: 2.0, GB/T, co-op, R&D, 10:30. */
const JOINT = /^[-.,/&'’·:+_－．／＆]$/u;
const HAN = /^\p{Script=Han}+$/u;
const ORDINAL = '第';
const DIGITS = /^\p{N}+$/u;

/**
 * @param without  The script of a run that does not say which it is in.
 * @param wholes   Stretches that are one word each, whatever the segmenter says; in order, apart.
 */
export function cutRun(run: string, without: Script, wholes: readonly Whole[] = []): RunWord[] {
  // A run of Simplified is cut as it is typed. Both have the same number of code points, by which places are counted.
  const typed = [...run];
  const simplified = (scriptOf(run) ?? without) === 'hant' ? [...convert(run)] : typed;
  const text = simplified.join('');
  const [placeOf, placeTyped] = [openPlaces(text, simplified), openPlaces(run, typed)];
  const words: RunWord[] = [];
  const put = (from: number, to: number): void => {
    const word = typed.slice(from, to).join('');
    const phrases = readings(word, simplified.slice(from, to).join(''));
    if (phrases.length > 0) words.push({ text: word, phrases });
  };
  let group: Term[] = [];
  const close = (): void => {
    const [first, last] = [group[0], group.at(-1)];
    if (first !== undefined && last !== undefined) put(first.start, last.end);
    group = [];
  };
  const putWhole = ({ start, end, text: whole, additions, isDropped }: Whole): void => {
    const before = words.length;
    if (whole === undefined) put(start, end);
    else if (whole !== '') words.push({ text: whole, phrases: toPhrases(whole, 'hans') });
    const last = words[before];
    if (last === undefined) return;
    words[before] = {
      ...{ ...last, ...(additions.length === 0 ? {} : { additions }) },
      ...(isDropped ? { isDropped } : {}),
    };
  };
  const kept = wholes.map((one) => ({ ...one, start: placeTyped(one.start), end: placeTyped(one.end) }));
  const cut = terms(text).flatMap((term): readonly Term[] =>
    outside({ ...term, start: placeOf(term.start), end: placeOf(term.end) }, kept),
  );
  for (const part of [...cut, ...kept].sort((a, b) => a.start - b.start)) {
    if ('additions' in part) {
      close();
      putWhole(part);
      continue;
    }
    const before = group.at(-1);
    const between = before ? simplified.slice(before.end, part.start).join('') : '';
    if (before !== undefined && !staysJoined(before, part, between)) close();
    group.push(part);
  }
  close();
  return words;
}

/** What of a term lies in none of the wholes. */
function outside(term: Term, wholes: readonly Whole[]): readonly Term[] {
  const met = wholes.filter(({ start, end }) => start < term.end && end > term.start);
  if (met.length === 0) return [term];
  const characters = [...term.text];
  const rest: Term[] = [];
  let at = term.start;
  for (const { start, end } of [...met, { start: term.end, end: term.end }]) {
    const text = characters.slice(at - term.start, start - term.start).join('');
    if (start > at && text !== '') rest.push({ text, start: at, end: start });
    at = Math.max(at, end);
  }
  return rest;
}

/** From offsets to places among the code points. */
function openPlaces(text: string, characters: readonly string[]): (offset: number) => number {
  if (text.length === characters.length) return (offset) => offset;
  const places = new Uint32Array(text.length + 1);
  let offset = 0;
  for (const [place, character] of characters.entries()) {
    places[offset] = place;
    offset += character.length;
  }
  places[text.length] = characters.length;
  return (at) => places[at] ?? characters.length;
}

/** As the whole run converts it, where a character converts otherwise inside a word; and by character. */
function readings(word: string, simplified: string): readonly Phrase[] {
  const folded = new Set(word === simplified ? [fold(word)] : [fold(simplified), fold(word)]);
  return [...folded].flatMap((reading) => phraseOf(reading) ?? []);
}

function staysJoined(before: Term, term: Term, typedBetween: string): boolean {
  const between = typedBetween.replace(/[\p{C}\p{M}]/gu, ''); // what folding leaves out joins
  if (!HAN.test(before.text) && !HAN.test(term.text)) return between === '' || JOINT.test(between);
  if (between !== '' || DIGITS.test(term.text)) return between === '' && before.text.endsWith(ORDINAL);
  return (DIGITS.test(before.text) || isSingle(before)) && isSingle(term);
}

function isSingle({ text }: Term): boolean {
  return HAN.test(text) && [...text].length === 1;
}

/**
 * A run of Chinese as words with their readings.
 *
 * Each word is read alone. pinyin-pro reads a whole run by words of its own, which run over the borders of ours: 行 in
 * 本行政区域 by 本行, in 工商行政 by 商行. One character alone is read by what stands around it.
 */
import { keepRecent } from '../../core/recent.js';
import { isKnown, syllables } from '../../core/text/pinyin.js';
import { POLICY_TERMS } from '../../core/text/policy-terms.js';
import { segment, segmentShort } from '../../core/text/segment.js';
import { IN_WORDS, READINGS } from './tables/readings.js';

export interface ReadWord {
  readonly word: string;
  /** One a character, without tones, ü as it is. */
  readonly syllables: readonly string[];
}

/** Words are cut into pieces of no more: 国务院|办公厅, 人工|智能. */
const LONGEST_PIECE = 3;
const LONGEST_ENTRY = Math.max(...[...READINGS.keys()].map((word) => word.length));
/** A place and what kind of place it is (单县 is one word, as names of one syllable are); 直辖市, 县级市 and 城市 are no names. */
const PLACE = /^(?!.*(?:辖|级|城|列|自治)[市县]$)(.{2,})([省市县])$/u;
const PLACE_KIND = /[省市县区州盟旗镇乡村]/y;
/** Read so wherever they stand alone, which is nearly always as a particle. */
const PARTICLES: ReadonlyMap<string, string> = new Map([
  ['的', 'de'],
  ['了', 'le'],
  ['得', 'de'],
]);

/** The words of titles are mostly the same few thousand; what is longer than one character is read alone, so always alike. */
const MOST_KEPT = 4000;
const kept = keepRecent<readonly ReadWord[]>(MOST_KEPT);

/** @param run  Simplified Chinese characters alone. */
export function readWords(run: string): readonly ReadWord[] {
  let whole: readonly string[] | null = null; // read where a single character asks for it
  let at = 0;
  return joinNames(run, segment(run)).flatMap((word): readonly ReadWord[] => {
    const start = at;
    const { length } = [...word];
    at += length;
    if (length > 1) return kept.getOr(word, () => inPieces(word, readWord(word)));
    const particle = PARTICLES.get(word);
    if (particle !== undefined) return [{ word, syllables: [particle] }];
    whole ??= syllables(run);
    return [{ word, syllables: [whole[start] ?? word] }];
  });
}

/** 单|县|人民政府 → 单县|人民政府: a word of the table is one word, also where the segmenter does not know it. */
function joinNames(run: string, words: readonly string[]): string[] {
  const starts = new Set([0]);
  let offset = 0;
  for (const word of words) {
    offset += word.length;
    starts.add(offset);
  }
  const borders = [...starts]; // in their order
  const joined: string[] = [];
  let border = 0;
  for (let at = 0; at < run.length; ) {
    while ((borders[border] ?? run.length) <= at && border < borders.length) border += 1;
    const next = borders[border] ?? run.length;
    const name = starts.has(at) ? nameAt(run, at, next, starts) : null;
    const word = name ?? run.slice(at, next);
    joined.push(word);
    at += word.length;
  }
  return joined;
}

/** The longest word of the table that begins at `at` and goes on past `next`, where the segmenter would end it. */
function nameAt(run: string, at: number, next: number, starts: ReadonlySet<number>): string | null {
  for (let end = Math.min(run.length, at + LONGEST_ENTRY); end > next; end -= 1) {
    const word = run.slice(at, end);
    if (READINGS.has(word) && (starts.has(end) || isPlaceKind(run, end))) return word;
  }
  return null;
}

function isPlaceKind(run: string, at: number): boolean {
  PLACE_KIND.lastIndex = at;
  return PLACE_KIND.test(run);
}

function inPieces(word: string, spoken: readonly string[]): readonly ReadWord[] {
  let at = 0;
  return pieces(word).map((piece) => {
    const { length } = [...piece];
    at += length;
    return { word: piece, syllables: spoken.slice(at - length, at) };
  });
}

/** 广东省 → 广东|省. Long words by their beats; in twos where they are cut no further, or into single characters. */
function pieces(word: string): string[] {
  const [, name, kind] = PLACE.exec(word) ?? [];
  if (name !== undefined && kind !== undefined) return [...pieces(name), kind];
  const characters = [...word];
  // A term is one word to a reader who searches; it is written as its parts: 新时代 Xin Shidai, 先导区 Xiandao Qu.
  if (characters.length === LONGEST_PIECE && POLICY_TERMS.has(word)) {
    const parts = segmentShort(word, 2);
    if (parts.length === 2) return parts;
  }
  if (characters.length <= LONGEST_PIECE || READINGS.has(word)) return [word];
  const short = shorter(word);
  const singles = short.filter((piece) => [...piece].length === 1).length;
  if (short.length > 1 && (singles < 2 || characters.length % 2 === 1)) return short.flatMap(pieces);
  return Array.from({ length: Math.ceil(characters.length / 2) }, (_, pair) =>
    characters.slice(2 * pair, 2 * pair + 2).join(''),
  );
}

function shorter(word: string): string[] {
  return READINGS.has(word) ? [word] : joinNames(word, segmentShort(word, LONGEST_PIECE));
}

/** What the table says of a word's beginning or end wins over what it says of its characters, and that over pinyin-pro. */
function readWord(word: string): string[] {
  const characters = [...word];
  const spoken = sounds(word).map((syllable, at) => IN_WORDS.get(characters[at] ?? '') ?? syllable);
  for (let length = 2; length <= characters.length; length += 1) {
    for (const start of new Set([0, characters.length - length])) {
      const part = characters.slice(start, start + length);
      for (const [character, reading] of READINGS.get(part.join('')) ?? []) {
        part.forEach((own, at) => {
          if (own === character) spoken[start + at] = reading;
        });
      }
    }
  }
  return spoken;
}

/** By pinyin-pro: whole where it is a word of its dictionary too (审时度势), else by our shorter words (工商|行政). */
function sounds(word: string): string[] {
  const whole = syllables(word);
  const short = word.length > LONGEST_PIECE && !isKnown(word) ? shorter(word) : [word];
  if (short.length === 1) return whole;
  let at = 0;
  return short.flatMap((piece) => {
    const { length } = [...piece];
    at += length;
    return length === 1 ? whole.slice(at - 1, at) : readWord(piece);
  });
}

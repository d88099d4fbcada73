/**
 * What may have stood where a mirror split or marked text inside a character (repair-damage.ts says where it is looked for).
 *
 * From such a place on, the bytes were read one late, until ASCII or a pair that is none. Taken back to bytes, with
 * the lost byte put before them, they are the text that was; the lost byte is tried out.
 */
import { isReading, isReadingButForTone } from '../pronunciations.js';
import { characterOf, codeOf } from './gbk.js';

/** A place where bytes were lost: `start` to `end` goes, `given` are bytes that are known to follow the lost one. */
export interface Site {
  readonly kind: 'split' | 'pinyin';
  readonly start: number;
  readonly end: number;
  readonly given: readonly number[];
  /** What the lost byte makes with the trail of the character before, at a `pinyin` site. */
  readonly trail: number | null;
  readonly syllable: string | null;
}

export interface Candidate {
  readonly end: number;
  readonly text: string;
}

const OWN_READING = /^[?？]?[(（]?([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5})[)）]/u;
const OWN_BRACKET = /^[（(]([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5})[)）]/u;
/** Full-width forms (A3A1–A3FE) that a later step of the mirror halved; in the bytes they were two. */
const HALVED_FIRST = 0x21;
const HALVED_LAST = 0x7e;
/** Shifted stretches are no longer: ASCII, or the end of the line, comes before. */
const MAX_STRETCH = 80;
const MAX_HALVED = 3;

/** Every reading of what follows a site, for every byte that may have been lost. */
export function candidatesAt(text: string, site: Site): Candidate[] {
  return stretchesFrom(text, site.end)
    .flatMap(({ end, bytes }) => completed(text, end, bytes, site))
    .map((candidate) => withoutOwnReading(text, candidate));
}

/** 與(yǔ): the last character came with its reading in brackets. */
function withoutOwnReading(text: string, candidate: Candidate): Candidate {
  const own = OWN_BRACKET.exec(text.slice(candidate.end, candidate.end + 12));
  if (own === null || !isReadingButForTone([...candidate.text].at(-1) ?? '', own[1] ?? '')) return candidate;
  return { ...candidate, end: candidate.end + own[0].length };
}

interface Stretch {
  readonly end: number;
  readonly bytes: readonly number[];
}

/** Up to the first ASCII character, and past those that may have been halved. */
function stretchesFrom(text: string, start: number): Stretch[] {
  const stretches: Stretch[] = [];
  const bytes: number[] = [];
  let halved = 0;
  let at = start;
  for (; at < text.length && at - start < MAX_STRETCH; at += 1) {
    const character = text[at] ?? '';
    let code = codeOf(character);
    if (code === undefined) {
      stretches.push({ end: at, bytes: [...bytes] });
      const ascii = character.charCodeAt(0);
      halved += 1;
      if (ascii < HALVED_FIRST || ascii > HALVED_LAST || halved > MAX_HALVED) return stretches;
      code = 0xa380 + ascii;
    }
    bytes.push(code >> 8, code & 0xff);
  }
  stretches.push({ end: at, bytes });
  return stretches;
}

function completed(text: string, end: number, stretch: readonly number[], site: Site): Candidate[] {
  const known = [...site.given, ...stretch];
  const next = text[end] ?? '\n';
  // One byte is lost in front, so an even number of bytes leaves the last one alone.
  const isWhole = known.length % 2 === 1;
  const body = decodePairs(known.slice(1, isWhole ? undefined : -1));
  const last = known.at(-1) ?? 0;
  if (body === null) return [];
  const endings = isWhole ? [{ end, text: '' }] : known.length === 0 ? [] : endingsOf(text, end, last, next);
  const candidates: Candidate[] = [];
  for (let lost = 0x81; lost <= 0xfe; lost += 1) {
    if (!fitsPinyin(site, lost)) continue;
    if (known.length === 0) {
      for (const ending of endingsOf(text, end, lost, next)) candidates.push(ending);
      continue;
    }
    const first = characterOf(lost, known[0] ?? 0);
    if (first === undefined) continue;
    for (const ending of endings) candidates.push({ end: ending.end, text: first + body + ending.text });
  }
  return candidates;
}

function fitsPinyin({ trail, syllable }: Site, lost: number): boolean {
  if (trail === null || syllable === null) return true;
  const character = characterOf(trail, lost);
  return character !== undefined && isReading(character, syllable);
}

/** The last character: its second byte is the next character's ASCII, or was lost before its own pinyin. */
function endingsOf(text: string, end: number, first: number, next: string): Candidate[] {
  const code = next.charCodeAt(0);
  if (code >= 0x40 && code <= 0x7e) {
    const character = characterOf(first, code);
    return character === undefined ? [] : [{ end: end + 1, text: character }];
  }
  const own = OWN_READING.exec(text.slice(end, end + 12));
  if (own === null) return [];
  const endings: Candidate[] = [];
  for (let second = 0x40; second <= 0xfe; second += 1) {
    const character = characterOf(first, second);
    if (character === undefined || !isReading(character, own[1] ?? '')) continue;
    endings.push({ end: end + own[0].length, text: character });
  }
  return endings;
}

function decodePairs(bytes: readonly number[]): string | null {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const character = characterOf(bytes[at] ?? 0, bytes[at + 1] ?? 0);
    if (character === undefined) return null;
    text += character;
  }
  return text;
}

/**
 * Chinese in Latin letters, without tones.
 *
 * Words are joined and spelled as 《汉语拼音正词法基本规则》 asks: `Guanyu Shenru Shishi`, names apart from 省, 市, 县 but for
 * those of one syllable (`Shanxian`), long words by their beats (`Rengong Zhineng`), an apostrophe before a syllable that
 * begins with a vowel (`Fang’an`).
 *
 * @see GB/T 16159-2012, 5 (joining), 6.1 (long words), 6.2 (capitals).
 */
import { convert } from '../../core/text/convert.js';
import { readWords } from './read-words.js';

const RUNS =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[-–—.·/](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*|\s+|./gsu;
const HAN = /^\p{Script=Han}/u;
const OPENING = /^[\p{Ps}\p{Pi}《〈「『]$/u;
const SPACE = /^\s+$/;
const WIDE_CLOSING = /^[\p{Pf}》〉」』，、。；：！？）]$/u;
const CLOSING = /^[\p{Pe}\p{Pf}》〉」』，、。；：！？,.;:!?%]$/u;
/** Marks that Latin text has in another form; quotation and title marks stay as they are. */
const LATIN_MARKS: ReadonlyMap<string, string> = new Map([
  ['（', '('],
  ['）', ')'],
  ['，', ','],
  ['、', ','],
  ['；', ';'],
  ['：', ':'],
  ['。', '.'],
]);
/** Structural words, small in a title unless they begin it. */
const SMALL_WORDS = new Set(['的', '地', '得', '之', '和', '与', '及', '或', '等']);

/** 国务院关于… → Guowuyuan Guanyu …; what is not Chinese stays. */
export function romaniseTitle(title: string): string {
  let romanised = '';
  let before = '';
  for (const [run] of convert(title).matchAll(RUNS)) {
    const words = HAN.test(run) ? romaniseRun(run) : [LATIN_MARKS.get(run) ?? run];
    if (!SPACE.test(run)) romanised += (isApart(before, run) ? ' ' : '') + words.join(' ');
    before = SPACE.test(run) && OPENING.test(before) ? before : run;
  }
  return romanised.charAt(0).toUpperCase() + romanised.slice(1);
}

/** Between two runs stands a space where one was, around words, and after a full-width mark. */
function isApart(before: string, run: string): boolean {
  if (before === '' || OPENING.test(before) || CLOSING.test(run)) return false;
  return SPACE.test(before) || HAN.test(before) || HAN.test(run) || WIDE_CLOSING.test(before);
}

/** 国务院 → guowuyuan: letters and digits only, ü as v. Empty where nothing can be read. */
export function romaniseKey(name: string): string {
  return [...convert(name).matchAll(RUNS)]
    .flatMap(([run]) => (HAN.test(run) ? readWords(run).flatMap(({ syllables }) => syllables) : [run]))
    .join('')
    .replaceAll('ü', 'v')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

function romaniseRun(run: string): string[] {
  return readWords(run).map(({ word, syllables }) => {
    const spelled = syllables.reduce(join, '');
    return SMALL_WORDS.has(word) ? spelled : spelled.charAt(0).toUpperCase() + spelled.slice(1);
  });
}

function join(word: string, syllable: string): string {
  return word !== '' && /^[aoe]/.test(syllable) ? `${word}’${syllable}` : word + syllable;
}

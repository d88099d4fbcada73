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
import { readWords } from '../names/read-words.js';

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
const COMPOUND_SURNAME =
  /^(?:欧阳|司马|上官|诸葛|尉迟|东方|皇甫|慕容|令狐|公孙|司徒|司空|夏侯|宇文|长孙|端木|南宫|独孤)/;
/** Family names that are read otherwise than the character usually is. */
const SURNAMES: ReadonlyMap<string, string> = new Map([
  ['单', 'shan'],
  ['曾', 'zeng'],
  ['解', 'xie'],
  ['仇', 'qiu'],
  ['任', 'ren'],
  ['查', 'zha'],
  ['区', 'ou'],
  ['盖', 'ge'],
  ['朴', 'piao'],
  ['华', 'hua'],
  ['尉迟', 'yuchi'],
  ['长孙', 'zhangsun'],
  ['万俟', 'moqi'],
  ['缪', 'miao'],
  ['乐', 'yue'],
  ['覃', 'qin'],
  ['冼', 'xian'],
  ['郗', 'xi'],
  ['召', 'shao'],
  ['种', 'chong'],
  ['纪', 'ji'],
  ['翟', 'zhai'],
]);
/** Structural words, small in a title unless they begin it. */
const SMALL_WORDS = new Set(['的', '地', '得', '之', '和', '与', '及', '或', '等']);

/** No title is longer; reading one of a whole text aloud would hold everybody up. */
const LONGEST_TITLE = 1000;

/** 国务院关于… → Guowuyuan Guanyu …; what is not Chinese stays, and so does what is no title any more. */
export function romaniseTitle(title: string): string {
  if (title.length > LONGEST_TITLE) return title;
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

/** 何海波 → He Haibo, 欧阳修 → Ouyang Xiu; null for what is no name of a person. */
export function romaniseName(name: string): string | null {
  const simplified = convert(name);
  if (!/^\p{Script=Han}{2,4}$/u.test(simplified) || /[报网社台院局]$/.test(simplified)) return null;
  const surname = COMPOUND_SURNAME.exec(simplified)?.[0] ?? simplified.slice(0, 1);
  const given = simplified.slice(surname.length);
  if (given === '' || given.length > 2) return null;
  const family = SURNAMES.get(surname) ?? [...surname].map((character) => alone(character)).join('');
  return `${capitalised(family)} ${capitalised([...given].map(alone).reduce(join, ''))}`;
}

function alone(character: string): string {
  return readWords(character)[0]?.syllables[0] ?? character;
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** 国务院 → guowuyuan: letters and digits only, ü as v. Empty where nothing can be read. */
export function romaniseKey(name: string): string {
  return [...convert(name.slice(0, LONGEST_TITLE)).matchAll(RUNS)]
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

/**
 * Of jieba's dictionary, the words that it has met ten times or more, and those that policy texts write: 108,699 of 348,982; and
 * the terms of policy that it lacks. What it takes in memory goes from 248 MB to 85, and loading from a second to a third of
 * one. bench/RANKING.md says what is cut otherwise.
 *
 * The library reads files and nothing else, once; so they are written to a folder of our own, and removed again. They are
 * made of the dictionary that is installed, at each start, and can neither grow old nor be somebody else's.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { POLICY_TERMS } from './policy-terms.js';
import { POLICY_WORDS } from './policy-words.js';

export interface DictionaryFiles {
  /** Lines of `word count tag`. */
  readonly dict: string;
  /** Lines of `word rarity`, for finding key words, which nobody asks for: it has one. */
  readonly idfDict: string;
}

/** A word with a count of one digit. Read byte by byte as Latin 1: a third of the memory, and digits and spaces are what they are. */
const RARE = /^[^ \n]{1,200} \d [^\n]{0,20}\n/gm;
const KEPT = new Set([...POLICY_WORDS].map((word) => Buffer.from(word).toString('latin1')));

/**
 * How often a term is said to be met: so often that it is likelier than its words in a row, and so seldom that a word which
 * shares a character with it (扩大, of 扩大模型) is likelier still.
 */
const TERM_COUNT = 1000;
const TERM_LINES = [...POLICY_TERMS].map((term) => `${term} ${TERM_COUNT} n\n`).join('');

/**
 * @param whole  Path of the whole dictionary.
 * @param use    Is given what is left of it; null where that cannot be written.
 */
export function withCommonWords(whole: string, use: (files: DictionaryFiles | null) => void): void {
  const folder = writeCommonWords(whole);
  try {
    use(folder === null ? null : { dict: join(folder, 'dict'), idfDict: join(folder, 'idf') });
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns the folder with both files; null where there is no place for them, which is told. */
function writeCommonWords(whole: string): string | null {
  const words = readFileSync(whole, 'latin1').replace(RARE, (line) =>
    KEPT.has(line.slice(0, line.indexOf(' '))) ? line : '',
  );
  let folder: string | null = null;
  try {
    folder = mkdtempSync(join(tmpdir(), 'zhengsou-words-'));
    writeFileSync(
      join(folder, 'dict'),
      Buffer.concat([Buffer.from(words, 'latin1'), Buffer.from(TERM_LINES)]),
    );
    writeFileSync(join(folder, 'idf'), '的 1\n');
    return folder;
  } catch (error) {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    process.emitWarning(
      `There is no room for a file of 2 MB in ${tmpdir()} (${(error as NodeJS.ErrnoException).code}): all of the dictionary is loaded, which takes 170 MB more. Make room there, or name another folder in TMPDIR.`,
    );
    return null;
  }
}

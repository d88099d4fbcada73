/**
 * Splits Simplified Chinese into words.
 *
 * The only file that knows jieba. Its promise: segments are lossless. Joined, they are the text
 * that went in, so a running sum of their lengths is an exact offset. jieba's search mode breaks
 * that promise (its cuts overlap), which is why it is never called; and jieba replaces lone
 * surrogates, so a text that has any is split around them.
 *
 * Convert first: on Traditional text jieba falls back to single characters.
 *
 * The dictionary is loaded with the first cut, and takes 85 MB in each thread that cuts: in the server that is one.
 */
import nodejieba from 'nodejieba';
import { withCommonWords } from './dictionary.js';

const LONE_SURROGATES = /([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/;

/** Its types do not know it. */
const { DEFAULT_DICT: WHOLE } = nodejieba as typeof nodejieba & { readonly DEFAULT_DICT: string };

let isLoaded = false;

export function segment(text: string): string[] {
  if (text === '') return [];
  if (!isLoaded) loadDictionary();
  if (text.isWellFormed()) return nodejieba.cut(text);
  return text.split(LONE_SURROGATES).flatMap((piece) => {
    if (piece === '') return [];
    return piece.isWellFormed() ? nodejieba.cut(piece) : [piece];
  });
}

/** The same with no word longer than `longest` characters where shorter ones are known: 国务院办公厅 → 国务院|办公厅. */
export function segmentShort(text: string, longest: number): string[] {
  if (text === '' || !text.isWellFormed()) return segment(text);
  if (!isLoaded) loadDictionary();
  return nodejieba.cutSmall(text, longest);
}

/**
 * Holds up its thread for a third of a second: no deadline should be running there.
 *
 * @param words  `whole`: all that jieba knows, to compare with.
 */
export function loadDictionary(words: 'common' | 'whole' = 'common'): void {
  if (words === 'whole') nodejieba.load();
  else withCommonWords(WHOLE, (files) => (files ? nodejieba.load(files) : nodejieba.load()));
  isLoaded = true;
}

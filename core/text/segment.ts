/**
 * Splits Simplified Chinese into words.
 *
 * The only file that knows jieba. Its promise: segments are lossless. Joined, they are the text
 * that went in, so a running sum of their lengths is an exact offset. jieba's search mode breaks
 * that promise (its cuts overlap), which is why it is never called; and jieba replaces lone
 * surrogates, so a text that has any is split around them.
 *
 * Convert first: on Traditional text jieba falls back to single characters.
 */
import nodejieba from 'nodejieba';

const LONE_SURROGATES = /([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/;

export function segment(text: string): string[] {
  if (text === '') return [];
  if (text.isWellFormed()) return nodejieba.cut(text);
  return text.split(LONE_SURROGATES).flatMap((piece) => {
    if (piece === '') return [];
    return piece.isWellFormed() ? nodejieba.cut(piece) : [piece];
  });
}

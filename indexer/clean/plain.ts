/**
 * Text as rules read it: Simplified, digits and letters narrow, every character in its place. The published text stays as
 * it is; what is found at an offset here stands at the same offset there.
 */
import { toSimplified } from '../../core/text/script.js';
import { narrow } from './narrow.js';

/** Conversion keeps code points; the few that change their UTF-16 length would shift offsets, so they stay. */
export function plainText(printed: string): string {
  const text = narrow(printed);
  const plain = toSimplified(text);
  if (plain.length === text.length) return plain;
  const converted = [...plain];
  return [...text]
    .map((one, index) => (converted[index]?.length === one.length ? converted[index] : one))
    .join('');
}

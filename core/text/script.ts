/**
 * In which script a text is printed, and a text in Simplified whatever it was printed in.
 */
import { ALONE, convert, toTraditional, withoutVariants } from './convert.js';

export type Script = 'hans' | 'hant';

/**
 * By code unit: 1 a character that only Traditional has (it converts, and GB 2312 lacks it), 2 one that only Simplified has
 * (another converts to it, and it is none of the 5,401 common characters of Big5), or that Traditional hardly ever prints.
 * 乾 and 里 are in both and say nothing.
 */
const [ONLY_TRADITIONAL, ONLY_SIMPLIFIED] = [1, 2];
/** In Taiwan's laws less than once for a hundred times that it prints what converts to them (皇后 for 後, 于 the surname for 於). */
const HARDLY_TRADITIONAL = '划采范筑愿坏听儿虫荐扑丰征于后挂并';
const EVIDENCE = evidence();

/** @returns Traditional where it prints more characters that only Traditional has than such of Simplified; null: no evidence. */
export function scriptOf(text: string): Script | null {
  const seen = [0, 0, 0];
  for (let i = 0; i < text.length; i += 1) {
    const kind = EVIDENCE[text.charCodeAt(i)] as number;
    if (kind !== 0) seen[kind] = (seen[kind] as number) + 1;
  }
  const [, traditional = 0, only = 0] = seen;
  if (traditional + only === 0) return null;
  return traditional > only ? 'hant' : 'hans';
}

/**
 * Simplified as the words are written in it; a text that is Simplified already stays as it is (乾县 is no 干县). By paragraph.
 *
 * @param without  The script of a paragraph that does not say which it is in.
 */
export function toSimplified(text: string, without: Script = 'hans'): string {
  return inScript('hans', text, without);
}

/** The text in the script asked for; what is printed in it stays as it was printed: 后 in Traditional may well mean 后. */
export function inScript(script: Script, text: string, without: Script): string {
  const write = script === 'hans' ? (printed: string) => convert(withoutVariants(printed)) : toTraditional;
  const paragraphs = text.split('\n');
  const isPrinted = paragraphs.map((paragraph) => (scriptOf(paragraph) ?? without) === script);
  const written: string[] = [];
  for (let from = 0, to = 0; from < paragraphs.length; from = to) {
    // Neighbours at once: a call for each paragraph takes half as long again.
    while (to < paragraphs.length && isPrinted[to] === isPrinted[from]) to += 1;
    const neighbours = paragraphs.slice(from, to).join('\n');
    written.push(isPrinted[from] ? neighbours : write(neighbours));
  }
  return written.join('\n');
}

function evidence(): Uint8Array {
  const units = new Uint8Array(0x10000);
  const inMainland = charactersOf('gbk', [0xb0, 0xf7], [0xa1, 0xfe]);
  const inTaiwan = charactersOf('big5', [0xa4, 0xc6], [0x40, 0xfe]);
  for (const [character, converted] of ALONE) {
    const unit = character.charCodeAt(0);
    if (character.length > 1 || unit < 0x3400 || unit >= 0xa000) continue;
    if (!inMainland.has(character)) units[unit] = ONLY_TRADITIONAL;
    const isOnly = !inTaiwan.has(converted) || HARDLY_TRADITIONAL.includes(converted);
    if (converted.length === 1 && isOnly) units[converted.charCodeAt(0)] = ONLY_SIMPLIFIED;
  }
  return units;
}

/** @see GB 2312-1980, all of its ideographs; Big5, its first plane */
function charactersOf(
  encoding: 'gbk' | 'big5',
  [firstLead, lastLead]: readonly [number, number],
  [firstTrail, lastTrail]: readonly [number, number],
): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const found = new Set<string>();
  for (let lead = firstLead; lead <= lastLead; lead += 1) {
    for (let trail = firstTrail; trail <= lastTrail; trail += 1) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1) found.add(character);
    }
  }
  return found;
}

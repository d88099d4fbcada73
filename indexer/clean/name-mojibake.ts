/**
 * Names text that was read in the wrong encoding before it came to us, so that nobody takes it for a text that says nothing:
 * 鎴愰兘甯 is 成都市 in UTF-8 read as GBK, æˆ éƒ½ the same read as Latin-1, 锟斤拷 what is left of either.
 *
 * It is told, not mended: which bytes are gone cannot be known.
 */
import { codeOf } from './damage/gbk.js';
import type { Draft } from './draft.js';

/** Replacement characters, themselves read as GBK or Latin-1; memory that was never written to. */
const REMAINS = /锟斤拷|锟斤|斤拷|锘縝?|烫烫烫|屯屯屯|ï¿½|ï»¿/u;
/** UTF-8 read as Latin-1 or Windows-1252: a lead byte and what may follow it. */
const LATIN =
  /(?:Ã[\u0080-\u00bf¡-¿]|Â[\u00a0-\u00bf](?=[\s\S])|â€[\u009c\u009d\u0093\u0094œ“”™˜¦]|[äåæçèé][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2})/gu;
/** What UTF-8 becomes in GBK is full of characters that texts hardly print: 鐨 鏄 锛 鍥. */
const SUSPECT = /[\u9352-\u95c1]/gu;
/** One of so many characters of such a line, at the least; of Traditional texts (開, 關, 間) it is one of thirty. */
const SHARE = 6;
const [LOOKED_AT, LINE] = [200_000, 2_000];
const MIN_RIGHT = 2;
/** Lines with such characters that are taken back to their bytes. */
const MOST_LINES = 200;
const MIN_LATIN = 2;
const EXAMPLE = 8;

export function nameMojibake(draft: Draft): Draft {
  const text = draft.mapped.text.slice(0, LOOKED_AT);
  const found = remains(text) ?? latin(text) ?? asGbk(text);
  if (found === null) return draft;
  const message = `The text was read in a wrong encoding before it came here (${found.example}…, ${found.cause}): save it again from its source, as UTF-8.`;
  return { ...draft, warnings: [...draft.warnings, { code: 'mojibake', message }] };
}

interface Found {
  readonly example: string;
  readonly cause: string;
}

function remains(text: string): Found | null {
  const match = REMAINS.exec(text);
  return match === null ? null : { example: match[0], cause: 'characters that had been lost already' };
}

function latin(text: string): Found | null {
  const matches = [...text.matchAll(LATIN)];
  const [first] = matches;
  const isOne = first?.[0].startsWith('Ã') === true;
  if (first === undefined || (matches.length < MIN_LATIN && !isOne)) return null;
  return { example: text.slice(first.index, first.index + EXAMPLE), cause: 'UTF-8 read as Latin-1' };
}

/** Lines whose characters, taken back to the bytes of GBK, are UTF-8. */
function asGbk(text: string): Found | null {
  let looked = 0;
  for (const line of text.split('\n')) {
    const short = line.slice(0, LINE);
    const suspects = short.match(SUSPECT)?.length ?? 0;
    if (suspects * SHARE < short.length) continue;
    looked += 1;
    if (looked > MOST_LINES) return null;
    if (isUtf8(short)) return { example: short.slice(0, EXAMPLE), cause: 'UTF-8 read as GBK' };
  }
  return null;
}

function isUtf8(line: string): boolean {
  const bytes: number[] = [];
  for (const character of line) {
    const code = codeOf(character);
    if (code !== undefined) bytes.push(code >> 8, code & 0xff);
    else bytes.push(character.charCodeAt(0) < 0x80 ? character.charCodeAt(0) : 0xff);
  }
  const decoded = new TextDecoder('utf-8').decode(Uint8Array.from(bytes));
  const right = decoded.match(/[\p{Script=Han}，。、：；“”（）《》]/gu)?.length ?? 0;
  const wrong = decoded.match(/\ufffd/gu)?.length ?? 0;
  return right >= MIN_RIGHT && right >= wrong;
}

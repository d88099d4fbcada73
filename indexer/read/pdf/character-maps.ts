/**
 * The character maps that a PDF may name without holding them (GBK-EUC-H, UniGB-UCS2-H, ETen-B5-H), for fonts that it does not embed.
 *
 * Adobe's own give each character a number in a font, and 2 MB of further maps say which character a number is. Nothing is drawn
 * here: so a character's number is its code in Unicode, and the second map says the same. ASCII has the numbers that Adobe's has (1 to
 * 95), so that the widths which a PDF gives for these are found.
 */
import { charactersOf } from '../encoding.js';

const UNICODE = /^Uni(?:GB|CNS|JIS|KS|JIS2004|HKSCS)-(?:UCS2|UTF16)-[HV]$/u;
const BACK = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/u;
const GBK = /^(?:GBK|GBKp|GB|GBpc|GBK2K)(?:-EUC)?-[HV]$/u;
const BIG5 = /^(?:B5pc|ETen-B5|ETenms-B5|HKscs-B5)-[HV]$/u;

/** In the form that the PDF standard has for maps; null for one of another writing. */
export function cMapOf(name: string): string | null {
  const vertical = name.endsWith('V') ? '/WMode 1 def\n' : '';
  if (UNICODE.test(name)) return `${vertical}${codeSpace('<0000> <ffff>')}${unicodeRanges()}`;
  if (BACK.test(name)) return `${codeSpace('<0000> <ffff>')}${backRanges()}`;
  if (GBK.test(name)) return `${vertical}${doubleBytes('gbk')}`;
  if (BIG5.test(name)) return `${vertical}${doubleBytes('big5')}`;
  return null;
}

const hex = (value: number, digits = 4): string => value.toString(16).padStart(digits, '0');

function codeSpace(...ranges: readonly string[]): string {
  return `${ranges.length} begincodespacerange\n${ranges.join('\n')}\nendcodespacerange\n`;
}

/** ASCII from 0x20 is 1 to 95; past it the number is the code. A range must stay in one first byte. */
function unicodeRanges(): string {
  const rows = [...Array(256).keys()].map((high) =>
    high === 0 ? '<0080> <00ff> 128' : `<${hex(high * 256)}> <${hex(high * 256 + 255)}> ${high * 256}`,
  );
  return cidRanges(['<0020> <007e> 1', ...rows]);
}

function cidRanges(rows: readonly string[]): string {
  return `${rows.length} begincidrange\n${rows.join('\n')}\nendcidrange\n`;
}

function backRanges(): string {
  const rows = [...Array(256).keys()].map((high) =>
    high === 0
      ? '<0080> <00ff> <0080>'
      : `<${hex(high * 256)}> <${hex(high * 256 + 255)}> <${hex(high * 256)}>`,
  );
  const all = ['<0001> <005f> <0020>', ...rows];
  return `${all.length} beginbfrange\n${all.join('\n')}\nendbfrange\n`;
}

function doubleBytes(encoding: 'gbk' | 'big5'): string {
  const rows = charactersOf(encoding).map(([code, character]) => `<${hex(code)}> ${character}`);
  const chars = `${rows.length} begincidchar\n${rows.join('\n')}\nendcidchar\n`;
  return `${codeSpace('<00> <80>', '<8140> <fefe>')}${cidRanges(['<20> <7e> 1'])}${chars}`;
}

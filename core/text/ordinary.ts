/**
 * Text with ordinary characters in the place of those that only look like them: Kangxi radicals and the radicals of the
 * supplement, which PDFs print for 一 and 民, and compatibility ideographs. One to one: offsets stay.
 */
import { RADICALS } from './radicals.js';

const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/gu;
const ANY = /[\u2e80-\u2fdf\uf900-\ufaff]/u;

/** 第⼀条 → 第一条, ⼈⺠政府 → 人民政府. What would not fit in the same place stays. */
export function ordinary(text: string): string {
  if (!ANY.test(text)) return text;
  return text.replace(LOOKALIKE, (character) => {
    const plain = RADICALS.get(character.charCodeAt(0)) ?? character.normalize('NFKC');
    return plain.length === character.length ? plain : character;
  });
}

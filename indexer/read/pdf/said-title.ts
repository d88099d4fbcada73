import type { SaidMetadata } from '../../model.js';

/** Printed this far from the head, in characters. */
const HEAD = 3000;
const SHORTEST = 5;

/**
 * What a PDF says its title is is often the name of a file or of a program: it is taken where the text prints it, or the part of it
 * before or behind the name of a site.
 *
 * ```
 * 中华人民共和国监察法-纪检        →  中华人民共和国监察法
 * Microsoft Word - 关于印发…doc    →  关于印发…
 * about:blank, 公文.indd           →  nothing
 * ```
 */
export function saidTitle(said: string, text: string): SaidMetadata {
  const head = text.slice(0, HEAD).replace(/\s/gu, '');
  const whole = said.replace(/\.(?:docx?|wps|pdf|indd|html?)$/iu, '');
  const parts = [whole, ...whole.split(/[|｜_—–-]/u)].map((part) => part.trim());
  const printed = parts
    .filter((part) => part.length >= SHORTEST && /\p{Script=Han}/u.test(part))
    .filter((part) => head.includes(part.replace(/\s/gu, '')))
    .sort((one, other) => other.length - one.length)[0];
  return printed === undefined ? {} : { title: printed };
}

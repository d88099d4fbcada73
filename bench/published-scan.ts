/**
 * What Ctrl+F finds in a text as it was published, in its own script: the measure of quoted counts. It shares nothing with what
 * it measures: nothing is converted on either side, and a text is taken apart by patterns where the product has tables.
 *
 * Width and case do not count, white space is left out (between Latin words and numbers it separates), a run of signs is one
 * sign, Latin words and numbers are whole.
 */
import { analyze, occurrences, type Phrase, readingsOf, toPhrases } from '../core/text/analyze.js';
import { convert, convertCharacter } from '../core/text/convert.js';

/** ① ³ ½ ℃: a number or a word by itself. */
const BY_ITSELF =
  /[\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2100-\u213b\u2150-\u215f\u2460-\u24ff\u3200-\u33ff]/gu;
const PIECE =
  /\p{Script=Han}|\p{Script=Latin}+|\p{Script=Greek}+|\p{Script=Cyrillic}+|\p{Nd}+|[\p{P}\p{S}]+|[\p{L}\p{N}]+/gu;
const SIGNS = /^[\p{P}\p{S}]/u;
const SIGN = '¦';

/** The text as it is compared: one holds another where it `includes` it. */
export function publishedForm(text: string): string {
  const plain = text
    .replace(BY_ITSELF, (form) => ` ${form} `)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?!\s)[\p{C}\p{M}]/gu, '');
  let form = '';
  for (const [piece] of plain.matchAll(PIECE)) {
    if (SIGNS.test(piece)) form += form.endsWith(SIGN) ? '' : SIGN;
    else form += /\p{Script=Han}/u.test(piece) ? piece : `|${piece}|`;
  }
  return form;
}

export interface PublishedClause {
  readonly id: string;
  readonly text: string;
  readonly form: string;
  readonly script: 'hans' | 'hant';
}

export interface QuotedFinding {
  readonly asked: string;
  /** Clauses that print it and were not found. */
  readonly missed: readonly string[];
  /**
   * Clauses that were found and do not print it: where it was drawn from a text in Simplified, all such in Simplified; where
   * one of the two is Traditional, or prints it with a character that is (幷 in a text in Simplified), those of which no reading
   * holds one of its readings.
   */
  readonly wrong: readonly string[];
  /** Clauses that hold it in another reading alone. */
  readonly further: number;
}

/** @param found  Ids of the clauses that a quoted query finds. */
export function judgeQuoted(
  { asked, script }: Drawn,
  clauses: readonly PublishedClause[],
  found: ReadonlySet<string>,
): QuotedFinding {
  const form = publishedForm(asked);
  const readings = toPhrases(asked, 'hant');
  const isTraditional = script === 'hant' || changedPlaces(asked).length > 0;
  const missed: string[] = [];
  const wrong: string[] = [];
  let further = 0;
  for (const clause of clauses) {
    const prints = clause.form.includes(form);
    if (prints && !found.has(clause.id)) missed.push(clause.id);
    if (prints || !found.has(clause.id)) continue;
    const read = readingsOf(clause.text, clause.script);
    const isRead =
      readings.some(({ folded }) => read.includes(folded)) &&
      (isTraditional || clause.script === 'hant' || printsOtherwise(clause, readings));
    if (isRead) further += 1;
    else wrong.push(clause.id);
  }
  return { asked, missed, wrong, further };
}

/** Whether what a Simplified clause prints there holds a character of the other script. */
function printsOtherwise({ text, script }: PublishedClause, readings: readonly Phrase[]): boolean {
  const analysis = analyze(text, script);
  return readings
    .flatMap(({ folded }) => occurrences(analysis, folded))
    .some(({ start, end }) => [...text.slice(start, end)].some((one) => convertCharacter(one) !== one));
}

/** A part of a published text, and the script of that text. */
export interface Drawn {
  readonly asked: string;
  readonly script: 'hans' | 'hant';
}

const LONGEST = 8;

/**
 * Substrings of one to eight characters as published, quotation marks apart; those of signs alone ask nothing. Every other one
 * is drawn where conversion changes something.
 */
export function drawPublished(
  clauses: readonly Pick<PublishedClause, 'text' | 'script'>[],
  random: () => number,
  count: number,
): Drawn[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  const changed = clauses.map(({ text }) => changedPlaces(text));
  const withChange = clauses.flatMap((_, place) => ((changed[place]?.length ?? 0) > 0 ? [place] : []));
  const found: Drawn[] = [];
  while (found.length < count) {
    const atChange = found.length % 2 === 1 && withChange.length > 0;
    const place = atChange ? (withChange[below(withChange.length)] ?? 0) : below(clauses.length);
    const { text: whole = '', script = 'hans' } = clauses[place] ?? {};
    const characters = [...whole];
    const length = 1 + below(LONGEST);
    const at = atChange ? (changed[place]?.[below(changed[place].length)] ?? 0) : below(characters.length);
    const start = atChange ? Math.max(0, at - below(length)) : at;
    const text = characters.slice(start, start + length).join('');
    if (!/["“”「」『』＂„‟]/.test(text) && toPhrases(text, 'hans').length > 0)
      found.push({ asked: text, script });
  }
  return found;
}

/** Places of the characters that conversion, of the whole or of each alone, makes into others. */
function changedPlaces(text: string): number[] {
  const converted = convert(text);
  if (converted === text) return [];
  const others = [...converted];
  return [...text].flatMap((character, place) => (others[place] === character ? [] : [place]));
}

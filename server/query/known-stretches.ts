/**
 * What of a run the index may know as one thing: the name of a body or a place of its documents, or the code or series of
 * their numbers. Which strings are such, only the index says; so a question is understood twice, and the second time with what
 * the index knows.
 *
 * ```
 * 北京市经济和信息化局   one word, where documents are of that body; else 北京市 经济 和 信息化 局
 * 国办发                 documentNumber, where documents have that code; else a word
 * 京政发(2023)           documentNumber, where documents have numbers of that series; else 京政发 2023
 * ```
 */
import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { parseNumberSeries } from '../../core/text/document-number.js';
import { type Script, toSimplified } from '../../core/text/script.js';
import type { Known, SearchEngine } from '../../engine/engine.js';
import { comparedNumber } from '../../engine/entry.js';
import type { RunWord } from './cut-run.js';
import {
  type Alternative,
  type AskedItem,
  type Item,
  type Piece,
  type Question,
  questionOf,
  type Stretch,
} from './question.js';
import type { Added } from './widen-runs.js';

/** Longer names are printed, and never typed. */
const LONGEST_NAME = 30;
/** What names of several words end in. */
const NAME_END = /[厅廳局会會部室院司府行委处處社组組署关關办辦所省市县縣区區旗州盟]$/u;
/** 国办发, 台内社字: characters alone. */
const CODE = /^\p{Script=Han}{2,24}$/u;

/** Longest first. @param typed  A run. @param run  The same without what clings to it. */
export function stretchesOf(
  typed: string,
  run: string,
  words: readonly RunWord[],
  without: Script,
): readonly Stretch[] {
  const places = placesOf(run, words);
  const mayEnd = words.map(({ text }) => NAME_END.test(text));
  const names = words.flatMap(({ text, phrases, additions }, from): readonly Stretch[] => {
    const found = [...nameOf(text, phrases, from, from + 1, additions)];
    const start = places[from]?.start ?? 0;
    for (let last = from + 1; last < words.length; last += 1) {
      const end = places[last]?.end ?? 0;
      if (end - start > LONGEST_NAME) break;
      if (!mayEnd[last]) continue;
      const name = run.slice(start, end);
      found.push(...nameOf(name, toPhrases(name, without), from, last + 1));
    }
    return found;
  });
  const longestFirst = names.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return [...(words.length === 0 ? [] : numberOf(typed, run, words.length, without)), ...longestFirst];
}

function placesOf(run: string, words: readonly RunWord[]): readonly { start: number; end: number }[] {
  let at = 0;
  return words.map(({ text }) => {
    const start = Math.max(run.indexOf(text, at), at);
    at = start + text.length;
    return { start, end: at };
  });
}

/** Of one word, which stays widened. */
export function nameStretches(words: readonly RunWord[]): readonly Stretch[] {
  return words.flatMap(({ text, phrases, additions, isDropped }, from) =>
    isDropped ? [] : nameOf(text, phrases, from, from + 1, additions),
  );
}

function nameOf(
  text: string,
  alternatives: readonly Phrase[],
  from: number,
  to: number,
  additions: readonly Added[] = [],
): readonly Stretch[] {
  const names = alternatives.map(({ folded }) => folded);
  if (names.length === 0) return [];
  const widened = additions.length === 0 ? {} : { additions };
  const item: AskedItem = { kind: 'word', text, term: { alternatives, names }, ...widened };
  return [{ from, to, as: 'name', called: names, item }];
}

function numberOf(typed: string, run: string, to: number, without: Script): readonly Stretch[] {
  const series = parseNumberSeries(typed);
  if (series === null && !CODE.test(run)) return [];
  const [text, canonical] = series === null ? [run, toSimplified(run)] : [typed, series];
  // As the whole code converts it, and by character.
  const numbers =
    series !== null || comparedNumber(run) === comparedNumber(canonical) ? [canonical] : [canonical, run];
  const alternatives = toPhrases(text, without);
  const item: AskedItem = { kind: 'documentNumber', text, term: { alternatives, numbers } };
  return [{ from: 0, to, as: 'number', called: numbers.map(comparedNumber), item }];
}

/** The question as this index understands it. @throws PolicyError as the engine does. */
export async function settle(engine: Pick<SearchEngine, 'known'>, question: Question): Promise<Question> {
  const { pieces } = question;
  if (pieces === undefined) return question;
  const asked = [...new Set(pieces.flatMap(calledIn))];
  const known = await engine.known(asked);
  const knownAs = new Map<string, Known>();
  for (const [i, text] of asked.entries()) knownAs.set(text, known[i] ?? null);
  const here: Piece[] = [];
  for (const piece of pieces) here.push(settled(piece, knownAs));
  return { ...questionOf(here), pieces: here };
}

/** Whether it is a run of several words, and no name or number that the index knows. */
export function isCut(piece: Piece | undefined): boolean {
  return (piece?.items ?? []).filter((item) => 'term' in item).length > 1;
}

function calledIn({ items, stretches }: Piece): readonly string[] {
  const called: string[] = [];
  for (const stretch of stretches) called.push(...stretch.called);
  for (const item of items) {
    if (item.kind === 'either') called.push(...item.alternatives.flatMap(calledIn));
    else if ('additions' in item) called.push(...(item.additions ?? []).flatMap(calledAs));
  }
  return called;
}

function calledAs({ phrases }: Added): readonly string[] {
  return phrases.map(({ folded }) => folded);
}

/** An addition is what bodies and places are called, as what was typed may be. */
function settledItem(item: Item, known: ReadonlyMap<string, Known>): Item {
  if (!('additions' in item) || item.additions === undefined) return item;
  const additions: Added[] = [];
  for (const added of item.additions) {
    additions.push(isKnown(calledAs(added), 'name', known) ? { ...added, isName: true } : added);
  }
  return { ...item, additions };
}

function isKnown(called: readonly string[], as: Known, known: ReadonlyMap<string, Known>): boolean {
  for (const text of called) if (known.get(text) === as) return true;
  return false;
}

function settled<Settled extends Piece | Alternative>(
  piece: Settled,
  known: ReadonlyMap<string, Known>,
): Settled {
  const chosen: Stretch[] = [];
  for (const stretch of piece.stretches) {
    if (isKnown(stretch.called, stretch.as, known) && isFree(stretch, chosen)) chosen.push(stretch);
  }
  const items: Item[] = [];
  for (const [place, item] of piece.items.entries()) {
    const stretch =
      chosen.length === 0 ? undefined : chosen.find(({ from, to }) => from <= place && place < to);
    if (stretch !== undefined) {
      if (stretch.from === place) items.push(settledItem(stretch.item, known));
    } else if (item.kind !== 'either') {
      items.push(settledItem(item, known));
    } else {
      items.push({ ...item, alternatives: item.alternatives.map((one) => settled(one, known)) });
    }
  }
  const [only] = items;
  const isNumber = items.length === 1 && only?.kind === 'documentNumber';
  return { ...piece, items, ...('kind' in piece && isNumber ? { kind: 'documentNumber' } : {}) };
}

function isFree({ from, to }: Stretch, chosen: readonly Stretch[]): boolean {
  for (const other of chosen) if (to > other.from && from < other.to) return false;
  return true;
}

/**
 * The parts of a query → what an engine is asked, and what the reader is told we understood.
 *
 * A run is cut into words by the same analysis that documents went through, so that the same question in Traditional
 * is the same question: a word asks for either of its readings. Nothing is dropped in silence: what cannot be looked for is told as ignored, with the reason.
 */

import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { type Script, scriptOf } from '../../core/text/script.js';
import type { IgnoredCode, Understood } from '../api.js';
import { cutRun, type RunWord } from './cut-run.js';
import { nameStretches, stretchesOf } from './known-stretches.js';
import { type Operand, parseQuery, type QueryPart } from './parse-query.js';
import { isParticle } from './particles.js';
import {
  type Alternative,
  type AskedItem,
  type Item,
  type Piece,
  type Question,
  questionOf,
} from './question.js';
import { type Expand, joinedByTable, openWidening, type Whole, type Widening } from './widen-runs.js';

type IgnoredFor = Exclude<IgnoredCode, 'tooMany'>;
const REASONS: Readonly<Record<IgnoredFor, string>> = {
  punctuation: 'Punctuation and symbols alone cannot be looked for.',
  noContent: 'Of an English question, only words that the table of other words has are looked for.',
  noRoom: 'A question is widened by at most 64 other words.',
  oneSided: 'It joins or excludes nothing where it stands.',
  wildcard: 'There are no wildcards: a word is found inside longer ones as it is.',
};
/** Ends of sentences and brackets that cling to a copied word; a sign that belongs to a name (C++, 人工智能+) stays. */
const CLINGING =
  /^[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]{1,500}|[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]{1,500}$/gu;

/** A text in either script means the same. */
interface Scripts {
  /** A quoted text is meant as it is typed, unless something says that it is Traditional; a word may be. */
  readonly quoted: Script;
  readonly typed: Script;
}

interface Reading extends Scripts {
  readonly widening: Widening;
}

const WIDENED: Expand = { expand: 'on', without: [] };

export function understandQuery(typed: string, expand: Expand = WIDENED): Question {
  const script = scriptOf(typed);
  const scripts = { quoted: script ?? 'hans', typed: script ?? 'hant' } as const;
  const reading: Reading = { ...scripts, widening: openWidening(typed, scripts.typed, expand) };
  const parts = parseQuery(typed, (runs) => joinedByTable(runs, scripts.typed));
  const asked = inGroups(parts).flatMap((group) =>
    'runs' in group ? runsOf(group.runs, reading) : piecesOf(group.part, reading),
  );
  const left = reading.widening.left();
  const pieces = left.length === 0 ? asked : [...asked, one(ignored('word', left.join(' '), 'noRoom'))];
  const isOpen = pieces.some(hasStretches);
  return { ...questionOf(pieces), ...(isOpen ? { pieces } : {}) };
}

type Group = { readonly runs: readonly Operand[] } | { readonly part: QueryPart };

/** Runs with nothing but spaces between them are read together. */
function inGroups(parts: readonly QueryPart[]): readonly Group[] {
  const groups: ({ readonly runs: Operand[] } | { readonly part: QueryPart })[] = [];
  for (const part of parts) {
    const last = groups.at(-1);
    if (part.kind !== 'run') groups.push({ part });
    else if (last && 'runs' in last) last.runs.push(part);
    else groups.push({ runs: [part] });
  }
  return groups;
}

function runsOf(runs: readonly Operand[], { typed, widening }: Reading): readonly Piece[] {
  const wholes = widening.widen(runs.map(({ text }) => text));
  return runs.map(({ text: run, start }, i): Piece => {
    const inside = wholes[i] ?? [];
    const { words, text, whole, stretches } = cutWidened(run, typed, inside);
    const isElsewhere = inside.some(({ text }) => text === '');
    if (words.length === 0 && !isElsewhere) return one(ignored('word', run));
    const items = words.map(
      (word): Item => (word.isDropped ? ignored('word', word.text, 'noContent') : itemOf(word)),
    );
    return { items, whole, stretches, run: { start, end: start + run.length, text } };
  });
}

function hasStretches({ items, stretches }: Piece): boolean {
  const isOpen = (item: Item): boolean => item.kind === 'either' && item.alternatives.some(hasStretches);
  const isWidened = (item: Item): boolean => 'additions' in item && item.additions !== undefined;
  return stretches.length > 0 || items.some(isOpen) || items.some(isWidened);
}

function piecesOf(part: QueryPart, scripts: Reading): readonly Piece[] {
  switch (part.kind) {
    case 'sign':
      return [one(ignored('word', part.text, part.why))];
    case 'excluded': {
      const [text, script] = part.exact ? [part.text, scripts.quoted] : [trim(part.text), scripts.typed];
      const phrases = toPhrases(text, script);
      const excluded: Item = { kind: 'excluded', text: part.text, phrases };
      return [one(phrases.length > 0 ? excluded : ignored('excluded', part.text))];
    }
    case 'either': {
      const found = part.alternatives.map((operand) => operandOf(operand, scripts));
      const asked = found.filter((one) => one.items.length > 0);
      const left = part.alternatives.filter((_, i) => found[i]?.items.length === 0);
      const pieces = asked.length > 1 ? [one({ kind: 'either', alternatives: asked })] : asked;
      return [...pieces, ...left.map((operand) => one(ignored(kindOf(operand), operand.text)))];
    }
    default: {
      const piece = operandOf(part, scripts);
      return [piece.items.length > 0 ? piece : one(ignored(kindOf(part), part.text))];
    }
  }
}

function kindOf({ kind }: Operand): AskedItem['kind'] {
  return kind === 'run' ? 'word' : kind === 'quoted' ? 'phrase' : kind;
}

/** Without items where there is nothing to look for. */
function operandOf(operand: Operand, scripts: Reading): Alternative {
  const [kind, { text, start, number }] = [kindOf(operand), operand];
  if (kind === 'word') {
    const [wholes = []] = scripts.widening.widen([text]);
    const content = wholes.filter(({ isDropped }) => !isDropped);
    const { words, ...cut } = cutWidened(text, scripts.typed, content);
    const run = { start, end: start + text.length, text: cut.text };
    return { kind, ...cut, items: words.map(itemOf), run };
  }
  const phrases = toPhrases(text, scripts.quoted);
  const term =
    number === undefined
      ? { alternatives: phrases }
      : { alternatives: withCanonical(number, phrases), numbers: [number] };
  const items: readonly AskedItem[] = phrases.length === 0 ? [] : [{ kind, text, term }];
  return { kind, text, items, whole: [], stretches: [] };
}

interface CutRun extends Pick<Piece, 'whole' | 'stretches'> {
  readonly words: readonly RunWord[];
  /** Without what clings to it. */
  readonly text: string;
}

function cutWidened(run: string, script: Script, wholes: readonly Whole[]): CutRun {
  const words = cutRun(run, script, wholes);
  const text = trim(run);
  // A run that goes on in the next, or of which words are dropped, is not looked for in one piece.
  const isOneRun = wholes.every((whole) => whole.text === undefined);
  return {
    ...{ words, text: text === '' ? run : text },
    whole: words.length > 0 && isOneRun ? toPhrases(text, script) : [],
    stretches: isOneRun ? stretchesOf(run, text, words, script) : nameStretches(words),
  };
}

function itemOf({ text, phrases, additions }: RunWord): AskedItem {
  return {
    ...{ kind: 'word', text, term: { alternatives: phrases } },
    ...(isParticle(phrases[0]?.folded ?? '') ? { isParticle: true } : {}),
    ...(additions === undefined ? {} : { additions }),
  };
}
/** A number that was typed loosely (全角, 第 left out) is also looked for as it is usually printed. */
function withCanonical(documentNumber: string, typed: readonly Phrase[]): readonly Phrase[] {
  const all = [...typed, ...toPhrases(documentNumber, 'hans')];
  return [...new Map(all.map((phrase) => [phrase.folded, phrase])).values()];
}

function one(item: Item): Piece {
  return { items: [item], whole: [], stretches: [] };
}

function trim(text: string): string {
  return text.replace(CLINGING, '');
}

function ignored(kind: Understood['kind'], text: string, code: IgnoredFor = 'punctuation'): Item {
  return { kind: 'ignored', told: { kind, text, ignored: true, code, reason: REASONS[code] } };
}

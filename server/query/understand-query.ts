/**
 * The parts of a query → what an engine is asked, and what the reader is told we understood.
 *
 * A run is cut into words by the same analysis that documents went through, so that the same question in Traditional
 * is the same question: a word asks for either of its readings. Nothing is dropped in silence: what cannot be looked for is told as ignored, with the reason.
 */

import { type Phrase, toPhrases } from '../../core/text/analyze.js';
import { type Script, scriptOf } from '../../core/text/script.js';
import type { Understood } from '../api.js';
import { cutRun } from './cut-run.js';
import { stretchesOf } from './known-stretches.js';
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

const NOTHING_TO_FIND = 'Punctuation and symbols alone cannot be looked for.';
const MEANINGLESS = {
  oneSided: 'It joins or excludes nothing where it stands.',
  wildcard: 'There are no wildcards: a word is found inside longer ones as it is.',
} as const;
/** Ends of sentences and brackets that cling to a copied word; a sign that belongs to a name (C++, 人工智能+) stays. */
const CLINGING =
  /^[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]{1,500}|[\s，。、；：！？,.;:!?…（）()《》〈〉【】[\]]{1,500}$/gu;

/** A text in either script means the same. */
interface Scripts {
  /** A quoted text is meant as it is typed, unless something says that it is Traditional; a word may be. */
  readonly quoted: Script;
  readonly typed: Script;
}

export function understandQuery(typed: string): Question {
  const script = scriptOf(typed);
  const scripts = { quoted: script ?? 'hans', typed: script ?? 'hant' } as const;
  const pieces = parseQuery(typed).flatMap((part) => piecesOf(part, scripts));
  const isOpen = pieces.some(hasStretches);
  return { ...questionOf(pieces), ...(isOpen ? { pieces } : {}) };
}

function hasStretches({ items, stretches }: Piece): boolean {
  const isOpen = (item: Item): boolean => item.kind === 'either' && item.alternatives.some(hasStretches);
  return stretches.length > 0 || items.some(isOpen);
}

function piecesOf(part: QueryPart, scripts: Scripts): readonly Piece[] {
  switch (part.kind) {
    case 'sign':
      return [one(ignored('word', part.text, MEANINGLESS[part.why]))];
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
function operandOf(operand: Operand, scripts: Scripts): Alternative {
  const [kind, { text, number }] = [kindOf(operand), operand];
  if (kind === 'word') return runOf(text, scripts.typed);
  const phrases = toPhrases(text, scripts.quoted);
  const term =
    number === undefined
      ? { alternatives: phrases }
      : { alternatives: withCanonical(number, phrases), numbers: [number] };
  const items: readonly AskedItem[] = phrases.length === 0 ? [] : [{ kind, text, term }];
  return { kind, text, items, whole: [], stretches: [] };
}

function runOf(run: string, script: Script): Alternative {
  const words = cutRun(run, script);
  const items = words.map(
    ({ text, phrases }): AskedItem => ({
      ...{ kind: 'word', text, term: { alternatives: phrases } },
      ...(isParticle(phrases[0]?.folded ?? '') ? { isParticle: true } : {}),
    }),
  );
  const text = trim(run);
  return {
    ...{ kind: 'word', text: text === '' ? run : text, items },
    whole: items.length > 0 ? toPhrases(text, script) : [],
    stretches: stretchesOf(run, text, words, script),
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

function ignored(kind: Understood['kind'], text: string, reason = NOTHING_TO_FIND): Item {
  return { kind: 'ignored', told: { kind, text, ignored: true, reason } };
}

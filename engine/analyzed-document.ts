/**
 * A document as an engine takes it: each clause with its tokens. Made by the indexer's workers; pure, so that it can
 * cross a thread.
 */
import type { Clause, PolicyDocument } from '../core/model.js';
import { foldAndConvert } from '../core/text/analyze.js';
import { characters, grams } from '../core/text/grams.js';

export interface Tokens {
  /** `foldAndConvert` of the own text. */
  readonly folded: string;
  /** Grams in order, separated by single spaces. */
  readonly grams: string;
  /** The distinct Han characters, separated by single spaces. */
  readonly characters: string;
}

export interface AnalyzedDocument {
  readonly document: PolicyDocument;
  /** The text of the file as it came. */
  readonly raw: string;
  readonly clauses: readonly { readonly clause: Clause; readonly tokens: Tokens }[];
  /**
   * The tokens of a title that is no clause (a derived one): it can be contained in, as the title of its document, but
   * is never a hit.
   */
  readonly unprintedTitle: Tokens | null;
}

export function analyzeDocument(
  document: PolicyDocument,
  clauses: readonly Clause[],
  raw: string,
): AnalyzedDocument {
  const printed = clauses.some((clause) => clause.kind === 'title' && clause.language === 'zh');
  return {
    document,
    raw,
    clauses: clauses.map((clause) => ({ clause, tokens: tokensOf(clause.text) })),
    unprintedTitle: printed ? null : tokensOf(document.title),
  };
}

function tokensOf(text: string): Tokens {
  const folded = foldAndConvert(text);
  return { folded, grams: grams(folded).join(' '), characters: characters(folded).join(' ') };
}

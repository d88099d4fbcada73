/** The words of a search, each as a query of its own: typed alone, it is understood as that one word again. */
import type { Understood } from '../api.js';
import { understandQuery } from '../query/understand-query.js';
import type { Expand } from '../query/widen-runs.js';

/** So many words count (docs/api.md: what is left out says so); particles, which do not, have what room is left. */
const MOST_WORDS = 32;

/** Distinct, in the order typed. */
export function wordsAlone(understood: readonly Understood[], expand: Expand): readonly string[] {
  const words = understood.filter(({ kind, ignored }) => kind !== 'excluded' && !ignored);
  return [...new Set(words.map((word) => alone(word, expand)))].slice(0, MOST_WORDS);
}

function alone(word: Understood, expand: Expand): string {
  const { kind, alternatives = [] } = word;
  if (kind !== 'either') return asQuery(word);
  const query = anyOf(alternatives.map(asQuery));
  const [here] = understandQuery(query, expand).understood;
  const isSame = alternatives.every(({ text }, i) => text === here?.alternatives?.[i]?.text);
  return isSame ? query : anyOf(alternatives.map(({ text }) => quoted(text))); // by a bracket in one of them it is another group
}

function anyOf(queries: readonly string[]): string {
  return `(${queries.join('|')})`;
}

/** As it is typed to be understood so. */
function asQuery({ kind, text }: Pick<Understood, 'kind' | 'text'>): string {
  return kind === 'phrase' ? quoted(text) : text;
}

function quoted(text: string): string {
  return /["＂“”„‟]/u.test(text) ? `「${text}」` : `"${text}"`;
}

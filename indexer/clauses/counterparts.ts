/** Ties each article to its translation, on both sides. */
import type { Clause } from '../../core/model.js';
import { articleKey } from './article-key.js';

/** Every part of an article is tied to the first part of the other; an English article has the themes of the Chinese. */
export function tieCounterparts(clauses: readonly Clause[]): Clause[] {
  const first = { zh: new Map<string, Clause>(), en: new Map<string, Clause>() };
  for (const clause of clauses) {
    const key = keyOf(clause);
    if (key !== null && !first[clause.language].has(key)) first[clause.language].set(key, clause);
  }
  if (first.en.size === 0 || first.zh.size === 0) return [...clauses];
  return clauses.map((clause) => {
    const key = keyOf(clause);
    const other = key === null ? undefined : first[clause.language === 'zh' ? 'en' : 'zh'].get(key);
    if (other === undefined) return clause;
    return {
      ...clause,
      counterpart: other.id,
      themes: clause.language === 'en' ? other.themes : clause.themes,
    };
  });
}

function keyOf({ kind, locator }: Clause): string | null {
  return kind === 'body' && locator !== '' ? articleKey(locator) : null;
}

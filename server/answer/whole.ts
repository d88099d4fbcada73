/**
 * Nothing is answered of an index that is known to be damaged: search threads open the same file, and do not know it.
 */
import type { SearchEngine } from '../../engine/engine.js';
import type { Answers } from './answers.js';

/** @param engine  Knows it (`verify`), and costs next to nothing to be asked. */
export function refuseDamaged(answers: Answers, engine: Pick<SearchEngine, 'status'>): Answers {
  const refusing =
    <Given extends readonly unknown[], Result>(answer: (...given: Given) => Promise<Result>) =>
    async (...given: Given): Promise<Result> => {
      await engine.status();
      return answer(...given);
    };
  return {
    search: refusing(answers.search),
    document: refusing(answers.document),
    citation: refusing(answers.citation),
    facetValues: refusing(answers.facetValues),
    suggest: refusing(answers.suggest),
    close: answers.close,
  };
}

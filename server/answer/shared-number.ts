/** Whether a key that is made of body, year and number would be that of another document too. */
import type { PolicyDocument } from '../../core/model.js';
import { hitsOf } from '../api.js';
import { numberedKey } from '../cite/citation-key.js';
import { understandQuery } from '../query/understand-query.js';
import { SearchRequest } from '../request.js';
import type { Patience } from './deadline.js';
import type { EngineAnswers } from './engine-answers.js';

/** Asks for the number: whatever bears it stands before all that mentions it. */
export async function sharesNumber(
  answers: EngineAnswers,
  document: PolicyDocument,
  patience?: Patience,
): Promise<boolean> {
  const number = document.documentNumber?.text;
  if (number === undefined || numberedKey(document) === null) return false;
  const { answer } = await answers.search(
    SearchRequest.parse({ q: number, size: '50' }),
    understandQuery(number),
    patience,
  );
  return hitsOf(answer).some(
    (hit) =>
      hit.document.id !== document.id &&
      hit.document.documentNumber === number &&
      hit.document.issuingBodies[0] === document.issuingBodies[0],
  );
}

import { Router } from 'express';
import type { Answers } from '../../answer/answers.js';
import { REPEATABLE, SearchRequest } from '../../request.js';
import type { PatienceOf } from '../patience.js';
import { once } from '../query-string.js';
import { sendAnswer, sendForNow } from '../send-answer.js';

/** GET /api/search?q=算力&year=2023 */
export function searchRoute(answers: Answers, patienceOf: PatienceOf): Router {
  return Router().get('/api/search', async (request, response) => {
    once(request.query, REPEATABLE);
    const { answer } = await answers.search(SearchRequest.parse(request.query), patienceOf(response));
    if (answer.partial) {
      sendForNow(response, answer);
      return;
    }
    // The same answer is the same, however long it took.
    const { tookMs, ...lasting } = answer;
    sendAnswer(response, lasting, { tookMs });
  });
}

import { Router } from 'express';
import { FACETS } from '../../../core/model.js';
import type { Answers } from '../../answer/answers.js';
import { SearchRequest } from '../../api.js';
import { once } from '../query-string.js';
import { sendAnswer, sendForNow } from '../send-answer.js';

/** GET /api/search?q=算力&year=2023 */
export function searchRoute(answers: Answers): Router {
  return Router().get('/api/search', async (request, response) => {
    once(request.query, [...FACETS, 'without']);
    const { answer } = await answers.search(SearchRequest.parse(request.query));
    if (answer.partial) {
      sendForNow(response, answer);
      return;
    }
    // The same answer is the same, however long it took.
    const { tookMs, ...lasting } = answer;
    sendAnswer(response, lasting, { tookMs });
  });
}

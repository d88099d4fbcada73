import { Router } from 'express';
import type { Answers } from '../../answer/answers.js';
import { writeAnswer } from '../../answer/written-answer.js';
import { REPEATABLE, SearchRequest } from '../../request.js';
import type { PatienceOf } from '../patience.js';
import { once } from '../query-string.js';
import { sendForNow, sendWritten } from '../send-answer.js';

/** GET /api/search?q=算力&year=2023 */
export function searchRoute(answers: Answers, patienceOf: PatienceOf): Router {
  return Router().get('/api/search', async (request, response) => {
    once(request.query, REPEATABLE);
    const found = await answers.search(SearchRequest.parse(request.query), patienceOf(response));
    if (found.written) {
      sendWritten(response, found.written.answer, { tookMs: found.written.tookMs });
      return;
    }
    const { tookMs, ...lasting } = found.answer;
    if (lasting.partial) sendForNow(response, found.answer);
    else sendWritten(response, writeAnswer(lasting), { tookMs });
  });
}

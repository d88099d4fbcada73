import { Router } from 'express';
import { PolicyError } from '../../../core/errors.js';
import type { SearchEngine } from '../../../engine/engine.js';
import type { Answers } from '../../answer/answers.js';
import { notFoundIn } from '../../answer/partial.js';
import { DocumentRequest, NoParameters } from '../../request.js';
import { once } from '../query-string.js';
import { sendAnswer } from '../send-answer.js';

/**
 * GET /api/documents/{id}?q=算力, /api/documents/{id}/raw
 *
 * @param inTime  The engine, for one request.
 */
export function documentRoutes(inTime: () => SearchEngine, answers: Answers): Router {
  return Router()
    .get('/api/documents/:id', async (request, response) => {
      once(request.query, ['without']);
      sendAnswer(response, await answers.document(request.params.id, DocumentRequest.parse(request.query)));
    })
    .get('/api/documents/:id/raw', async (request, response) => {
      NoParameters.parse(request.query);
      const { id } = request.params;
      const engine = inTime();
      const text = await engine.raw(id);
      if (text === null) throw await notFoundIn(engine, PolicyError.documentNotFound(id));
      // With nosniff (helmet), so that a text that looks like HTML is shown as the text it is.
      response.set('Cache-Control', 'no-cache').type('text/plain; charset=utf-8').send(text);
    });
}

import { Router } from 'express';
import { PolicyError } from '../../../core/errors.js';
import { FACETS } from '../../../core/model.js';
import type { Answers } from '../../answer/answers.js';
import { ContainsRequest, REPEATABLE, SearchRequest, SuggestRequest } from '../../request.js';
import type { PatienceOf } from '../patience.js';
import { once } from '../query-string.js';
import { sendAnswer, sendForNow } from '../send-answer.js';

/** GET /api/suggest?q=rgzn, GET /api/facets/issuingBody?contains=gxb&year=2023 */
export function suggestRoutes(answers: Answers, patienceOf: PatienceOf): Router {
  return Router()
    .get('/api/suggest', async (request, response) => {
      once(request.query, []);
      const answer = await answers.suggest(SuggestRequest.parse(request.query), patienceOf(response));
      if (answer.partial) sendForNow(response, answer);
      else sendAnswer(response, answer);
    })
    .get('/api/facets/:facet', async (request, response) => {
      const facet = FACETS.find((one) => one === request.params.facet);
      if (facet === undefined) throw noFacet(request.params.facet);
      once(request.query, REPEATABLE);
      const { contains } = ContainsRequest.parse(request.query);
      const { contains: _, ...parameters } = request.query;
      const narrowed = SearchRequest.parse(parameters);
      const answer = await answers.facetValues(facet, contains, narrowed, patienceOf(response));
      if (answer.partial) sendForNow(response, answer);
      else sendAnswer(response, answer);
    });
}

export function noFacet(name: string): PolicyError {
  return new PolicyError(
    'path_not_found',
    `There is no facet ${name}.`,
    `The facets are ${FACETS.join(', ')}.`,
  );
}

import { Router } from 'express';
import { docsPage } from '../../openapi/docs-page.js';
import { openApiDocument } from '../../openapi/openapi.js';
import { NoParameters } from '../../request.js';
import { sendAnswer } from '../send-answer.js';

/**
 * GET /openapi.json: the contract as a program reads it; GET /docs: the same as a page. Made when first asked for.
 *
 * @param base  The path that the server lies under, without a slash at its end.
 */
export function contractRoutes(base: string): Router {
  let page: string | null = null;
  let contract: ReturnType<typeof openApiDocument> | null = null;
  return Router()
    .get('/openapi.json', (request, response) => {
      NoParameters.parse(request.query);
      contract ??= openApiDocument(base);
      sendAnswer(response, contract);
    })
    .get('/docs', (_request, response) => {
      page ??= docsPage(base);
      response.set('Cache-Control', 'no-cache').type('html').send(page);
    });
}

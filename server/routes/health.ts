import { Router } from 'express';
import type { SearchEngine } from '../../core/engine/engine.js';

/** GET /healthz: the process answers. GET /readyz: it can search; a 503 with the remedy where it cannot. */
export function healthRoutes(engine: SearchEngine): Router {
  return Router()
    .get('/healthz', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      response.set('Cache-Control', 'no-store');
      const { documents, clauses, indexedAt } = await engine.status();
      response.json({ status: 'ready', engine: engine.name, documents, clauses, indexedAt });
    });
}

import { Router } from 'express';
import type { Config } from '../../../core/config.js';
import { VERSION } from '../../../core/version.js';
import type { SearchEngine } from '../../../engine/engine.js';
import { answerIncomplete } from '../../answer/partial.js';

/**
 * GET /healthz: the process answers. GET /readyz: it can search, or can search all but the parts named; a 503 with the
 * remedy where it cannot.
 *
 * @param inTime   The engine, for one request.
 * @param partial  Whether an index with a part missing is ready.
 */
export function healthRoutes(inTime: () => SearchEngine, partial: Config['meilisearch']['partial']): Router {
  return Router()
    .get('/healthz', (_request, response) => {
      response.set('Cache-Control', 'no-store').json({ status: 'ok' });
    })
    .get('/readyz', async (_request, response) => {
      response.set('Cache-Control', 'no-store');
      const engine = inTime();
      const { documents, clauses, indexedAt, missing = [] } = await engine.status('now');
      const isWhole = missing.length === 0;
      if (!isWhole && partial === 'refuse') throw answerIncomplete(missing);
      response.json({
        ...(isWhole ? { status: 'ready' } : { status: 'partial', missing }),
        ...{ engine: engine.name, documents, clauses, indexedAt, version: VERSION },
      });
    });
}

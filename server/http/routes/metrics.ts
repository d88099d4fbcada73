import { Router } from 'express';
import { NoParameters } from '../../request.js';
import type { Metrics } from '../metrics.js';

/** GET /metrics: for whoever watches the server; a proxy need not pass it on. */
export function metricsRoute(metrics: Metrics): Router {
  return Router().get('/metrics', async (request, response) => {
    NoParameters.parse(request.query);
    const { text, type } = await metrics.read();
    response.set('Cache-Control', 'no-store').set('Content-Type', type).end(text);
  });
}

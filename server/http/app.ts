/**
 * The HTTP side: which path is answered by what, with which headers, and what a failure looks like.
 */
import compression from 'compression';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../../core/config.js';
import { PolicyError } from '../../core/errors.js';
import type { SearchEngine } from '../../engine/engine.js';
import type { Answers } from '../answer/answers.js';
import { type Patience, within } from '../answer/deadline.js';
import { allowOrigins } from './cors.js';
import type { Log } from './log.js';
import { openMetrics } from './metrics.js';
import { untilClosed } from './patience.js';
import { toFailure } from './problem.js';
import { parseQueryString } from './query-string.js';
import { limitRate } from './rate-limit.js';
import { METHODS, methodNotAllowed, withoutHost } from './request-faults.js';
import { nameRequest, requestIdOf, routeOf } from './request-id.js';
import { citationRoutes } from './routes/citations.js';
import { contractRoutes } from './routes/contract.js';
import { documentRoutes } from './routes/documents.js';
import { healthRoutes } from './routes/health.js';
import { metricsRoute } from './routes/metrics.js';
import { pageRoutes } from './routes/page.js';
import { searchRoute } from './routes/search.js';
import { suggestRoutes } from './routes/suggest.js';
import { underBase } from './under-base.js';

export interface AppParts {
  /** For what is read straight from the index: status, raw texts. */
  readonly engine: SearchEngine;
  /** How long is waited for what is asked now. */
  readonly usual: () => Patience;
  /** Whether an index with a part missing is ready. */
  readonly partial: Config['meilisearch']['partial'];
  readonly answers: Answers;
  /** The built page: `web/dist`. */
  readonly webFolder: string;
  /** Of the index: files may be kept there. */
  readonly dataFolder: string;
  /** Whose day it is where a reader does not say. */
  readonly accessTimeZone: string;
  readonly log: Log;
  readonly network: Config['network'];
}

export function createApp(parts: AppParts): Express {
  const { engine, usual, partial, answers, webFolder, dataFolder, accessTimeZone, log, network } = parts;
  const app = express();
  const inTime = (): SearchEngine => within(engine, usual());
  const patienceOf = untilClosed(usual);
  app.disable('x-powered-by');
  app.disable('etag'); // answers carry their own
  app.set('query parser', parseQueryString);
  const { basePath } = network;
  app.set('trust proxy', network.trustProxy);
  const metrics = openMetrics(inTime);
  app.use(nameRequest, logRequests(log), metrics.count, security(), allowOrigins(network.origins));
  app.use(compression(), onlyReading);
  if (basePath !== '') app.use(underBase(basePath));
  app.use('/api', limitRate(network.rateLimit, log));
  app.use(
    searchRoute(answers, patienceOf),
    suggestRoutes(answers, patienceOf),
    documentRoutes(inTime, answers, patienceOf, dataFolder),
    citationRoutes(answers, patienceOf, accessTimeZone),
    healthRoutes(inTime, partial),
    contractRoutes(basePath),
    metricsRoute(metrics),
  );
  app.use(pageRoutes(webFolder, basePath));
  app.use((request) => {
    throw new PolicyError(
      'path_not_found',
      `There is nothing at ${request.path}.`,
      'The page is at /, the search at /api/search; /docs lists every path.',
    );
  });
  app.use(answerFailure(log));
  return app;
}

/** Everything from this origin, nothing inline. Images may be data: that is how small icons are built in. */
function security(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Served over plain HTTP on a laptop; where there is TLS, what terminates it sets this.
    strictTransportSecurity: false,
  });
}

const onlyReading: RequestHandler = (request, response, next) => {
  if (request.httpVersion === '1.1' && request.headers.host === undefined) throw withoutHost();
  if (request.method === 'GET' || request.method === 'HEAD') {
    next();
    return;
  }
  response.set('Allow', METHODS);
  if (request.method === 'OPTIONS') {
    response.sendStatus(204);
    return;
  }
  next(methodNotAllowed(request.method));
};

/** Never the query string: what people search for is theirs. */
function logRequests(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const { method, path } = request;
    response.on('close', () => {
      const ms = Math.round((performance.now() - started) * 10) / 10;
      log.info({
        ...{ id: requestIdOf(response), method, path, route: routeOf(request) },
        ...{ status: response.statusCode, ms, finished: response.writableFinished },
      });
    });
    next();
  };
}

/** Four parameters are how express knows it. */
function answerFailure(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    const { problem, retryAfter, isBug } = toFailure(error);
    if (isBug) {
      const { method, path } = request;
      log.error({ err: error, id: requestIdOf(response), method, path, route: routeOf(request) });
    }
    if (response.headersSent) {
      next(error); // express ends the connection, so that half an answer is not taken for a whole one
      return;
    }
    if (retryAfter !== null) response.set('Retry-After', String(retryAfter));
    response.set('Cache-Control', 'no-store');
    response.removeHeader('ETag');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
}

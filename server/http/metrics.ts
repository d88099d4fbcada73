/** What is counted of this server, for Prometheus. The only file that knows prom-client. */
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { VERSION } from '../../core/version.js';
import type { SearchEngine } from '../../engine/engine.js';
import { routeOf } from './request-id.js';

export interface Metrics {
  readonly count: RequestHandler;
  /** As Prometheus reads it. */
  read(): Promise<{ readonly text: string; readonly type: string }>;
}

/** Seconds: from what is cached to what is given up. */
const BUCKETS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/**
 * By route and never by address: what people search for is theirs, and so there are only so many numbers.
 *
 * @param inTime  The engine, for one reading.
 */
export function openMetrics(inTime: () => SearchEngine): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'zhengsou_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route and status.',
    labelNames: ['route', 'status'] as const,
    ...{ buckets: BUCKETS, registers },
  });
  const index = new Gauge({
    name: 'zhengsou_index',
    help: 'What the index that serves holds; absent where there is none.',
    labelNames: ['of'] as const,
    registers,
  });
  const indexedAt = new Gauge({
    ...{ name: 'zhengsou_index_timestamp_seconds', registers },
    help: 'When the index that serves was last written; 0 where there is none.',
  });
  const ready = new Gauge({
    ...{ name: 'zhengsou_ready', registers },
    help: '1: it can search; 0.5: all but a part of the index; 0: it cannot.',
  });
  new Gauge({
    name: 'zhengsou_build_info',
    help: 'Which version runs, on which engine.',
    labelNames: ['version', 'engine'] as const,
    registers,
  }).set({ version: VERSION, engine: inTime().name }, 1);

  return {
    count(request, response, next) {
      const done = requests.startTimer();
      response.on('close', () => {
        done({ route: routeOf(request) ?? 'none', status: String(response.statusCode) });
      });
      next();
    },
    async read() {
      index.reset();
      const status = await inTime()
        .status()
        .catch(() => null); // readyz says why
      ready.set(status === null ? 0 : (status.missing ?? []).length > 0 ? 0.5 : 1);
      indexedAt.set(status === null ? 0 : Date.parse(status.indexedAt) / 1000);
      if (status !== null) {
        index.set({ of: 'documents' }, status.documents);
        index.set({ of: 'clauses' }, status.clauses);
      }
      return { text: await registry.metrics(), type: registry.contentType };
    },
  };
}

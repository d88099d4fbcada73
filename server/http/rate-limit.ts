/** How much one client may ask. The only file that knows express-rate-limit. */
import type { RequestHandler } from 'express';
import { rateLimit, type Store } from 'express-rate-limit';
import { PolicyError } from '../../core/errors.js';
import type { Log } from './log.js';

const WINDOW = 60_000; // ms

/**
 * So many requests a minute from one address (of IPv6: from one network); the headers RateLimit and RateLimit-Policy say how many are left.
 *
 * @param limit  0: as many as they like.
 */
export function limitRate(limit: number, log: Log): RequestHandler {
  if (limit === 0) return (_request, _response, next) => next();
  let isTold = false;
  const limiting = rateLimit({
    ...{ windowMs: WINDOW, limit, standardHeaders: 'draft-8', legacyHeaders: false },
    store: openClients(),
    validate: false, // it would write to the console what is told below
    handler: (_request, _response, next) => next(tooMany(limit)),
  });
  return (request, response, next) => {
    if (!isTold && request.headers['x-forwarded-for'] !== undefined && !request.app.get('trust proxy')) {
      isTold = true;
      const remedy = 'Set TRUST_PROXY to the number of proxies before this server, or to their addresses.';
      log.warn({ remedy }, 'A proxy forwards requests, and all its clients share one rate limit.');
    }
    return limiting(request, response, next);
  };
}

/**
 * By a clock that nobody sets. The library's own store goes by the date: where that is set back by a year, whoever goes on asking
 * is let in after a year.
 *
 * @param now  ms.
 */
export function openClients(now: () => number = () => performance.now()): Store {
  const clients = new Map<string, { requests: number; readonly end: number }>();
  let sweptAt = now();
  const sweep = (): void => {
    for (const [key, { end }] of clients) if (end <= now()) clients.delete(key);
    sweptAt = now();
  };
  return {
    localKeys: true,
    increment(key) {
      if (now() - sweptAt >= WINDOW) sweep();
      const known = clients.get(key);
      const client = known && known.end > now() ? known : { requests: 0, end: now() + WINDOW };
      client.requests += 1;
      clients.set(key, client);
      return { totalHits: client.requests, resetTime: new Date(Date.now() + client.end - now()) };
    },
    decrement(key) {
      const client = clients.get(key);
      if (client) client.requests -= 1;
    },
    resetKey: (key) => void clients.delete(key),
  };
}

function tooMany(limit: number): PolicyError {
  return new PolicyError(
    'too_many_requests',
    `More than ${limit} requests came from this address within a minute.`,
    'Wait for as many seconds as Retry-After says.',
  );
}

/** How much one client may ask. The only file that knows express-rate-limit. */
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
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

function tooMany(limit: number): PolicyError {
  return new PolicyError(
    'too_many_requests',
    `More than ${limit} requests came from this address within a minute.`,
    'Wait for as many seconds as Retry-After says.',
  );
}

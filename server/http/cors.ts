import type { RequestHandler } from 'express';
import { METHODS } from './request-faults.js';

const SHOWN = 'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Zhengsou-Version';

/**
 * Which pages of other sites may read the answers. There are no cookies and nothing can be changed, so that is all that it decides.
 *
 * @param origins  `*` among them: all.
 */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  const isForAll = origins.includes('*');
  return (request, response, next) => {
    const origin = request.get('Origin');
    if (origins.length > 0 && !isForAll) response.vary('Origin');
    if (isForAll || (origin !== undefined && origins.includes(origin))) {
      response.set('Access-Control-Allow-Origin', isForAll ? '*' : origin);
      response.set('Access-Control-Expose-Headers', SHOWN);
      if (request.method === 'OPTIONS') {
        response.set('Access-Control-Allow-Methods', METHODS);
        response.set('Access-Control-Allow-Headers', 'If-None-Match, X-Request-Id');
        response.set('Access-Control-Max-Age', '7200');
      }
    }
    next();
  };
}

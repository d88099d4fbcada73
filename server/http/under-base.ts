import type { RequestHandler } from 'express';
import { PolicyError } from '../../core/errors.js';

/** What is asked by whoever watches the process itself, and knows nothing of what stands before it. */
const PROBES: readonly string[] = ['/healthz', '/readyz', '/metrics'];

/**
 * Takes the path that the server lies under off each address, so that whatever comes after knows nothing of it.
 *
 * @param base  `/policies`: without a slash at its end.
 */
export function underBase(base: string): RequestHandler {
  return (request, response, next) => {
    const [path = '', ...rest] = request.url.split('?');
    if (path === base) {
      // What the page names by itself lies beside it, and that is below this.
      response.redirect(308, [`${base}/`, ...rest].join('?'));
      return;
    }
    if (PROBES.includes(path)) {
      next();
      return;
    }
    if (!path.startsWith(`${base}/`)) {
      throw new PolicyError(
        'path_not_found',
        `There is nothing at ${path}.`,
        `Everything lies under ${base}/ (BASE_PATH).`,
      );
    }
    request.url = request.url.slice(base.length);
    next();
  };
}

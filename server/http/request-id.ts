/** What a request is called: in the log, and in a header of its answer, so that whoever reports one can say which. */
import { randomUUID } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import { VERSION } from '../../core/version.js';

/** A proxy's own name for it, where that is one: it goes into a header and into the log. */
const GIVEN = /^[\w.:@=+/-]{1,100}$/;

/** Also says which version of this program answers. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id') ?? '';
  const id = GIVEN.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.set('X-Request-Id', id).set('Zhengsou-Version', VERSION);
  next();
};

export function requestIdOf(response: Response): string {
  return String(response.locals.requestId);
}

/** The pattern of the path that answers, known once one does; null where none did. */
export function routeOf(request: Request): string | null {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? path : null;
}

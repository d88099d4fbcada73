import { createHash } from 'node:crypto';
import type { Response } from 'express';

/**
 * Sends JSON that a browser may keep and must ask about: a new index may answer otherwise at any time.
 *
 * @param passing  Fields that may differ in the same answer, and come last in it.
 */
export function sendAnswer(response: Response, answer: object, passing: object = {}): void {
  const lasting = JSON.stringify(answer);
  const digest = createHash('sha1').update(lasting).digest('base64url');
  const more = JSON.stringify(passing).slice(1, -1);
  response
    .set('Cache-Control', 'no-cache')
    .set('ETag', `W/"${digest}"`)
    .type('json')
    .send(more === '' ? lasting : `${lasting.slice(0, -1)},${more}}`);
}

/** Sends JSON that is not to be kept: an answer with a part missing is whole again a moment later. */
export function sendForNow(response: Response, answer: object): void {
  response.set('Cache-Control', 'no-store').json(answer);
}

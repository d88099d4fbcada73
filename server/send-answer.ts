import { createHash } from 'node:crypto';
import type { Response } from 'express';

/**
 * Sends JSON that a browser may keep and must ask about: a new index may answer otherwise at any time.
 *
 * @param identity  What makes this answer this answer, where that is not all of it.
 */
export function sendAnswer(response: Response, answer: object, identity: object = answer): void {
  const digest = createHash('sha1').update(JSON.stringify(identity)).digest('base64url');
  response.set('Cache-Control', 'no-cache').set('ETag', `W/"${digest}"`).json(answer);
}

/** Sends JSON that is not to be kept: an answer with a part missing is whole again a moment later. */
export function sendForNow(response: Response, answer: object): void {
  response.set('Cache-Control', 'no-store').json(answer);
}

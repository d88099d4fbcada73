import { createHash } from 'node:crypto';
import type { Response } from 'express';

/**
 * Sends JSON that a browser may keep and must ask about: a new index may answer otherwise at any time.
 *
 * @param passing  Fields that may differ in the same answer, and come last in it.
 */
export function sendAnswer(response: Response, answer: object, passing: object = {}): void {
  const body = Buffer.from(JSON.stringify({ ...answer, ...passing }));
  const lasting = body.length - Buffer.byteLength(JSON.stringify(passing)) + '{'.length;
  const digest = createHash('sha1').update(body.subarray(0, lasting)).digest('base64url');
  response.set('Cache-Control', 'no-cache').set('ETag', `W/"${digest}"`).type('json').send(body);
}

/** Sends JSON that is not to be kept: an answer with a part missing is whole again a moment later. */
export function sendForNow(response: Response, answer: object): void {
  response.set('Cache-Control', 'no-store').json(answer);
}

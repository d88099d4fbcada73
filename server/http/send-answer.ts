import type { Response } from 'express';
import { type WrittenAnswer, withFields, writeAnswer } from '../answer/written-answer.js';

/** Sends JSON that a browser may keep and must ask about: a new index may answer otherwise at any time. */
export function sendAnswer(response: Response, answer: object): void {
  sendWritten(response, writeAnswer(answer));
}

/** @param passing  Fields that may differ in the same answer, and come last in it. */
export function sendWritten(response: Response, written: WrittenAnswer, passing: object = {}): void {
  response
    .set('Cache-Control', 'no-cache')
    .set('ETag', `W/"${written.digest}"`)
    .type('json')
    .send(withFields(written, passing));
}

/** Sends JSON that is not to be kept: an answer with a part missing is whole again a moment later. */
export function sendForNow(response: Response, answer: object): void {
  response.set('Cache-Control', 'no-store').json(answer);
}

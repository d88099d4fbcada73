/** An answer as it is sent: written once, however often it is asked for. */
import { createHash } from 'node:crypto';

export interface WrittenAnswer {
  /** JSON in UTF-8, whole. */
  readonly bytes: Buffer;
  /** The same of the same answer. */
  readonly digest: string;
}

/** @param answer  A JSON object. */
export function writeAnswer(answer: object): WrittenAnswer {
  const bytes = Buffer.from(JSON.stringify(answer));
  return { bytes, digest: createHash('sha1').update(bytes).digest('base64url') };
}

/** The same with further fields, which come last. */
export function withFields({ bytes }: WrittenAnswer, fields: object): Buffer {
  const further = JSON.stringify(fields).slice(1);
  if (further === '}') return bytes;
  const isEmpty = bytes.length === '{}'.length;
  return Buffer.concat([bytes.subarray(0, -1), Buffer.from(isEmpty ? further : `,${further}`)]);
}

import { malformed } from './given-metadata.js';
import { isNestedDeeper } from './nested.js';

/** Up to here a field is left out by its name; past it parsing alone may take seconds. */
const DEEPEST = 10_000;

/** @throws PolicyError `malformed_document` where it is no JSON, or nested beyond all use. */
export function parseJson(json: string, where: string): unknown {
  if (isNestedDeeper(json, DEEPEST)) {
    throw malformed(
      where,
      `it is nested more than ${DEEPEST} deep`,
      'Take that field out; we have no use for it.',
    );
  }
  try {
    return JSON.parse(json);
  } catch (cause) {
    const fault = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
    throw malformed(where, `it is no JSON: ${fault}`, 'Correct it, or write the file anew.', cause);
  }
}

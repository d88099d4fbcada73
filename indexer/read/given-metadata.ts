/**
 * What a user says of a document, checked field by field.
 */
import type { z } from 'zod';
import { PolicyError } from '../../core/errors.js';
import { GivenMetadata } from '../../core/model.js';

/**
 * @param where  Shown in the message: `laws.jsonl, line 12`.
 * @throws       PolicyError `malformed_document` that names each field with a value it cannot have.
 */
export function parseGiven(value: unknown, where: string): GivenMetadata {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(
      where,
      'it holds no fields, but a list or a single value',
      'Write fields and their values.',
    );
  }
  const parsed = GivenMetadata.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${fieldOf(issue)}: ${issue.message}`);
  throw malformed(where, faults.join('; '), 'Correct these fields, or leave them out; null means absent.');
}

export function malformed(where: string, fault: string, remedy: string, cause?: unknown): PolicyError {
  return new PolicyError(
    'malformed_document',
    `${where}: ${fault.replace(/[.;\s]+$/u, '')}.`,
    remedy,
    cause === undefined ? {} : { cause },
  );
}

/** `cities[0]`, `source.url` */
function fieldOf(issue: z.core.$ZodIssue): string {
  return issue.path
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at > 0 ? '.' : ''}${String(key)}`))
    .join('');
}

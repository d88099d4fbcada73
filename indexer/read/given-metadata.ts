/**
 * What a user says of a document, checked field by field.
 */
import type { z } from 'zod';
import { PolicyError } from '../../core/errors.js';
import { GivenMetadata, type Warning } from '../../core/model.js';

export interface CheckedMetadata {
  readonly given: GivenMetadata;
  readonly warnings: readonly Warning[];
}

/**
 * A field with a value that it cannot have is left out, with a warning that names it: a wrong date is no reason to
 * lose the document.
 *
 * @param where  Shown in the message: `laws.jsonl, line 12`.
 * @throws       PolicyError `malformed_document` where there are no fields at all.
 */
export function parseGiven(value: unknown, where: string): CheckedMetadata {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(
      where,
      'it holds no fields, but a list or a single value',
      'Write fields and their values.',
    );
  }
  const parsed = GivenMetadata.safeParse(value);
  if (parsed.success) return { given: parsed.data, warnings: [] };
  const faulty = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const rest = Object.fromEntries(Object.entries(value).filter(([field]) => !faulty.has(field)));
  const warnings = parsed.error.issues.map((issue): Warning => {
    const field = fieldOf(issue);
    const message = `${field} is left out: ${issue.message.replace(/\.$/u, '')}. Correct it, or remove it; null means absent.`;
    return { code: 'invalid_field', message };
  });
  return { given: GivenMetadata.parse(rest), warnings };
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

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
  const rest = parsed.error.issues.reduce<object>((fields, { path }) => without(fields, path), value);
  const warnings = parsed.error.issues.map((issue): Warning => {
    const field = fieldOf(issue);
    const message = `${field} is left out: ${issue.message.replace(/\.$/u, '')}. Correct it, or remove it; null means absent.`;
    return { code: 'invalid_field', message };
  });
  return { given: GivenMetadata.parse(rest), warnings };
}

/** A link that is none does not take the name of the source with it; a wrong item takes its list. */
function without(fields: object, [field, ...below]: readonly PropertyKey[]): object {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      if (name !== field) return [[name, value]];
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      const rest = isObject && below.length > 0 ? without(value, below) : {};
      return Object.keys(rest).length > 0 ? [[name, rest]] : [];
    }),
  );
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

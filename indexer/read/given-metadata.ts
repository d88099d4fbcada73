/**
 * What a user says of a document, checked field by field.
 */
import type { z } from 'zod';
import { PolicyError } from '../../core/errors.js';
import { GivenMetadata, type Warning } from '../../core/model.js';
import { canonicalName } from '../../core/text/canonical-name.js';
import { loneSurrogates } from './encoding.js';
import { readGivenDay } from './given-day.js';
import { MOST_OF_EXTRA, shortened } from './given-lengths.js';
import { mendSurrogates, nestingFault } from './nested.js';

export interface CheckedMetadata {
  readonly given: GivenMetadata;
  /** The fields that are not ours, and `history`, which is read and shown. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly warnings: readonly Warning[];
}

const OURS = new Set(Object.keys(GivenMetadata.shape));
const DAYS = new Set(['publishedOn', 'signedOn', 'effectiveOn']);
/** Fields whose text is shown as it is given: 无 may be a title. */
const AS_GIVEN = new Set(['id', 'title', 'titleEn', 'textEn', 'history']);
/** What tables write where there is nothing. */
const NOTHING = new Set(
  '无 没有 暂无 未知 不详 空 无文号 无字号 无发文字号 - -- — —— – ― ─ / \\ n/a na none null nil'.split(' '),
);

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
  const warnings: Warning[] = [];
  const fields = soundFields(value, warnings);
  const ours = fields
    .filter(([name]) => OURS.has(name))
    .map(([name, field]) => [name, readField(name, inLength(name, field, warnings), warnings)] as const)
    .filter(([, field]) => field !== undefined);
  const extra = fields.filter(
    ([name, field]) => (!OURS.has(name) && isShort(name, field, warnings)) || name === 'history',
  );
  return { given: checked(Object.fromEntries(ours), warnings), extra: Object.fromEntries(extra), warnings };
}

/** Without those that nothing after us could walk through, and with whole characters. */
function soundFields(value: object, warnings: Warning[]): (readonly [name: string, field: unknown])[] {
  const sound = Object.entries(value).filter(([name, field]) => {
    const fault = nestingFault(field);
    if (fault !== null) warnings.push(leftOut(name.toWellFormed(), fault));
    return fault === null;
  });
  const mended = mendSurrogates(Object.fromEntries(sound));
  if (mended.replaced > 0) warnings.push(loneSurrogates(mended.replaced));
  return Object.entries(mended.value as object);
}

function inLength(name: string, field: unknown, warnings: Warning[]): unknown {
  const faults: string[] = [];
  const value = shortened(name, field, (fault) => faults.push(fault));
  const [first] = faults; // of a list with a hundred items that are too long, one says it
  if (first !== undefined) warnings.push({ code: 'shortened_field', message: `${name} is cut: ${first}.` });
  return value;
}

function isShort(name: string, field: unknown, warnings: Warning[]): boolean {
  const { length } = JSON.stringify(field) ?? '';
  if (length > MOST_OF_EXTRA) {
    const shownName = shown(name.toWellFormed()).slice(1, -1);
    warnings.push(leftOut(shownName, `it has ${length} characters of at most ${MOST_OF_EXTRA}`));
  }
  return length <= MOST_OF_EXTRA;
}

/** @returns undefined for a field that is left out. */
function readField(name: string, field: unknown, warnings: Warning[]): unknown {
  if (AS_GIVEN.has(name)) return field;
  const said = withoutNothing(field);
  if (said == null || !DAYS.has(name)) return said;
  // Every day that is written as ISO asks is taken, however long ago.
  if (typeof said === 'string' && GivenMetadata.shape.publishedOn.safeParse(said.trim()).success)
    return said.trim();
  const read = readGivenDay(said);
  if ('day' in read) return read.day;
  warnings.push(leftOut(name, `${shown(said)}: ${read.fault}`));
  return undefined;
}

/** 无, - and the like are null; in a list and in `source` they are left out. */
function withoutNothing(field: unknown): unknown {
  if (typeof field === 'string') return isNothing(field) ? null : field;
  if (Array.isArray(field)) return field.filter((item) => typeof item !== 'string' || !isNothing(item));
  if (typeof field !== 'object' || field === null || field instanceof Date) return field;
  return Object.fromEntries(
    Object.entries(field).map(([name, below]) => [
      name,
      typeof below === 'string' && isNothing(below) ? null : below,
    ]),
  );
}

function isNothing(text: string): boolean {
  return text.length <= 20 && text !== '' && NOTHING.has(canonicalName(text).normalize('NFKC').toLowerCase());
}

function checked(fields: object, warnings: Warning[]): GivenMetadata {
  const parsed = GivenMetadata.safeParse(fields);
  if (parsed.success) return parsed.data;
  const rest = parsed.error.issues.reduce<object>((left, { path }) => without(left, path), fields);
  warnings.push(
    ...parsed.error.issues.map((issue) => leftOut(fieldOf(issue), issue.message.replace(/\.$/u, ''))),
  );
  return GivenMetadata.parse(rest);
}

/** Begins with the field's name: that is how they are counted. */
function leftOut(field: string, fault: string): Warning {
  const message = `${field} is left out: ${fault}. Correct it, or remove it; null means absent.`;
  return { code: 'invalid_field', message };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
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
    `${where}: ${fault.replace(/[.;\s]{1,9}$/u, '')}.`,
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

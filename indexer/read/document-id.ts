/**
 * Ids of documents: characters `[A-Za-z0-9_-]` only, at most 100, the same when a text is indexed again.
 */
import { createHash } from 'node:crypto';
import type { Warning } from '../../core/model.js';

const MAX_LENGTH = 100;

export interface DocumentId {
  readonly id: string;
  readonly warnings: readonly Warning[];
}

/** `notices/国发1号.txt` → `notices--1--5d41402a`: what was lost in making it safe is in the hash. */
export function idOfFile(name: string): string {
  return safeId(name.replace(/\.(?:txt|md)$/i, ''));
}

export function idAsGiven(given: string): DocumentId {
  const id = safeId(given);
  if (id === given) return { id, warnings: [] };
  const message = `The id ${JSON.stringify(given)} was replaced by ${id}: an id has letters, digits, _ and - only, at most ${MAX_LENGTH}.`;
  return { id, warnings: [{ code: 'id_replaced', message }] };
}

/** A line of a JSONL file without an id: by what it says it is, not by where it stands, so that lines may move. */
export function idOfLine(stem: string, identity: readonly (string | null | undefined)[]): string {
  const hash = sha256(JSON.stringify(identity.map((part) => part ?? null))).slice(0, 12);
  return `${safeId(stem).slice(0, MAX_LENGTH - 13)}-${hash}`;
}

function safeId(name: string): string {
  const safe = name.replace(/[^A-Za-z0-9_-]/gu, '-');
  if (safe === name && safe.length <= MAX_LENGTH && safe !== '') return safe;
  return `${safe.slice(0, MAX_LENGTH - 9)}-${sha256(name).slice(0, 8)}`;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

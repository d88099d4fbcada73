/**
 * What takes the place of records that are no more, so that it goes into the same payload, and so into the same step, as
 * what replaces them: a record of the same id that is in no answer. Pure.
 */

/** @param lines  The new records of a document, a line each. @returns ids that the old records have and those have not. */
export function goneIds(oldIds: readonly string[], lines: string): readonly string[] {
  const kept = new Set([...lines.matchAll(/^\{"id":"([^"]+)"/gm)].map(([, id]) => id));
  return oldIds.filter((id) => !kept.has(id));
}

export function tombstoneLines(ids: readonly string[]): string {
  return ids.map((id) => `${JSON.stringify({ id })}\n`).join('');
}

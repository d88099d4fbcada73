/**
 * What can be suggested of an index → records of their own, some hundred suggestions each, and back. All lie on one server, and
 * say which version of the index they are of: those of another are no suggestions.
 */
import { z } from 'zod';
import { type CountedCandidate, KINDS, type Kind } from '../../candidates.js';
import type { EngineRecord } from './records.js';

export const SUGGESTIONS = 'suggestions';

const PAGE = 500;

/** What is read of a page. */
const SuggestionPage = z.object({
  of: z.string(),
  /** From 0, and how many there are. */
  page: z.int(),
  pages: z.int(),
  /** JSON: half a character in a title is none in a record. */
  suggestions: z.string(),
});
export const PAGE_FIELDS = Object.keys(SuggestionPage.shape);

/** Kind, by its place among all; text; clauses that it leads to. */
const Written = z.tuple([
  z
    .int()
    .min(0)
    .max(KINDS.length - 1),
  z.string(),
  z.int().min(0).nullable(),
]);
type Written = Readonly<z.output<typeof Written>>;

/** @param version  Of the index, when it serves. */
export function suggestionPages(
  suggestions: readonly CountedCandidate[],
  version: string,
): readonly EngineRecord[] {
  const pages = Math.max(1, Math.ceil(suggestions.length / PAGE));
  return Array.from({ length: pages }, (_, page) => {
    const written = suggestions
      .slice(page * PAGE, (page + 1) * PAGE)
      .map(({ kind, text, count }): Written => [KINDS.indexOf(kind), text, count]);
    return {
      ...{ id: `s-${page}`, record: SUGGESTIONS, of: version, page, pages },
      suggestions: JSON.stringify(written),
    };
  });
}

/** @returns null where they are not all there, are of another version, or are not what was written. */
export function readSuggestionPages(
  records: readonly unknown[],
  version: string,
): readonly CountedCandidate[] | null {
  const pages = records
    .flatMap((record) => SuggestionPage.safeParse(record).data ?? [])
    .filter(({ of }) => of === version);
  const numbers = new Set(pages.map(({ page }) => page));
  if (pages.length === 0 || pages.some((one) => one.pages !== numbers.size)) return null;
  const read: CountedCandidate[] = [];
  for (const { suggestions } of pages.toSorted((a, b) => a.page - b.page)) {
    const written = readWritten(suggestions);
    if (written === null) return null;
    for (const [kind, text, count] of written) read.push({ kind: KINDS[kind] as Kind, text, count });
  }
  return read;
}

function readWritten(suggestions: string): readonly Written[] | null {
  try {
    return z.array(Written).parse(JSON.parse(suggestions));
  } catch {
    return null;
  }
}

/**
 * What a browser may ask: parameters as they are typed in an address → requests, or a word on each that is wrong.
 */
import { z } from 'zod';
import { MOST_CLAUSES } from '../core/document-size.js';
import { byFacet, DATES, FACETS, type FacetName, LACKABLE } from '../core/model.js';

export const QUERY_LENGTH = 500;
const tooLong = `A query is at most ${QUERY_LENGTH} characters.`;
export const DEEPEST_HIT = 10_000; // beyond it nobody reads; export streams what lies further
/** Documents a page. */
const MOST_GROUPS = 50;
/** Longer than any path. */
const MOST_OF_ID = 5000;
const isoDate = z.iso.date('A date is written 2023-05-30.');

/** `?year=2023` and `?year=2023&year=2024` both mean a list. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
  .pipe(z.array(z.string().min(1).max(200)).max(100))
  .default([]);

/** Digits only: `1e1`, ` 5` and an empty value are slips, not numbers. */
function whole(message: string, most = DEEPEST_HIT, least = 1) {
  return z
    .union(
      [
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
        z.number(),
      ],
      message,
    )
    .pipe(z.number().int(message).min(least, message).max(most, message));
}

export const Script = z.enum(['original', 'hans', 'hant']);
export type Script = z.output<typeof Script>;

/** Characters are code points: an emoji is one. */
const query = z
  .string()
  .max(2 * QUERY_LENGTH, tooLong)
  .refine((text) => [...text].length <= QUERY_LENGTH, tooLong)
  .default('');

const scope = z.enum(['all', 'title']).default('all');

/** The names that a facet cannot have: all stand in one address. */
const parameters = {
  q: query,
  from: isoDate.optional(),
  to: isoDate.optional(),
  date: z.enum(DATES).default('publishedOn'),
  document: z.string().min(1).max(MOST_OF_ID).optional(),
  missing: list.pipe(z.array(z.enum(LACKABLE))),
  match: z.enum(['auto', 'all', 'any']).default('auto'),
  sort: z.enum(['relevance', 'newest', 'oldest']).default('relevance'),
  group: z.enum(['none', 'document']).default('none'),
  scope,
  page: whole('A page is a whole number from 1.').default(1),
  size: whole('A page has 1 to 100 hits.', 100).optional(),
  script: Script.default('original'),
  expand: z.enum(['on', 'off']).default('on'),
  without: list,
  explain: z.enum(['on', 'off']).default('off'),
} satisfies Readonly<Record<string, z.ZodType>> & { readonly [facet in FacetName]?: never };

type Excluding = `not.${FacetName}`;
const excluding = Object.fromEntries(FACETS.map((facet) => [`not.${facet}`, list])) as Readonly<
  Record<Excluding, typeof list>
>;

/** Those that may be given more than once. */
export const REPEATABLE: readonly string[] = [...FACETS, ...Object.keys(excluding), 'missing', 'without'];

/** One by one, before they are held against each other. */
export const SearchParameters = z.strictObject({ ...parameters, ...byFacet(() => list), ...excluding });

/** The parameters of a search, shared by everything that takes «…search parameters». */
export const SearchRequest = SearchParameters.transform(({ size, ...given }) => ({
  ...given,
  size: size ?? (given.group === 'document' ? 10 : 20),
}))
  .superRefine(({ page, size, group, scope, from, to }, context) => {
    const refuse = (names: readonly string[], message: string): void => {
      for (const name of names) context.addIssue({ code: 'custom', path: [name], message });
    };
    if (group === 'document' && size > MOST_GROUPS)
      refuse(['size'], `A page has 1 to ${MOST_GROUPS} documents.`);
    if (scope === 'title' && group !== 'document')
      refuse(['scope', 'group'], 'scope=title finds documents: it goes with group=document.');
    if (page * size > DEEPEST_HIT)
      refuse(['page'], `page × size is at most ${DEEPEST_HIT}; narrow the search instead.`);
    if (from !== undefined && to !== undefined && from > to)
      refuse(['from', 'to'], 'from is after to: nothing lies between them.');
  })
  .transform((given) => ({
    ...withoutFacets(given),
    filters: byFacet((facet) => given[facet]),
    excludedValues: byFacet((facet) => given[`not.${facet}`]),
  }));
export type SearchRequest = z.output<typeof SearchRequest>;

const OF_FACETS: ReadonlySet<string> = new Set([...FACETS, ...Object.keys(excluding)]);

function withoutFacets<Given extends object>(given: Given): Omit<Given, FacetName | Excluding> {
  return Object.fromEntries(Object.entries(given).filter(isOfNoFacet)) as Omit<Given, FacetName | Excluding>;
}

function isOfNoFacet([name]: readonly [string, unknown]): boolean {
  return !OF_FACETS.has(name);
}

const { q, match, expand, without } = parameters;
/** Clauses that one answer has. */
export const MOST_READ = 5000;

/** The clauses that are marked are the hits of a search with these. */
export const DocumentRequest = z.strictObject({
  script: Script.default('original'),
  from: whole(`An ordinal is a whole number from 0 to ${MOST_CLAUSES}.`, MOST_CLAUSES, 0).default(0),
  count: whole(`An answer has 1 to ${MOST_READ} clauses.`, MOST_READ).default(MOST_READ),
  ...{ q, match, scope, expand, without },
});
export type DocumentRequest = z.output<typeof DocumentRequest>;

/** As long as it may be: nothing is called so. */
const typed = z.string().default('');

export const SuggestRequest = z.strictObject({
  q: typed,
  limit: whole('A limit is a whole number from 1 to 20.', 20).default(10),
});
export type SuggestRequest = z.output<typeof SuggestRequest>;

/** What a value of a facet is looked for by, beside the parameters of a search. */
export const ContainsRequest = z.object({ contains: typed });

/** Of a path that knows none. */
export const NoParameters = z.strictObject({});

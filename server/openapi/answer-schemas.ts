/**
 * What the API answers, as schemas that a program can read: `api.ts` says it to the compiler, and each schema here is held to
 * it. Every one has a name, under which it stands in openapi.json.
 */
import { z } from 'zod';
import { byFacet, LACKABLE } from '../../core/model.js';
import type * as api from '../api.js';
import { Clause, DocumentSummary, Labels } from './document-schemas.js';
import { count, named, text, texts } from './named.js';

const Hit = named(
  'Hit',
  'A clause that was found, and whose it is.',
  z.object({ clause: Clause, document: DocumentSummary }),
);
const Group = named(
  'Group',
  'A document that was found: all its hits counted, the best three shown.',
  z.object({ document: DocumentSummary, total: count, hits: z.array(Hit) }),
);
const Tally = named(
  'Tally',
  'Clauses, and the documents that they are of.',
  z.object({ count, documents: count }),
);
const FacetValue = named(
  'FacetValue',
  'A value of a facet, counted as if nothing were chosen in that facet.',
  z.object({ value: text, count, documents: count, selected: z.boolean(), excluded: z.boolean() }),
);
const Partial = named(
  'Partial',
  'There where parts of the index did not answer: everything in the answer is of the rest alone.',
  z.object({ missing: texts }),
);
const Understood = named(
  'Understood',
  'A part of the question as it was understood; one that is ignored says why.',
  z.object({
    kind: z.enum(['word', 'phrase', 'either', 'excluded', 'documentNumber']),
    text,
    alternatives: z
      .array(z.object({ kind: z.enum(['word', 'phrase', 'documentNumber']), text }))
      .exactOptional(),
    ignored: z.literal(true).exactOptional(),
    code: z.enum(['punctuation', 'noContent', 'noRoom', 'oneSided', 'wildcard', 'tooMany']).exactOptional(),
    reason: text.exactOptional(),
  }),
) satisfies z.ZodType<api.Understood>;
const Explanation = named(
  'Explanation',
  'What each word finds alone, and what is found without each filter.',
  z.object({
    words: z.array(z.object({ text, count, nearest: text.exactOptional() })),
    filters: z.array(z.object({ facet: text, value: text, countWithout: count })),
    coverage: z.object({ documents: count }),
  }),
) satisfies z.ZodType<api.Explanation>;

const frame = {
  query: z.object({
    q: text,
    understood: z.array(Understood),
    match: z.enum(['all', 'any', 'all+any']),
    allTotal: count.exactOptional(),
    allDocuments: count.exactOptional(),
    expanded: z.array(
      z.object({
        word: text,
        to: text,
        kind: z.enum(['regional', 'abbreviation', 'english', 'everyday']),
        count,
      }),
    ),
    wholeRuns: z.array(z.object({ text, q: text, count })),
  }),
  engine: text,
  index: z.object({ version: text, indexedAt: z.iso.datetime() }),
  tookMs: z.number().min(0),
  total: count.meta({ description: 'Clauses that were found, counted to the last one.' }),
  documents: count.meta({ description: 'The distinct documents among them.' }),
  page: z.int().min(1),
  size: z.int().min(1),
  facets: z.object(byFacet(() => z.array(FacetValue))),
  missing: z.object(
    Object.fromEntries(LACKABLE.map((name) => [name, Tally])) as Record<
      (typeof LACKABLE)[number],
      typeof Tally
    >,
  ),
  labels: Labels,
  explanation: Explanation.exactOptional(),
  partial: Partial.exactOptional(),
};
export const SearchAnswer = named(
  'SearchAnswer',
  'A page of clauses.',
  z.object({ ...frame, hits: z.array(Hit) }),
) satisfies z.ZodType<api.SearchAnswer>;
export const GroupedAnswer = named(
  'GroupedAnswer',
  'With group=document: a page of documents.',
  z.object({ ...frame, groups: z.array(Group) }),
) satisfies z.ZodType<api.GroupedAnswer>;

export const SuggestAnswer = named(
  'SuggestAnswer',
  'What can be asked, each with what choosing it asks and finds.',
  z.object({
    suggestions: z.array(
      z.object({
        text,
        kind: z.enum(['term', 'title', 'issuingBody', 'documentNumber']),
        count,
        matched: z.enum(['text', 'pinyin', 'initials']),
        q: text,
        filters: z.object(byFacet(() => texts)).partial(),
      }),
    ),
    partial: Partial.exactOptional(),
  }),
);
export const FacetValuesAnswer = named(
  'FacetValuesAnswer',
  'Values of one facet.',
  z.object({
    values: z.array(z.object({ value: text, count, documents: count })),
    more: z.boolean(),
    labels: Labels,
    partial: Partial.exactOptional(),
  }),
) satisfies z.ZodType<api.FacetValuesAnswer>;

export const Problem = named(
  'Problem',
  'RFC 9457: what happened, and what to do next.',
  z.object({
    type: text.meta({
      description: 'urn:zhengsou:problem: and a code; about:blank where the status says it all.',
    }),
    title: text,
    status: z.int(),
    detail: text,
    remedy: text,
    errors: z.array(z.object({ parameter: text, message: text })).exactOptional(),
  }),
) satisfies z.ZodType<api.Problem>;

export const Health = named('Health', 'The process lives.', z.object({ status: z.literal('ok') }));
export const Readiness = named(
  'Readiness',
  'It can search; `partial`: all but the parts that are missing.',
  z.object({
    status: z.enum(['ready', 'partial']),
    missing: texts.exactOptional(),
    engine: text,
    documents: count,
    clauses: count,
    indexedAt: z.iso.datetime(),
    version: text.meta({ description: 'Of this program.' }),
  }),
);

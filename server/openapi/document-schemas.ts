/** What the API answers of a document: clauses, descriptions, citations. */
import { z } from 'zod';
import type * as api from '../api.js';
import { count, day, known, named, text, texts } from './named.js';

const Fragment = named(
  'Fragment',
  'A stretch of a text, matching or not. Text, never HTML: joined, the fragments are what is shown.',
  z.object({ text, match: z.boolean() }),
) satisfies z.ZodType<api.Fragment>;

const Damage = named(
  'Damage',
  'A stretch of a clause whose characters are not what was printed: offsets into its text, in UTF-16 code units, the end exclusive.',
  z.object({ start: count, end: count, guess: text.exactOptional(), note: text }),
);

export const Clause = named(
  'Clause',
  'A clause in the script that was asked for. Its id stays the same while its text does.',
  z.object({
    id: text,
    kind: z.enum(['title', 'heading', 'body', 'note']),
    language: z.enum(['zh', 'en']),
    locator: text.meta({
      description: 'Where it stands, as printed: 三、（一）2. Empty where nothing is printed.',
    }),
    path: texts.meta({ description: 'The headings above it, outermost first.' }),
    text,
    themes: texts,
    fragments: z.array(Fragment),
    snippet: z
      .array(Fragment)
      .exactOptional()
      .meta({ description: 'Of a long hit: a few lines around its matches.' }),
    part: count.exactOptional(),
    parts: count.exactOptional(),
    damage: z.array(Damage).exactOptional(),
    counterpart: text
      .exactOptional()
      .meta({ description: 'The id of the same clause in the other language.' }),
    noteOf: text
      .exactOptional()
      .meta({ description: 'Of a footnote: the id of the clause that prints its mark.' }),
  }),
) satisfies z.ZodType<api.ClauseAnswer>;

const summary = {
  id: text,
  title: text,
  titleOrigin: z.enum(['printed', 'given', 'derived']),
  titleEn: text.nullable(),
  issuingBodies: texts,
  issuingBodiesPublished: texts,
  type: text.nullable(),
  status: text.nullable(),
  authors: texts,
  publishedOn: day.nullable(),
  publishedYear: z.int().nullable(),
  documentNumber: text.nullable(),
  documentNumberPublished: text.nullable(),
  year: z.int().nullable(),
  cities: texts,
  themes: texts,
  script: z.enum(['hans', 'hant']),
  source: z.object({ name: text.nullable(), url: text.nullable() }).nullable(),
};
export const DocumentSummary = named(
  'DocumentSummary',
  'What a document is. Names of bodies and places are canonical and Simplified, and as published in the fields that say so.',
  z.object(summary),
) satisfies z.ZodType<api.DocumentSummary>;

export const Labels = named(
  'Labels',
  'By theme: what it is called otherwise.',
  z.record(text, z.object({ 'zh-Hant': text, en: text })),
);
const Document = named(
  'Document',
  'A document with all that is known of it, and of each field where that is from.',
  z.object({
    ...summary,
    signedOn: day.nullable(),
    effectiveOn: day.nullable(),
    history: z.array(z.object({ event: text, on: day.nullable(), by: texts, number: text.nullable() })),
    linkOrigin: z.enum(['given', 'canonical', 'og:url', 'saved', 'mirror', 'printed']).nullable(),
    format: text,
    attachments: z.array(z.object({ id: text, name: text })),
    attachmentOf: text.nullable(),
    provenance: z.record(text, known).meta({ description: 'By field.' }),
    warnings: z.array(z.object({ code: text, message: text })),
    cuts: z.array(z.object({ start: count, end: count, rule: text, text })),
    extra: z.record(text, z.unknown()).meta({ description: 'Fields of the input that are none of ours.' }),
    file: z.object({
      path: text,
      sha256: text,
      bytes: count,
      indexedAt: z.iso.datetime(),
      encoding: text.nullable(),
      kept: z.boolean().meta({ description: 'Whether the file itself is to be had.' }),
    }),
  }),
);
export const DocumentAnswer = named(
  'DocumentAnswer',
  'A document and its clauses in order; `next` is where a longer one goes on.',
  z.object({ document: Document, clauses: z.array(Clause), next: count.exactOptional(), labels: Labels }),
);

const CitationParts = named(
  'CitationParts',
  'What a citation is made of, to be pasted as formatted text.',
  z.object({
    link: text.nullable(),
    quotation: texts,
    paragraphs: z.array(
      z.array(
        z.object({ text, italic: z.literal(true).exactOptional(), linked: z.literal(true).exactOptional() }),
      ),
    ),
  }),
);
export const CitationAnswer = named(
  'CitationAnswer',
  'A citation, and its parts in a style that has any.',
  z.object({ text, parts: CitationParts.nullable() }),
) satisfies z.ZodType<api.CitationAnswer>;

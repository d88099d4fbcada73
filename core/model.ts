/**
 * What a policy text is to us: the document, its clauses, its facets.
 *
 * Offsets are UTF-16 code units, end exclusive. Dates are ISO (`2023-05-30`). Facet values
 * (cities, issuing bodies, types, themes, statuses) are canonical Simplified with full names;
 * titles and texts are as published.
 */
import { z } from 'zod';

export const FACETS = ['city', 'year', 'theme', 'issuingBody', 'type', 'status'] as const;
export type FacetName = (typeof FACETS)[number];

/** The same of each facet. */
export function byFacet<Value>(of: (facet: FacetName) => Value): Readonly<Record<FacetName, Value>> {
  return Object.fromEntries(FACETS.map((facet) => [facet, of(facet)])) as Record<FacetName, Value>;
}

/** What `from`, `to` and an order by date may speak of. */
export const DATES = ['publishedOn', 'signedOn', 'effectiveOn'] as const;
export type DateName = (typeof DATES)[number];

/** What a document (of `theme`: a clause) may be without, and is asked for by: `source` is the link. */
export const LACKABLE = [...FACETS, 'source', 'documentNumber'] as const;
export type Lackable = (typeof LACKABLE)[number];

export const STATUSES = ['现行', '已修改', '废止', '失效', '征求意见'] as const;

/** Where a field of a document comes from: told by the user, printed in the text, or concluded by us. */
export type Provenance = 'given' | 'extracted' | 'derived';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}

/** 发文字号: `text` in canonical form, 京政发〔2023〕14号 → { issuerCode: 京政发, year: 2023, serial: 14 }. */
export interface DocumentNumber {
  readonly text: string;
  readonly issuerCode: string;
  readonly year: number | null;
  readonly serial: string;
}

/** The site or paper that carried the text. `url` is null where none is known; never invented. */
export interface Source {
  readonly name: string | null;
  readonly url: string | null;
}

/** How `source.url` is known: told by the user, said by the file (or the folder it was mirrored into), or printed in the text. */
export type LinkOrigin = 'given' | 'canonical' | 'og:url' | 'saved' | 'mirror' | 'printed';

/** Of the file that a document was read from. */
export type FileFormat =
  | 'txt'
  | 'md'
  | 'html'
  | 'mhtml'
  | 'docx'
  | 'doc'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'pdf'
  | 'xlsx'
  | 'xls'
  | 'csv'
  | 'jsonl'
  | 'json';

/** A stretch of a clause whose characters are not what was printed. `guess`: what probably stood there. */
export interface Damage extends Span {
  readonly guess?: string;
  readonly note: string;
}

/** A stretch of the raw text that is no part of the policy text: menus, footers, metadata tables, datelines. */
export interface Cut extends Span {
  readonly rule: string;
  readonly text: string;
}

/** A `note` is a footnote. */
export type ClauseKind = 'title' | 'heading' | 'body' | 'note';
export type Language = 'zh' | 'en';

export interface Clause {
  /** Characters `[A-Za-z0-9_-]` only; the same when the same text is indexed again. */
  readonly id: string;
  readonly kind: ClauseKind;
  readonly language: Language;
  /** The printed path: 三、（一）2. or 第十七条之一. Empty where nothing is printed. */
  readonly locator: string;
  /** The headings above, outermost first, then (for a labelled clause) what it is called itself. */
  readonly path: readonly string[];
  /** Ordinals, in the document's clauses, of the headings above, outermost first. The title is not among them. */
  readonly headings: readonly number[];
  /** The cleaned text, printed label included; paragraphs end in `\n`, the last one without. */
  readonly text: string;
  readonly themes: readonly string[];
  /** Where in the raw text it comes from. */
  readonly raw: Span;
  /** Which part of how many, where a stretch past 10,000 characters was cut. */
  readonly part?: number;
  readonly parts?: number;
  readonly damage?: readonly Damage[];
  /** The clause with the same locator in the document's other language. */
  readonly counterpart?: string;
  /** Of a note: the clause that prints its mark. */
  readonly noteOf?: string;
}

/** An act that made or changed a law: 通过, 公布, 修正 …, who did it, when, under which number. */
export interface LawEvent {
  readonly event: string;
  /** ISO; null where the line prints no whole day. */
  readonly on: string | null;
  /** Canonical, as `issuingBodies`. */
  readonly by: readonly string[];
  readonly number: string | null;
}

export interface SourceFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly indexedAt: string;
  /** As its text was encoded; null for a format that has no such thing. */
  readonly encoding: string | null;
}

/** A file that a page links to, as a document of its own. */
export interface Attachment {
  readonly id: string;
  /** Its file's name. */
  readonly name: string;
}

export interface PolicyDocument {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly issuingBodies: readonly string[];
  /** The same bodies in the same order, as the text prints them: 農業部, 中共中央. What citations show. */
  readonly issuingBodiesPublished: readonly string[];
  readonly documentNumber: DocumentNumber | null;
  /** The number as it is printed or was given: 華總一義字第11200045451號. */
  readonly documentNumberPublished: string | null;
  /** Who wrote it: of news, the names of its byline. */
  readonly authors: readonly string[];
  readonly type: string | null;
  readonly status: string | null;
  readonly publishedOn: string | null;
  /** Of `publishedOn`; derived where no day is known, null where nothing says it. */
  readonly publishedYear: number | null;
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  /** In the order of the text; of laws only. */
  readonly history: readonly LawEvent[];
  readonly cities: readonly string[];
  /** The union of the clauses' themes; those given, where there are such. */
  readonly themes: readonly string[];
  readonly source: Source | null;
  /** null where there is no link. */
  readonly linkOrigin: LinkOrigin | null;
  /** In the order of the links; some of them may not have been readable. */
  readonly attachments: readonly Attachment[];
  /** The document that links to this one. */
  readonly attachmentOf: string | null;
  /** Of the file: `html`, `docx`, `pdf` … */
  readonly format: FileFormat;
  readonly script: 'hans' | 'hant';
  readonly provenance: Readonly<Partial<Record<DescribedField, Provenance>>>;
  readonly warnings: readonly Warning[];
  readonly cuts: readonly Cut[];
  /** Fields of the input that are not ours: kept and shown. */
  readonly extra: Readonly<Record<string, unknown>>;
  readonly file: SourceFile;
}

export const DESCRIBED_FIELDS = [
  'title',
  'titleEn',
  'issuingBodies',
  'documentNumber',
  'type',
  'status',
  'publishedOn',
  'signedOn',
  'effectiveOn',
  'cities',
  'themes',
  'source',
] as const;
/** What is read or concluded and never given. */
const CONCLUDED_FIELDS = ['publishedYear', 'authors'] as const;
export type DescribedField = (typeof DESCRIBED_FIELDS)[number] | (typeof CONCLUDED_FIELDS)[number];

type GivenField = (typeof DESCRIBED_FIELDS)[number] | 'id' | 'textEn' | 'history';

/** Whether a title is printed in the text, was given with it, or is ours: shown and cited with its mark. */
export function titleOrigin({
  provenance,
}: Pick<PolicyDocument, 'provenance'>): 'printed' | 'given' | 'derived' {
  const { title = 'derived' } = provenance;
  return title === 'extracted' ? 'printed' : title;
}

const isoDate = z.iso.date('A date is written 2023-05-30.');
const webAddress = z
  .url({ protocol: /^https?$/, error: 'A link begins with http:// or https://.' })
  .max(2000, 'A link has at most 2000 characters.');
const list = z.array(z.string().trim().min(1));

/**
 * What a user may say of a document, in JSONL, front matter or `<file>.meta.yaml`. `null` means absent. Other fields decide
 * nothing: they are kept beside it, as `extra`, and shown.
 */
export const GivenMetadata = z.object({
  id: z.union([z.string().min(1).max(200), z.int().transform(String)]).nullish(),
  title: z.string().trim().min(1).nullish(),
  titleEn: z.string().trim().min(1).nullish(),
  textEn: z.string().nullish(),
  publishedOn: isoDate.nullish(),
  signedOn: isoDate.nullish(),
  effectiveOn: isoDate.nullish(),
  issuingBodies: list.nullish(),
  documentNumber: z.string().trim().min(1).nullish(),
  cities: list.nullish(),
  themes: list.nullish(),
  type: z.string().trim().min(1).nullish(),
  status: z.string().trim().min(1).nullish(),
  source: z.object({ name: z.string().trim().min(1).nullish(), url: webAddress.nullish() }).nullish(),
  /** The acts that made a law, a line each, as registers print them above its text; shown with the other fields as well. */
  history: z.array(z.unknown()).nullish().catch(null),
} satisfies Readonly<Record<GivenField, z.ZodType>>);
export type GivenMetadata = z.output<typeof GivenMetadata>;

/** Clauses, and the distinct documents that they are of. */
export interface Tally {
  readonly count: number;
  readonly documents: number;
}

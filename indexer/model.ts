/**
 * What passes from one step of the indexer to the next:
 *
 * read → RawDocument → clean → CleanedText → describe → Description → split clauses → Clause[]
 */
import type {
  Attachment,
  Clause,
  Cut,
  Damage,
  DescribedField,
  DocumentNumber,
  FileFormat,
  GivenMetadata,
  LawEvent,
  LinkOrigin,
  Provenance,
  Source,
  Span,
  Warning,
} from '../core/model.js';

/**
 * What a file says of itself outside of its printed text (`<meta>`, JSON-LD, docProps), as it is written there. What the text prints
 * wins over it.
 */
export interface SaidMetadata {
  readonly title?: string;
  readonly publishedOn?: string;
  readonly documentNumber?: string;
  readonly issuingBodies?: readonly string[];
  readonly sourceName?: string;
}

/** The address of a page, and how it is known. */
export interface SavedFrom {
  readonly url: string;
  readonly by: Exclude<LinkOrigin, 'given' | 'printed'>;
}

/** What a file of another format than text says beside its text, and which of its text is none of the document's. */
export interface FileFacts {
  readonly furniture: readonly (Span & { readonly rule: string })[];
  readonly said: SaidMetadata;
  readonly savedFrom: SavedFrom | null;
}

/** One text as it came: a file, a line of a JSONL file, or an item of a JSON array. */
export interface RawDocument {
  readonly id: string;
  /** As shown to people: relative to the working folder; a line, or an item, is `laws.jsonl#12`. */
  readonly path: string;
  /** Decoded, otherwise untouched; well-formed UTF-16. */
  readonly text: string;
  /** English text given beside it. */
  readonly textEn: string | null;
  readonly given: GivenMetadata;
  /** Fields that are not ours: kept and shown, and nothing is read from them. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** Of the input's bytes: the file (and its `.meta.yaml`), the line, or the item. */
  readonly sha256: string;
  readonly bytes: number;
  readonly format: FileFormat;
  /** As it was decoded; null for a format that has none. */
  readonly encoding: string | null;
  readonly facts: FileFacts | null;
  readonly attachments: readonly Attachment[];
  readonly attachmentOf: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * A text and the way back: `toRaw` gives, for a stretch of `text`, the stretch of the raw text it was made of.
 * Built by the clean steps, which only remove, replace and insert.
 */
export interface CleanedText {
  /** One paragraph a line, `\n` line ends, no blank lines, no line begins or ends in white space. */
  readonly text: string;
  toRaw(span: Span): Span;
  /** What was cut off, in order; offsets into the raw text. */
  readonly cuts: readonly Cut[];
  /** Offsets into `text`. */
  readonly damage: readonly Damage[];
  readonly warnings: readonly Warning[];
}

/** What we know of a document before it is split. */
export interface Description {
  readonly title: string;
  /** Where in the cleaned text the title is printed; null where it is derived or only given. */
  readonly titleSpan: Span | null;
  readonly titleEn: string | null;
  readonly issuingBodies: readonly string[];
  readonly issuingBodiesPublished: readonly string[];
  readonly documentNumber: DocumentNumber | null;
  readonly documentNumberPublished: string | null;
  readonly authors: readonly string[];
  readonly type: string | null;
  readonly status: string | null;
  readonly publishedOn: string | null;
  readonly publishedYear: number | null;
  readonly signedOn: string | null;
  readonly effectiveOn: string | null;
  readonly history: readonly LawEvent[];
  readonly cities: readonly string[];
  readonly source: Source | null;
  readonly linkOrigin: LinkOrigin | null;
  readonly script: 'hans' | 'hant';
  readonly provenance: Readonly<Partial<Record<DescribedField, Provenance>>>;
  readonly warnings: readonly Warning[];
  readonly extra: Readonly<Record<string, unknown>>;
}

/** A clause as the splitter knows it: everything but its id, themes and counterpart. */
export type SplitClause = Omit<Clause, 'id' | 'themes' | 'counterpart' | 'noteOf' | 'raw' | 'damage'> & {
  /** Where its text stands in the cleaned text; the gaps between clauses are line breaks and spaces only. */
  readonly span: Span;
  /** The labels above it and its own (三、（一）◆), which its id is made of; absent where they are its locator. */
  readonly place?: string;
  /** Of a note: where in the cleaned text its mark is printed. */
  readonly mark?: Span;
};

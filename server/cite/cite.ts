/**
 * A clause, a place inside it, or a document as a whole, as a reference ready to paste.
 *
 * Two steps: `makeReference` decides what the parts are, a style writes them down. A style that has no place
 * for a part, and a part that is not known, leave no trace in the text.
 */
import type { CitationParts } from '../api.js';
import { MEDIA_TYPE as APA, apa, apaParts } from './apa.js';
import { MEDIA_TYPE as BIBTEX, bibtex } from './bibtex.js';
import { MEDIA_TYPE as BLUEBOOK, bluebook } from './bluebook.js';
import { MEDIA_TYPE as CSL_JSON, cslJson } from './csl-json.js';
import { MEDIA_TYPE as GBT7714, gbt7714In2015, gbt7714In2025 } from './gbt7714.js';
import { MEDIA_TYPE as LEGAL_ZH, legalZh } from './legal-zh.js';
import { MEDIA_TYPE as MARKDOWN, markdown, markdownParts } from './markdown.js';
import { MEDIA_TYPE as OSCOLA, oscola } from './oscola.js';
import { MEDIA_TYPE as PLAIN, plain, plainParts } from './plain.js';
import { type Cited, makeReference, type Reference } from './reference.js';
import { MEDIA_TYPE as RIS, ris } from './ris.js';
import { MEDIA_TYPE as TAIWAN, taiwan } from './taiwan.js';

/** In the order in which they are offered. */
export const CITATION_STYLES = [
  'plain',
  'markdown',
  'gbt7714-2015',
  'gbt7714-2025',
  'legal-zh',
  'apa',
  'bluebook',
  'oscola',
  'taiwan',
  'ris',
  'bibtex',
  'csl-json',
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

interface Style {
  readonly write: (reference: Reference) => string;
  readonly mediaType: string;
  /** Of a file that is not plain text. */
  readonly extension?: string;
  /** Of a style that is pasted as formatted text too. */
  readonly parts?: (reference: Reference) => CitationParts;
}

const STYLES: Readonly<Record<CitationStyle, Style>> = {
  plain: { write: plain, mediaType: PLAIN, parts: plainParts },
  markdown: { write: markdown, mediaType: MARKDOWN, extension: 'md', parts: markdownParts },
  'gbt7714-2015': { write: gbt7714In2015, mediaType: GBT7714 },
  'gbt7714-2025': { write: gbt7714In2025, mediaType: GBT7714 },
  'legal-zh': { write: legalZh, mediaType: LEGAL_ZH },
  apa: { write: apa, mediaType: APA, parts: apaParts },
  bluebook: { write: bluebook, mediaType: BLUEBOOK },
  oscola: { write: oscola, mediaType: OSCOLA },
  taiwan: { write: taiwan, mediaType: TAIWAN },
  ris: { write: ris, mediaType: RIS, extension: 'ris' },
  bibtex: { write: bibtex, mediaType: BIBTEX, extension: 'bib' },
  'csl-json': { write: cslJson, mediaType: CSL_JSON, extension: 'json' },
};

/** What a citation may be sent as, without the character set. */
export const CITATION_MEDIA_TYPES: readonly string[] = [
  ...new Set(Object.values(STYLES).map(({ mediaType }) => mediaType.split(';')[0] ?? '')),
];

export interface Citation {
  readonly text: string;
  readonly mediaType: string;
  /** null in a style that is text alone. */
  readonly parts: CitationParts | null;
  /** What a file of it is called. */
  readonly fileName: string;
}

/** Characters of a title that go into the name of a file. */
const NAMED_BY = 40;

/**
 * `cite({ document, clause, pinpoint: null, style: 'legal-zh', lang: 'zh-Hans', accessedOn: '2026-08-22' })`
 * → `{ text: '《国务院关于…的意见》（国发〔2025〕11号），二、（三）。', mediaType: 'text/plain; charset=utf-8', parts: null, fileName: … }`
 *
 * @throws PolicyError `invalid_request` (parameter `pinpoint` or `quote`) where the clause has no such place.
 */
export function cite({ style, ...cited }: Cited & { readonly style: CitationStyle }): Citation {
  const { write, mediaType, extension = 'txt', parts } = STYLES[style];
  const reference = makeReference(cited);
  return {
    text: write(reference),
    mediaType,
    parts: parts?.(reference) ?? null,
    fileName: `${nameOfFile(reference.title)}.${extension}`,
  };
}

/** What no file system takes is left out. */
function nameOfFile(title: string): string {
  const name = [...title.replace(/[\\/:*?"<>|.]+/g, ' ')].slice(0, NAMED_BY).join('').trim();
  return name === '' ? 'citation' : name;
}

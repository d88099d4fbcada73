/**
 * A clause, a place inside it, or a document as a whole, as a reference ready to paste.
 *
 * Two steps: `makeReference` decides what the parts are, a style writes them down. A style that has no place
 * for a part, and a part that is not known, leave no trace in the text.
 */
import type { CitationParts } from '../api.js';
import { MEDIA_TYPE as APA, apa } from './apa.js';
import { MEDIA_TYPE as BIBTEX, bibtex } from './bibtex.js';
import { MEDIA_TYPE as BLUEBOOK, bluebook } from './bluebook.js';
import { MEDIA_TYPE as CSL_JSON, cslJson } from './csl-json.js';
import { MEDIA_TYPE as GBT7714, gbt7714In2015, gbt7714In2025 } from './gbt7714.js';
import { MEDIA_TYPE as LEGAL_ZH, legalZh } from './legal-zh.js';
import { MEDIA_TYPE as MARKDOWN, markdown, markdownParts } from './markdown.js';
import { MEDIA_TYPE as PLAIN, plain, plainParts } from './plain.js';
import { type Cited, makeReference, type Reference } from './reference.js';
import { MEDIA_TYPE as RIS, ris } from './ris.js';

/** In the order in which they are offered. */
export const CITATION_STYLES = [
  'plain',
  'markdown',
  'gbt7714-2015',
  'gbt7714-2025',
  'legal-zh',
  'apa',
  'bluebook',
  'ris',
  'bibtex',
  'csl-json',
] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

interface Style {
  readonly write: (reference: Reference) => string;
  readonly mediaType: string;
  /** Of a style that is pasted as formatted text too. */
  readonly parts?: (reference: Reference) => CitationParts;
}

const STYLES: Readonly<Record<CitationStyle, Style>> = {
  plain: { write: plain, mediaType: PLAIN, parts: plainParts },
  markdown: { write: markdown, mediaType: MARKDOWN, parts: markdownParts },
  'gbt7714-2015': { write: gbt7714In2015, mediaType: GBT7714 },
  'gbt7714-2025': { write: gbt7714In2025, mediaType: GBT7714 },
  'legal-zh': { write: legalZh, mediaType: LEGAL_ZH },
  apa: { write: apa, mediaType: APA },
  bluebook: { write: bluebook, mediaType: BLUEBOOK },
  ris: { write: ris, mediaType: RIS },
  bibtex: { write: bibtex, mediaType: BIBTEX },
  'csl-json': { write: cslJson, mediaType: CSL_JSON },
};

export interface Citation {
  readonly text: string;
  readonly mediaType: string;
  /** null in a style that is text alone. */
  readonly parts: CitationParts | null;
}

/**
 * `cite({ document, clause, pinpoint: null, style: 'legal-zh', lang: 'zh-Hans', accessedOn: '2026-08-22' })`
 * → `{ text: '《国务院关于…的意见》（国发〔2025〕11号），二、（三）。', mediaType: 'text/plain; charset=utf-8', parts: null }`
 *
 * @throws PolicyError `invalid_request` (parameter `pinpoint`) where the clause has no such place.
 */
export function cite({ style, ...cited }: Cited & { readonly style: CitationStyle }): Citation {
  const { write, mediaType, parts } = STYLES[style];
  const reference = makeReference(cited);
  return { text: write(reference), mediaType, parts: parts?.(reference) ?? null };
}

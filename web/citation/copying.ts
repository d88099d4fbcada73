/** What is copied: the citation that the server writes, in a style, or the link of a clause. */
import type { CitationAnswer } from '../../server/api.js';
import { formatAddress, START } from '../shared/address.js';
import { messages } from '../shared/messages.js';
import { language, type Style } from '../shared/preferences.js';
import { request } from '../shared/resource.js';
import { say } from '../shared/say.js';
import { copy } from './clipboard.js';

const TEXT = { 'text/plain': ({ text }: CitationAnswer) => text.trimEnd() };
const TEXT_AND_HTML = {
  ...TEXT,
  'text/html': async ({ parts }: CitationAnswer) =>
    parts ? (await import('./citation-html.js')).citationHtml(parts) : '',
};

/** Pasted as formatted text too. Known before the answer is there: the clipboard is told its types at once. */
const FORMATTED: readonly Style[] = ['plain', 'markdown', 'apa'];

/**
 * @param path  `/api/clauses/{id}` or `/api/documents/{id}`.
 * @returns     what was copied, in words.
 */
export async function copyCitation(path: string, style: Style): Promise<string> {
  const { copied, styles } = messages.value;
  const types = FORMATTED.includes(style) ? TEXT_AND_HTML : TEXT;
  await copy(request<CitationAnswer>(citationPath(path, style, 'parts=on')), types);
  return say(copied, { style: styles[style] });
}

/** As it can be shared: without the search that led to it. */
export async function copyLink(document: string, clause: string): Promise<string> {
  const path = formatAddress({ ...START, view: 'document', id: document, clause });
  await copy(Promise.resolve(location.origin + path), { 'text/plain': (link) => link });
  return messages.value.linkCopied;
}

export function citationPath(path: string, style: Style, more: string): string {
  // The reader's own day; Swedish writes it as ISO does.
  return `${path}/citation?style=${style}&lang=${language.value}&accessed=${new Date().toLocaleDateString('sv')}&${more}`;
}

/** A document with its text: what the threads do with what `readDocuments` gives, here. */
import type { RawDocument } from '../model.js';
import type { DocumentKind, ReadDocument } from './read.js';
import { type Reader, readContent } from './read-content.js';

/**
 * @param pdf  Who reads PDFs; here, where nobody is named.
 * @throws PolicyError where there is no text to be had.
 */
export async function readRaw(
  { packed, noticePage: _noticePage, origin: _origin, ...rest }: ReadDocument,
  pdf?: Reader,
): Promise<RawDocument & { readonly kind: DocumentKind }> {
  return packed === undefined ? rest : { ...rest, ...(await readContent({ ...rest, packed }, pdf)) };
}

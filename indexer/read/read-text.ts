/**
 * A .txt, .md or .markdown file → one document.
 */
import { createHash } from 'node:crypto';
import type { RawDocument } from '../model.js';
import { idOfFile } from './document-id.js';
import { decode } from './encoding.js';
import { bytesOf } from './file-bytes.js';
import { findFrontMatter } from './front-matter.js';
import { readGivenBeside } from './given-beside.js';
import { malformed } from './given-metadata.js';
import { MAX_DOCUMENT_BYTES } from './limits.js';
import type { InputFile } from './list-files.js';

/**
 * Front matter stays in the text, as the file came: `clean` cuts it.
 *
 * @throws PolicyError `unreadable_file` (too large, binary, empty), `malformed_document` (metadata).
 */
export async function readText(file: InputFile): Promise<RawDocument & { readonly whole: Buffer }> {
  const bytes = await bytesOf(file, MAX_DOCUMENT_BYTES);
  const { text, encoding, warnings } = decode(bytes);
  const frontMatter = findFrontMatter(text);
  if (frontMatter !== null && !/\S/u.test(text.slice(frontMatter.end))) {
    throw malformed(file.path, 'it has metadata but no text', 'Put the text below the metadata.');
  }
  const said = await readGivenBeside(file, frontMatter?.yaml ?? null);
  const hash = createHash('sha256').update(bytes);
  if (said.bytes !== null) hash.update(said.bytes);
  return {
    id: said.id ?? idOfFile(file.name),
    path: file.path,
    text,
    textEn: said.textEn,
    given: said.given,
    extra: said.extra,
    sha256: hash.digest('hex'),
    bytes: bytes.length + (said.bytes?.length ?? 0),
    format: /\.(?:md|markdown)$/iu.test(file.name) ? 'md' : 'txt',
    encoding,
    facts: null,
    attachments: [],
    attachmentOf: null,
    whole: bytes,
    warnings: [...warnings, ...said.warnings],
  };
}

/**
 * A page, a Word file, a PDF → a document whose text is still to be read: that is done in a thread, and only where the bytes have
 * changed.
 */
import { createHash } from 'node:crypto';
import type { FileFormat } from '../../core/model.js';
import type { RawDocument } from '../model.js';
import { idOfFile } from './document-id.js';
import { bytesOf } from './file-bytes.js';
import { readGivenBeside } from './given-beside.js';
import { MAX_FILE_BYTES } from './limits.js';
import type { InputFile } from './list-files.js';
import { mirroredFrom } from './mirror.js';
import type { PackedFormat, PackedText } from './read-content.js';

export interface PackedDocument extends RawDocument {
  readonly packed: PackedText;
  readonly whole?: Uint8Array;
}

/** @throws PolicyError `unreadable_file` (too large), `malformed_document` (metadata). */
export async function readPacked(file: InputFile, format: PackedFormat): Promise<PackedDocument> {
  const bytes = await bytesOf(file, MAX_FILE_BYTES);
  const elsewhere = file.unpacked?.savedFrom ?? mirroredFrom(file.name);
  return {
    ...(await withoutText(file, format, bytes)),
    packed: { bytes, format, name: file.name, elsewhere },
  };
}

/** Everything that is known of a file before its text is read. */
export async function withoutText(
  file: InputFile,
  format: FileFormat,
  bytes: Buffer,
): Promise<RawDocument & { readonly whole: Uint8Array }> {
  const said = await readGivenBeside(file, null);
  const hash = createHash('sha256').update(bytes);
  if (said.bytes !== null) hash.update(said.bytes);
  return {
    id: said.id ?? idOfFile(file.name),
    path: file.path,
    text: '',
    textEn: said.textEn,
    given: said.given,
    extra: said.extra,
    sha256: hash.digest('hex'),
    bytes: bytes.length + (said.bytes?.length ?? 0),
    format,
    encoding: null,
    facts: null,
    attachments: [],
    attachmentOf: null,
    whole: bytes,
    warnings: said.warnings,
  };
}

/**
 * A .txt, .md or .markdown file → one document. Metadata comes from YAML between `---` lines at its head and from
 * `<file>.meta.yaml` beside it, which wins.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { GivenMetadata } from '../../core/model.js';
import type { RawDocument } from '../model.js';
import { idAsGiven, idOfTextFile } from './document-id.js';
import { decode } from './encoding.js';
import { findFrontMatter } from './front-matter.js';
import { type CheckedMetadata, malformed, parseGiven } from './given-metadata.js';
import { MAX_DOCUMENT_BYTES, tooLarge } from './limits.js';
import type { InputFile } from './list-files.js';
import { parseYaml } from './parse-yaml.js';

/**
 * Front matter stays in the text, as the file came: `clean` cuts it.
 *
 * @throws PolicyError `unreadable_file` (too large, binary, empty), `malformed_document` (metadata).
 */
export async function readText(file: InputFile): Promise<RawDocument> {
  const { size } = await stat(file.absolute);
  if (size > MAX_DOCUMENT_BYTES) throw tooLarge(file.path, size);
  const bytes = await readFile(file.absolute);
  const { text, warnings } = decode(bytes);
  const frontMatter = findFrontMatter(text);
  if (frontMatter !== null && !/\S/u.test(text.slice(frontMatter.end))) {
    throw malformed(file.path, 'it has metadata but no text', 'Put the text below the metadata.');
  }
  const metaBytes = file.metaPath === null ? null : await readMeta(file.metaPath, file.path);
  const checked = [
    ...(frontMatter === null ? [] : [readYaml(frontMatter.yaml, file.path)]),
    ...(metaBytes === null ? [] : [readYaml(decode(metaBytes).text, `${file.path}.meta.yaml`)]),
  ];
  const fields: GivenMetadata = Object.assign({}, ...checked.map(({ given }) => given));
  const { textEn, ...given } = fields;
  const named = given.id == null ? null : idAsGiven(given.id);
  const hash = createHash('sha256').update(bytes);
  if (metaBytes !== null) hash.update(metaBytes);
  return {
    id: named?.id ?? idOfTextFile(file.name),
    path: file.path,
    text,
    textEn: textEn ?? null,
    given,
    extra: Object.fromEntries(checked.flatMap((part) => Object.entries(part.extra))),
    sha256: hash.digest('hex'),
    bytes: bytes.length + (metaBytes?.length ?? 0),
    warnings: [...warnings, ...checked.flatMap((part) => part.warnings), ...(named?.warnings ?? [])],
  };
}

async function readMeta(path: string, of: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size > MAX_DOCUMENT_BYTES) throw tooLarge(`${of}.meta.yaml`, size);
  return readFile(path);
}

function readYaml(yaml: string, where: string): CheckedMetadata {
  return parseGiven(parseYaml(yaml, where) ?? {}, where);
}

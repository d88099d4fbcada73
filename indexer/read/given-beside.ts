/**
 * What a user says of a file: YAML at the head of a text, and `<file>.meta.yaml` beside any file, which wins.
 */
import type { GivenMetadata, Warning } from '../../core/model.js';
import { idAsGiven } from './document-id.js';
import { decode } from './encoding.js';
import { metaBytesOf } from './file-bytes.js';
import { type CheckedMetadata, parseGiven } from './given-metadata.js';
import { MAX_DOCUMENT_BYTES } from './limits.js';
import type { InputFile } from './list-files.js';
import { parseYaml } from './parse-yaml.js';

export interface GivenBeside {
  /** As given; null where none is. */
  readonly id: string | null;
  readonly textEn: string | null;
  readonly given: GivenMetadata;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly warnings: readonly Warning[];
  /** Of the `.meta.yaml`: part of what the document is made of. */
  readonly bytes: Uint8Array | null;
}

/**
 * @param frontMatter  The YAML at the head of the text; null where there is none.
 * @throws             PolicyError `malformed_document`, `unreadable_file`.
 */
export async function readGivenBeside(file: InputFile, frontMatter: string | null): Promise<GivenBeside> {
  const bytes = await metaBytesOf(file, MAX_DOCUMENT_BYTES);
  const checked = [
    ...(frontMatter === null ? [] : [readYaml(frontMatter, file.path)]),
    ...(bytes === null || bytes.length === 0 ? [] : [readYaml(decode(bytes).text, `${file.path}.meta.yaml`)]),
  ];
  const fields: GivenMetadata = Object.assign({}, ...checked.map(({ given }) => given));
  const { textEn, ...given } = fields;
  const named = given.id == null ? null : idAsGiven(given.id);
  return {
    id: named?.id ?? null,
    textEn: textEn ?? null,
    given,
    extra: Object.fromEntries(checked.flatMap((part) => Object.entries(part.extra))),
    warnings: [
      ...(bytes?.length === 0 ? [emptyMetadata(`${file.path}.meta.yaml`)] : []),
      ...checked.flatMap((part) => part.warnings),
      ...(named?.warnings ?? []),
    ],
    bytes,
  };
}

function emptyMetadata(where: string): Warning {
  return {
    code: 'empty_metadata',
    message: `${where} is empty: nothing is given. Write fields into it, or remove it.`,
  };
}

function readYaml(yaml: string, where: string): CheckedMetadata {
  return parseGiven(parseYaml(yaml, where) ?? {}, where);
}

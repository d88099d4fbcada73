/**
 * A ZIP of texts → its files, each as if it lay in a folder that is called like the archive.
 */
import { PolicyError } from '../../core/errors.js';
import { bytesOf, sizeOf } from './file-bytes.js';
import { emptyFile, MAX_FILE_BYTES } from './limits.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { formatOfBytes } from './sniff.js';
import { archiveTooDeep, isClutter, leadsOut, partOfPage, savedPageOf, unsupported } from './unlisted.js';
import { openZip } from './unzip.js';

/** An archive in an archive in an archive: deeper nobody packs texts. */
export const MAX_DEPTH = 3;
/** Of all that is unpacked from one archive: a corpus has it, a bomb has more. */
const MAX_UNPACKED_BYTES = 8 * 1024 * 1024 * 1024;
const META = '.meta.yaml';

/**
 * @throws PolicyError `unreadable_file` where it is no archive, is damaged, or nested too deep.
 */
export async function* readZip(file: InputFile): AsyncGenerator<InputFile | UnreadInput> {
  const depth = file.unpacked?.depth ?? 0;
  if (depth >= MAX_DEPTH) throw archiveTooDeep(file.path, MAX_DEPTH);
  if ((await sizeOf(file)) === 0) throw emptyFile();
  const source = file.unpacked === undefined ? file.absolute : await bytesOf(file, MAX_FILE_BYTES);
  const names = new Set<string>();
  for await (const { name } of openZip(source)) names.add(name);
  const metas = await readMetas(source, names);

  let unpacked = 0;
  for await (const entry of openZip(source)) {
    const { name } = entry;
    const path = `${file.path}/${name}`;
    const segments = name.split('/');
    if (segments.some(isClutter) && !segments.includes('..')) continue;
    const page = pageOf(segments, names);
    try {
      if (name.startsWith('/') || segments.includes('..') || /^[a-z]:/iu.test(name)) throw leadsOut(path);
      if (page !== null) throw partOfPage(path, page);
      if (name.endsWith(META) && names.has(name.slice(0, -META.length))) continue;
      const bytes = await entry.read(MAX_FILE_BYTES);
      unpacked += bytes.length;
      if (unpacked > MAX_UNPACKED_BYTES) throw tooMuch(file.path);
      const format = await formatOfBytes(name, bytes);
      if (format === null) throw unsupported(path);
      const inner = { bytes, meta: metas.get(name) ?? null, savedFrom: null, depth: depth + 1 };
      yield { ...file, path, name: `${file.name}/${name}`, format, metaPath: null, unpacked: inner };
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      yield { path, error };
      if (unpacked > MAX_UNPACKED_BYTES) return;
    }
  }
  if (names.size === 0) throw empty(file.path);
}

async function readMetas(
  source: string | Uint8Array,
  names: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Buffer>> {
  const metas = new Map<string, Buffer>();
  if (![...names].some((name) => name.endsWith(META))) return metas;
  for await (const entry of openZip(source)) {
    const of = entry.name.slice(0, -META.length);
    if (entry.name.endsWith(META) && names.has(of)) metas.set(of, await entry.read(1024 * 1024));
  }
  return metas;
}

/** The saved page that one of the folders above belongs to. */
function pageOf(segments: readonly string[], names: ReadonlySet<string>): string | null {
  for (let at = 0; at < segments.length - 1; at += 1) {
    const above = segments
      .slice(0, at)
      .map((segment) => `${segment}/`)
      .join('');
    const beside = { has: (name: string): boolean => names.has(above + name) };
    const page = savedPageOf(segments[at] ?? '', beside);
    if (page !== null) return page;
  }
  return null;
}

function tooMuch(path: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${path} holds more than 8 GB; what was read until then is kept.`,
    'Unpack it yourself, and name the folder.',
  );
}

function empty(path: string): PolicyError {
  return new PolicyError('unreadable_file', `${path} holds no files.`, 'Pack it again, or take it out.');
}

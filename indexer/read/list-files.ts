/**
 * The paths of the command line → the files to read, sorted by path, each once.
 *
 * Hidden files are passed over; `<file>.meta.yaml` is attached to its file. What a folder holds that we cannot
 * read is reported, not silently ignored.
 */
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { PolicyError } from '../../core/errors.js';

export interface InputFile {
  /** As shown to people: relative to the working folder where it lies in it. */
  readonly path: string;
  /** What ids of text files are made of: relative to the path that was named, with `/`. */
  readonly name: string;
  readonly absolute: string;
  readonly format: 'text' | 'jsonl' | 'json';
  /** `<file>.meta.yaml` beside it. */
  readonly metaPath: string | null;
}

export interface UnreadInput {
  readonly path: string;
  readonly error: PolicyError;
}

export interface ListedFiles {
  readonly files: readonly InputFile[];
  readonly skipped: readonly UnreadInput[];
}

const META = '.meta.yaml';

export async function listFiles(paths: readonly string[]): Promise<ListedFiles> {
  const files: InputFile[] = [];
  const skipped: UnreadInput[] = [];
  const seen = new Set<string>();

  async function visit(absolute: string, root: string, named: boolean): Promise<void> {
    const status = await stat(absolute).catch(() => null);
    if (status === null) {
      skipped.push({ path: shown(absolute), error: missing(shown(absolute), named) });
      return;
    }
    // One real path is visited once: that also ends loops of symbolic links.
    const real = await realpath(absolute);
    if (seen.has(real)) return;
    seen.add(real);
    if (status.isDirectory()) {
      await visitFolder(absolute, root);
      return;
    }
    const format = status.isFile() ? formatOf(absolute) : null;
    if (format !== null) {
      const name = named ? basename(absolute) : relative(root, absolute).split(sep).join('/');
      files.push({ path: shown(absolute), name, absolute, format, metaPath: await metaOf(absolute) });
    } else if (named || !absolute.toLowerCase().endsWith(META)) {
      skipped.push({ path: shown(absolute), error: unsupported(basename(absolute)) });
    }
  }

  async function visitFolder(absolute: string, root: string): Promise<void> {
    const entries: Dirent[] | null = await readdir(absolute, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      skipped.push({ path: shown(absolute), error: unreadableFolder(shown(absolute)) });
      return;
    }
    for (const name of entries.map((entry) => entry.name).sort()) {
      if (!name.startsWith('.')) await visit(join(absolute, name), root, false);
    }
  }

  for (const path of paths) await visit(resolve(path), resolve(path), true);
  return { files: files.sort(byPath), skipped: skipped.sort(byPath) };
}

function formatOf(path: string): InputFile['format'] | null {
  if (/\.(?:txt|md)$/i.test(path)) return 'text';
  if (/\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path)) return 'jsonl';
  return /\.json$/i.test(path) ? 'json' : null;
}

async function metaOf(absolute: string): Promise<string | null> {
  const status = await stat(absolute + META).catch(() => null);
  return status?.isFile() === true ? absolute + META : null;
}

function shown(absolute: string): string {
  const path = relative(process.cwd(), absolute);
  return path === '' ? '.' : path.startsWith('..') ? absolute : path;
}

/** By code unit: the same order on every machine. */
function byPath(one: { readonly path: string }, other: { readonly path: string }): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

function missing(path: string, named: boolean): PolicyError {
  return new PolicyError(
    'unreadable_file',
    named ? `There is no file or folder ${path}.` : `${path} is a link to nothing.`,
    named ? 'Check the path; it is relative to the folder you are in.' : 'Mend or remove the link.',
  );
}

function unreadableFolder(path: string): PolicyError {
  return new PolicyError('unreadable_file', `The folder ${path} cannot be opened.`, 'Check its permissions.');
}

function unsupported(name: string): PolicyError {
  return new PolicyError(
    'unsupported_format',
    `${name} is of no format that we read.`,
    'Save its text as .txt or .md, or documents as .jsonl (one a line) or .json (an array).',
  );
}

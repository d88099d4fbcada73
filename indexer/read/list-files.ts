/**
 * The paths of the command line → the files to read, sorted by path, each once.
 *
 * Hidden files are passed over; `<file>.meta.yaml` is attached to its file. What a folder holds that we cannot
 * read is reported, not silently ignored.
 */
import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { PolicyError } from '../../core/errors.js';
import type { SavedFrom } from '../model.js';
import type { InputFormat } from './detect-format.js';
import { openExclusions } from './exclusions.js';
import { formatOfFile } from './sniff.js';
import {
  isClutter,
  linkOut,
  missing,
  partOfPage,
  savedPageOf,
  unreadableFolder,
  unsupported,
} from './unlisted.js';

export interface InputFile {
  /** As shown to people: relative to the folder they are in where it lies in it. */
  readonly path: string;
  /** What ids of text files are made of: relative to the path that was named, with `/`. */
  readonly name: string;
  /** Where it is read. */
  readonly absolute: string;
  /** Where its documents come from: `absolute`, but for standard input. */
  readonly origin: string;
  readonly format: InputFormat;
  /** `<file>.meta.yaml` beside it. */
  readonly metaPath: string | null;
  /** Changes with what is in it, and in the file beside it: sizes and times, as the system says them. */
  readonly stamp?: string;
  /** Of a file in an archive; then `absolute` and `origin` are the archive's. */
  readonly unpacked?: Unpacked;
}

export interface Unpacked {
  readonly bytes: Uint8Array;
  /** Of its `.meta.yaml`. */
  readonly meta: Uint8Array | null;
  /** Where the archive says that it was fetched. */
  readonly savedFrom: SavedFrom | null;
  /** Archives around it. */
  readonly depth: number;
}

export interface UnreadInput {
  readonly path: string;
  readonly error: PolicyError;
}

/** A file or folder of which all or a part could not be read. */
export interface UnreadFile extends UnreadInput {
  readonly origin: string;
}

export interface NamedPath {
  /** As shown to people. */
  readonly path: string;
  readonly absolute: string;
  readonly isThere: boolean;
}

export interface ListedFiles {
  readonly files: readonly InputFile[];
  readonly skipped: readonly UnreadFile[];
  readonly named: readonly NamedPath[];
}

const META = '.meta.yaml';

/**
 * @param folder   That relative paths are relative to.
 * @param exclude  Patterns as in a .gitignore, relative to each path.
 */
export async function listFiles(
  paths: readonly string[],
  folder = process.cwd(),
  exclude: readonly string[] = [],
): Promise<ListedFiles> {
  const files: InputFile[] = [];
  const skipped: UnreadFile[] = [];
  const named: NamedPath[] = [];
  const links: { readonly absolute: string; readonly root: string }[] = [];
  const seen = new Set<string>();
  const exclusions = openExclusions(exclude);
  const skip = (absolute: string, error: (path: string) => PolicyError): void => {
    const path = shownPath(absolute, folder);
    skipped.push({ path, origin: absolute, error: error(path) });
  };

  const told = new Set<string>();
  const realRoots = new Map<string, string>();
  const realRoot = async (root: string): Promise<string> => {
    const known = realRoots.get(root) ?? (await realpath(root));
    realRoots.set(root, known);
    return known;
  };

  /** What a folder that came from elsewhere links to is not what was named: /etc, the files of others. */
  const isInside = async (absolute: string, real: string, root: string): Promise<boolean> => {
    const isBelowRoot = isBelow(real, await realRoot(root));
    if (!isBelowRoot && !told.has(absolute)) skip(absolute, (path) => linkOut(path, real));
    if (!isBelowRoot) told.add(absolute); // fields beside a file are met with it, and as a file
    return isBelowRoot;
  };

  /** @returns  Whether there is anything. */
  async function visit(absolute: string, root: string): Promise<boolean> {
    const isNamed = absolute === root;
    const status = await stat(absolute).catch((error: NodeJS.ErrnoException) => error);
    if (status instanceof Error) {
      const isLink = (await lstat(absolute).catch(() => null))?.isSymbolicLink() === true;
      skip(absolute, (path) => missing(path, status, isNamed, isLink));
      return false;
    }
    const real = await realpath(absolute).catch((error: NodeJS.ErrnoException) => error);
    if (real instanceof Error) {
      skip(absolute, (path) => missing(path, real, isNamed));
      return false;
    }
    // One real path is visited once: that also ends loops of symbolic links.
    if (seen.has(real)) return true;
    if (!isNamed && !(await isInside(absolute, real, root))) return true;
    seen.add(real);
    if (status.isDirectory()) {
      await visitFolder(absolute, root);
      return true;
    }
    const format = status.isFile() ? await formatOf(absolute) : null;
    if (format instanceof Error) {
      skip(absolute, (path) => missing(path, format, false));
      return true;
    }
    if (format !== null) {
      const name = isNamed ? basename(absolute) : relative(root, absolute).split(sep).join('/');
      const path = shownPath(absolute, folder);
      const beside = await metaOf(absolute);
      const meta =
        beside !== null &&
        (await isInside(beside.path, await realpath(beside.path), isNamed ? dirname(root) : root))
          ? beside
          : null;
      const stamp = stampOf(status) + (meta === null ? '' : `+${stampOf(meta.status)}`);
      files.push({ path, name, absolute, origin: absolute, format, metaPath: meta?.path ?? null, stamp });
    } else if (isNamed || !absolute.toLowerCase().endsWith(META)) {
      skip(absolute, () => unsupported(basename(absolute)));
    }
    return true;
  }

  async function visitFolder(absolute: string, root: string): Promise<void> {
    const entries: Dirent[] | null = await readdir(absolute, { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      skip(absolute, unreadableFolder);
      return;
    }
    await exclusions.enter(absolute);
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries.sort((one, other) => inOrder(one.name, other.name))) {
      const path = join(absolute, entry.name);
      if (isClutter(entry.name) || exclusions.excludes(path, root, entry.isDirectory())) continue;
      const page = entry.isDirectory() ? savedPageOf(entry.name, names) : null;
      if (page !== null) await visitParts(path, page);
      // A file that is there both by itself and through a link is the file: a new link takes nothing's place.
      else if (entry.isSymbolicLink()) links.push({ absolute: path, root });
      else await visit(path, root);
    }
  }

  async function visitParts(absolute: string, page: string): Promise<void> {
    const entries = await readdir(absolute, { withFileTypes: true, recursive: true }).catch(() => []);
    for (const entry of entries.filter((one) => one.isFile())) {
      skip(join(entry.parentPath, entry.name), (path) => partOfPage(path, page));
    }
  }

  for (const path of paths) {
    const absolute = resolve(folder, path);
    const isThere = await visit(absolute, absolute);
    named.push({ path: shownPath(absolute, folder), absolute, isThere });
  }
  for (const { absolute, root } of links) await visit(absolute, root); // grows while it is walked
  const byPath = (one: { readonly path: string }, other: { readonly path: string }): number =>
    inOrder(one.path, other.path);
  return { files: files.sort(byPath), skipped: skipped.sort(byPath), named };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function formatOf(absolute: string): Promise<InputFormat | null | NodeJS.ErrnoException> {
  return formatOfFile(absolute).catch((error: NodeJS.ErrnoException) => error);
}

async function metaOf(absolute: string): Promise<{ readonly path: string; readonly status: Stats } | null> {
  const path = absolute + META;
  const status = await stat(path).catch(() => null);
  return status?.isFile() === true ? { path, status } : null;
}

function stampOf({ size, mtimeMs, ctimeMs }: Stats): string {
  return `${size}-${mtimeMs}-${ctimeMs}`;
}

export function shownPath(absolute: string, folder: string): string {
  const path = relative(folder, absolute);
  return path === '' ? '.' : path === '..' || path.startsWith(`..${sep}`) ? absolute : path;
}

/** By code unit: the same order on every machine. */
function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

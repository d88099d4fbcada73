/** What a run reads: the files under the paths that were named, and standard input where it is named, last. */
import type { Readable } from 'node:stream';
import { type ListedFiles, listFiles } from './read/list-files.js';
import { isStdin, keepStdin } from './read/stdin.js';

export interface InputOptions {
  /** As typed: relative to `folder`; `-` is standard input. */
  readonly paths: readonly string[];
  /** Where the user is. */
  readonly folder: string;
  /** Patterns of paths that are left out, as in a .gitignore. */
  readonly exclude: readonly string[];
}

export interface Inputs {
  readonly listed: ListedFiles;
  close(): Promise<void>;
}

export async function listInputs(
  { paths, folder, exclude }: InputOptions,
  stdin: Readable,
  signal: AbortSignal,
): Promise<Inputs> {
  const listed = await listFiles(
    paths.filter((path) => !isStdin(path, folder)),
    folder,
    exclude,
  );
  if (!paths.some((path) => isStdin(path, folder))) return { listed, close: async () => undefined };
  const kept = await keepStdin(stdin, signal);
  return { listed: { ...listed, files: [...listed.files, kept.file] }, close: kept.remove };
}

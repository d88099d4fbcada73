/** What a run reads: the files under the paths that were named, and standard input where it is named, last. */
import type { Readable } from 'node:stream';
import { type ListedFiles, listFiles } from './read/list-files.js';
import { isStdin, keepStdin } from './read/stdin.js';

export interface Inputs {
  readonly listed: ListedFiles;
  close(): Promise<void>;
}

export async function listInputs(
  { paths, folder }: { readonly paths: readonly string[]; readonly folder: string },
  stdin: Readable,
  signal: AbortSignal,
): Promise<Inputs> {
  const listed = await listFiles(
    paths.filter((path) => !isStdin(path, folder)),
    folder,
  );
  if (!paths.some((path) => isStdin(path, folder))) return { listed, close: async () => undefined };
  const kept = await keepStdin(stdin, signal);
  return { listed: { ...listed, files: [...listed.files, kept.file] }, close: kept.remove };
}

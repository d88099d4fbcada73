/** Of an update: files that are as they were are not opened. */
import type { UnchangedFile } from './load.js';
import type { InputFile, UnreadFile } from './read/list-files.js';
import { type ReadDocument, type ReadOptions, readDocuments } from './read/read.js';
import type { SeenDocument } from './seen-files.js';

export async function* readChanged(
  files: readonly InputFile[],
  options: ReadOptions,
  unchangedIn: (file: InputFile) => readonly SeenDocument[] | null,
): AsyncGenerator<ReadDocument | UnreadFile | UnchangedFile> {
  for (const file of files) {
    const unchanged = unchangedIn(file);
    if (unchanged === null) yield* readDocuments([file], options);
    else {
      options.onRead?.(file, Number.POSITIVE_INFINITY);
      yield { origin: file.origin, unchanged };
    }
  }
}

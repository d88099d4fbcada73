/**
 * What documents can be called, as an index file keeps it: in a table of its own, so that a list of titles reads neither the
 * metadata nor the texts of all of them.
 */
import type { CatalogueEntry, DocumentNames, SearchedNames } from '../names.js';
import type { Database } from './database.js';
import { type PackedText, packText, unpackText } from './packed-text.js';

export interface NamesReader {
  /** In the order of the index. */
  readonly catalogue: () => readonly CatalogueEntry[];
  /** By document; none of one that was removed. Read with the first question, and kept. */
  readonly searched: () => readonly (SearchedNames | undefined)[];
}

export function packNames(names: DocumentNames): PackedText {
  return packText(JSON.stringify(names));
}

export function openNames(database: Database): NamesReader {
  const readAll = database
    .prepare<[], [document: number, id: string, names: PackedText]>(
      'SELECT document, id, names FROM document_names ORDER BY document',
    )
    .raw();
  let kept: SearchedNames[] | null = null;
  return {
    catalogue: () =>
      readAll.all().map(([, id, packed]) => {
        const { searched: _, ...names } = unpackNames(packed);
        return { id, ...names };
      }),
    searched() {
      if (kept !== null) return kept;
      kept = [];
      for (const [document, , packed] of readAll.iterate()) kept[document] = unpackNames(packed).searched;
      return kept;
    },
  };
}

function unpackNames(packed: PackedText): DocumentNames {
  return JSON.parse(unpackText(packed)) as DocumentNames;
}

/**
 * A table → a document a row, where its head names a title and a text; else the table is one document.
 */
import { basename } from 'node:path';
import { PolicyError } from '../../core/errors.js';
import type { FileFormat } from '../../core/model.js';
import type { RawDocument } from '../model.js';
import { bytesOf } from './file-bytes.js';
import { readGivenDocument } from './given-document.js';
import { MAX_FILE_BYTES } from './limits.js';
import type { InputFile, UnreadInput } from './list-files.js';
import { mirroredFrom } from './mirror.js';
import { withContent } from './read-content.js';
import { withoutText } from './read-packed.js';
import type { GivenRow } from './sheets/given-rows.js';
import type { TableFile } from './sheets/read-table.js';

export type TableDocument = RawDocument & { readonly isRow: boolean; readonly whole?: Uint8Array };
export type OpenTable = (bytes: Uint8Array, name: string) => Promise<TableFile>;

/** @throws PolicyError `list_without_texts`, `page_without_text`, `password_needed`, `unreadable_file`. */
export async function* readRows(
  file: InputFile,
  format: FileFormat & ('csv' | 'xlsx' | 'xls'),
  openTable: OpenTable,
): AsyncGenerator<TableDocument | UnreadInput> {
  const bytes = await bytesOf(file, MAX_FILE_BYTES);
  const table = await openTable(bytes, basename(file.name));
  if (table.kind === 'table') {
    const raw = await withoutText(file, format, bytes);
    yield { ...withContent(raw, table.content, mirroredFrom(file.name)), isRow: false };
    return;
  }
  for (const row of table.rows) {
    const path = `${file.path}#${placeOf(row)}`;
    try {
      const { rows: _rows, warnings } = table;
      const given = { value: row.value, bytes: Buffer.from(JSON.stringify(row.value)), path, warnings };
      const where = `${file.path}, row ${placeOf(row)}`;
      yield { ...readGivenDocument({ ...given, where }, file, table.format), isRow: true };
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      yield { path, error };
    }
  }
}

/** 12; of a workbook with several sheets 表一!12. */
function placeOf({ sheet, number }: GivenRow): string {
  return sheet === '' ? String(number) : `${sheet}!${number}`;
}

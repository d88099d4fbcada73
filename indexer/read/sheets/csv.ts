/**
 * Text with separators → rows. The only file that knows csv-parse.
 */
import { parse } from 'csv-parse/sync';
import { PolicyError } from '../../../core/errors.js';
import type { SheetRow } from './sheet.js';

const SEPARATORS = [',', '\t', ';', '|', '，'] as const;
/** Enough to see which separator stands in every row. */
const SAMPLE = 64 * 1024;
const MOST_SAMPLED = 50;

/** @throws PolicyError `unreadable_file` where no reading of its quotes makes rows. */
export function readCsv(text: string, name: string): readonly SheetRow[] {
  const separator = separatorOf(text.slice(0, SAMPLE));
  // A quote that is never closed is that of a cell that is cut off, or no quote at all.
  const rows =
    parsed(text, separator, '"') ?? parsed(`${text}"`, separator, '"') ?? parsed(text, separator, null);
  if (rows === null) throw broken(name);
  return rows
    .map((cells, index) => ({ number: index + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => /\S/u.test(cell)));
}

function parsed(text: string, delimiter: string, quote: '"' | null): readonly (readonly string[])[] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      quote,
      relax_quotes: true,
      relax_column_count: true,
    }) as string[][];
  } catch {
    return null;
  }
}

/** The one that most rows have, and as often as the first; of rows in quotes what is in the quotes does not count. */
function separatorOf(sample: string): string {
  const lines = sample
    .replace(/"[^"]{0,10000}"/gu, '')
    .split(/\r\n|\n|\r/u, MOST_SAMPLED)
    .filter((line) => line.trim() !== '');
  const scored = SEPARATORS.map((separator) => {
    const first = (lines[0] ?? '').split(separator).length - 1;
    const same = lines.filter((line) => line.split(separator).length - 1 === first).length;
    return { separator, score: first === 0 ? 0 : same + first / 100 };
  });
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.separator : ',';
}

function broken(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `The rows of ${name} cannot be told apart.`,
    'Open it in a spreadsheet program and save it anew as CSV in UTF-8, or as .xlsx.',
  );
}

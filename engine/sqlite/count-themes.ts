/**
 * Hits → how many have each theme, and how many documents a hit with it.
 *
 * Each clause counts for its set of themes, of which there are few; and what a document has of them is gathered in two words of
 * bits, looked at once where the next document begins. Written out rather than by `eachRow`: it runs for every hit.
 */
import { type ThemeCounts, toCounts } from '../narrow-documents.js';
import { type Columns, documentOf } from './columns.js';
import { placeOf, type RowSet } from './row-set.js';
import { NO_THEME } from './theme-sets.js';

type ThemedColumns = Pick<Columns, 'firsts' | 'themes' | 'themeSets'>;

interface Gathered {
  /** Rows of each set. */
  readonly rows: Uint32Array;
  /** By the bits of `ThemeSets.words`. */
  readonly documents: Uint32Array;
}

export function countThemes(columns: ThemedColumns, rows: RowSet): ThemeCounts {
  const { values } = columns.themes;
  const { offsets, themes, words } = columns.themeSets;
  const sets = offsets.length - 1;
  const documents = new Uint32Array(32 * words.length);
  let ofSet = new Uint32Array(sets);
  for (let pair = 0; pair < words.length; pair += 2) {
    ofSet = new Uint32Array(sets); // each pass counts the same
    gather(columns, rows, pair, { rows: ofSet, documents });
  }
  const counts = new Uint32Array(values.length);
  for (let set = 0; set < sets; set += 1) {
    const count = ofSet[set] as number;
    if (count === 0) continue;
    const end = offsets[set + 1] as number;
    for (let i = offsets[set] as number; i < end; i += 1) {
      const theme = themes[i] as number;
      counts[theme] = (counts[theme] as number) + count;
    }
  }
  return {
    values: toCounts(values, counts, documents.subarray(1)),
    lacking: { count: ofSet[NO_THEME] as number, documents: documents[0] as number },
  };
}

/** @param pair  The first of the two words that are looked at. */
function gather(columns: ThemedColumns, rows: RowSet, pair: number, gathered: Gathered): void {
  const { firsts, themeSets } = columns;
  const { ofRow, words } = themeSets;
  const low = words[pair] as Int32Array;
  const high = words[pair + 1] as Int32Array;
  const ofSet = gathered.rows;
  let [lows, highs] = [0, 0]; // of the document
  let document = 0;
  let next = 0;
  for (let at = 0; at < rows.blocks.length; at += 1) {
    const first = placeOf(rows, at) << 5;
    for (let bits = (rows.blocks[at] as number) | 0; bits !== 0; bits &= bits - 1) {
      const row = first + 31 - Math.clz32(bits & -bits);
      if (row >= next) {
        tell(lows, pair, gathered.documents);
        tell(highs, pair + 1, gathered.documents);
        lows = 0;
        highs = 0;
        document = documentOf(columns, row, document);
        next = firsts[document + 1] as number;
      }
      const set = ofRow[row] as number;
      ofSet[set] = (ofSet[set] as number) + 1;
      lows |= low[set] as number;
      highs |= high[set] as number;
    }
  }
  tell(lows, pair, gathered.documents);
  tell(highs, pair + 1, gathered.documents);
}

/** One document more for each bit of the word. */
function tell(bitsOfWord: number, word: number, documents: Uint32Array): void {
  for (let bits = bitsOfWord; bits !== 0; bits &= bits - 1) {
    const bit = (word << 5) + 31 - Math.clz32(bits & -bits);
    documents[bit] = (documents[bit] as number) + 1;
  }
}

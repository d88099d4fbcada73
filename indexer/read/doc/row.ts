/**
 * What the end of a table's row says of it.
 *
 * @see  MS-DOC 2.9.321 (TDefTableOperand), 2.9.312 (TC80).
 */
import type { EdgedRow } from '../row-edges.js';
import { lastOf, SPRM, type Sprm } from './sprms.js';

const CELL = 20;
const IS_JOINED = 0x02;
const MERGED_DOWN = 0x20;
const MERGE_STARTS = 0x40;

export function rowOf(texts: readonly string[], sprms: readonly Sprm[]): EdgedRow {
  const definition = lastOf(sprms, SPRM.tableDefinition) ?? Buffer.alloc(0);
  const count = definition[0] ?? 0;
  const flagsAt = 1 + (count + 1) * 2;
  const isKnown = count === texts.length && flagsAt <= definition.length;
  const flagsOf = (cell: number): number => {
    const at = flagsAt + cell * CELL;
    return isKnown && at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
  };
  return {
    cells: texts.map((text, cell) => ({
      text,
      continues: (flagsOf(cell) & (MERGED_DOWN | MERGE_STARTS)) === MERGED_DOWN,
      isJoined: (flagsOf(cell) & IS_JOINED) !== 0,
    })),
    edges: isKnown ? Array.from({ length: count + 1 }, (_, at) => definition.readInt16LE(1 + at * 2)) : [],
  };
}

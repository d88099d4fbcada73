/**
 * Property modifiers (sprms) of a .doc: two bytes that say what is modified and how long the operand is, then the operand.
 * Compared whole: of its bits below 0x200 alone, one is taken for another.
 *
 * @see  MS-DOC 2.2.5.
 */
export interface Sprm {
  readonly code: number;
  readonly operand: Buffer;
}

export const SPRM = {
  isDeleted: 0x0800,
  isHidden: 0x083c,
  isSpecial: 0x0855,
  characterStyle: 0x4a30,
  symbol: 0x6a09,
  style: 0x4600,
  listLevel: 0x260a,
  list: 0x460b,
  alignment: 0x2461,
  oldAlignment: 0x2403,
  outlineLevel: 0x2640,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  hugeProperties: 0x6646,
  tableDefinition: 0xd608,
  tabs: 0xc615,
  footnoteFormat: 0x5040,
  endnoteFormat: 0x5042,
} as const;

const KNOWN: ReadonlySet<number> = new Set(Object.values(SPRM));

/** Those that we know, of each the last, which is the one that counts; what is cut off is left out. */
export function sprmsOf(bytes: Buffer): readonly Sprm[] {
  const found = new Map<number, Sprm>();
  for (let at = 0; at + 2 <= bytes.length; ) {
    const code = bytes.readUInt16LE(at);
    const { skip, length } = operandOf(code, bytes, at + 2);
    const start = at + 2 + skip;
    if (start + length > bytes.length) break;
    if (KNOWN.has(code)) found.set(code, { code, operand: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return [...found.values()];
}

const LENGTHS = [1, 1, 2, 4, 2, 2, 0, 3];

/** `skip` bytes say how long it is. */
function operandOf(
  code: number,
  bytes: Buffer,
  at: number,
): { readonly skip: number; readonly length: number } {
  const kind = code >>> 13;
  if (kind !== 6) return { skip: 0, length: LENGTHS[kind] ?? 0 };
  if (code === SPRM.tableDefinition) {
    const length = at + 2 <= bytes.length ? bytes.readUInt16LE(at) : 0;
    return { skip: 2, length: Math.max(0, length - 1) };
  }
  const length = bytes[at] ?? 0;
  if (code !== SPRM.tabs || length !== 255) return { skip: 1, length };
  const deleted = bytes[at + 1] ?? 0;
  const added = bytes[at + 2 + deleted * 4] ?? 0;
  return { skip: 1, length: 2 + deleted * 4 + added * 3 };
}

export function lastOf(sprms: readonly Sprm[], code: number): Buffer | null {
  return sprms.findLast((sprm) => sprm.code === code)?.operand ?? null;
}

/** 0 and 1 are off and on, 128 as the style has it, 129 the opposite; null where it is not said. */
export function toggled(sprms: readonly Sprm[], code: number, ofStyle: boolean): boolean | null {
  const value = lastOf(sprms, code)?.[0];
  if (value === undefined) return null;
  return value === 0x80 ? ofStyle : value === 0x81 ? !ofStyle : value === 1;
}

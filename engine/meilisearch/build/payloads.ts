/** Documents → payloads of bounded size, a line a record. Pure. */

export interface Payload {
  readonly lines: string;
  readonly bytes: number;
  readonly clauses: number;
}

export interface PayloadCollector {
  /** @param lines  All records of a document: they stay together. @returns a payload that is full, without them. */
  add(lines: string, clauses: number): Payload | null;
  /** What is left; null where nothing is. */
  rest(): Payload | null;
}

/**
 * @param most  Bytes of a payload; a document larger than that is a payload of its own. Far below what servers take
 *              (100 MB), and large enough that a request more or less is nothing.
 */
export function collectPayloads(most = 12_000_000): PayloadCollector {
  let parts: string[] = [];
  let bytes = 0;
  let clauses = 0;
  const rest = (): Payload | null => {
    if (parts.length === 0) return null;
    const payload = { lines: parts.join(''), bytes, clauses };
    parts = [];
    bytes = 0;
    clauses = 0;
    return payload;
  };
  return {
    add(lines, more) {
      const size = Buffer.byteLength(lines);
      const full = bytes + size > most ? rest() : null;
      parts.push(lines);
      bytes += size;
      clauses += more;
      return full;
    },
    rest,
  };
}

/** A line a record, each with its end. */
export function toLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

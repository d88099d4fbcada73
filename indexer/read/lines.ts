/**
 * Bytes → lines, with bounded memory: a line past the limit is counted, not kept.
 */
export interface ByteLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line end; null where the line is longer than the limit. */
  readonly bytes: Uint8Array | null;
  readonly length: number;
  /** False for what stands after the last line end: where a stream broke off, half a line. */
  readonly ended: boolean;
}

export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  limit: number,
): AsyncGenerator<ByteLine> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let number = 1;

  function keep(part: Uint8Array): void {
    length += part.length;
    if (length > limit) pending = [];
    else if (part.length > 0) pending.push(part);
  }

  function take(ended: boolean): ByteLine {
    const line = { number, bytes: length > limit ? null : joined(pending), length, ended };
    pending = [];
    length = 0;
    number += 1;
    return line;
  }

  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(0x0a); end !== -1; end = chunk.indexOf(0x0a, start)) {
      keep(chunk.subarray(start, end));
      yield take(true);
      start = end + 1;
    }
    keep(chunk.subarray(start));
  }
  if (length > 0) yield take(false);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Where in `data` the records begin that continue it: a text that is cut there says anew how its characters are written. */
  readonly cuts: readonly number[];
}

const CONTINUE = 0x3c;
const EOF = 0x0a;

/** The records of a part of the stream, from its beginning to its end, each with what continues it. */
export function* recordsOf(stream: Buffer, from: number): Generator<BiffRecord> {
  for (let at = from; at + 4 <= stream.length; ) {
    const type = stream.readUInt16LE(at);
    const parts = [stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2))];
    at += 4 + stream.readUInt16LE(at + 2);
    while (at + 4 <= stream.length && stream.readUInt16LE(at) === CONTINUE) {
      parts.push(stream.subarray(at + 4, at + 4 + stream.readUInt16LE(at + 2)));
      at += 4 + stream.readUInt16LE(at + 2);
    }
    const cuts: number[] = [];
    let length = 0;
    for (const part of parts.slice(0, -1)) {
      length += part.length;
      cuts.push(length);
    }
    yield { type, data: parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts), cuts };
    if (type === EOF) return;
  }
}

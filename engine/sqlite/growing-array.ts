/** A typed array that grows: what columns are collected in while indexing. */
type Numbers = Uint8Array | Uint16Array | Uint32Array;

export interface GrowingArray<Kind extends Numbers> {
  push(value: number): void;
  readonly length: number;
  /** A view of what is in it now; the next `push` may leave it behind. */
  view(): Kind;
}

export function growingArray<Kind extends Numbers>(
  make: (content: number | Kind) => Kind,
  start: Kind | null,
): GrowingArray<Kind> {
  let content = start === null ? make(64) : make(start);
  let length = start?.length ?? 0;
  return {
    push(value) {
      if (length === content.length) {
        const larger = make(Math.max(64, length * 2));
        larger.set(content);
        content = larger;
      }
      content[length++] = value;
    },
    get length() {
      return length;
    },
    view: () => content.subarray(0, length) as Kind,
  };
}

export const growingBytes = (start: Uint8Array | null): GrowingArray<Uint8Array> =>
  growingArray<Uint8Array>((content) => new Uint8Array(content as Uint8Array), start);

export const growingShorts = (start: Uint16Array | null): GrowingArray<Uint16Array> =>
  growingArray<Uint16Array>((content) => new Uint16Array(content as Uint16Array), start);

export const growingWords = (start: Uint32Array | null): GrowingArray<Uint32Array> =>
  growingArray<Uint32Array>((content) => new Uint32Array(content as Uint32Array), start);

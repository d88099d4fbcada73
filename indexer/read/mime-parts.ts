/**
 * A MIME message → its parts, decoded: what an MHTML file is. Only as much of MIME as browsers write: headers, nested multiparts,
 * quoted-printable, base64.
 */
export interface MimePart {
  /** In lower case, without parameters: text/html. */
  readonly type: string;
  /** By name in lower case; of a name that comes twice, the first. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array;
}

const MOST_PARTS = 20_000;
const DEEPEST = 8;
/** Past it nobody writes headers. */
const LONGEST_HEADERS = 64 * 1024;

/** The headers of the message itself, by name in lower case. */
export function mimeHeaders(bytes: Uint8Array): ReadonlyMap<string, string> {
  return splitHeaders(asBuffer(bytes)).headers;
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** @returns Every part that is no multipart, in order; the message itself where it has no parts. */
export function mimeParts(bytes: Uint8Array): readonly MimePart[] {
  const found: MimePart[] = [];
  const todo: { readonly bytes: Buffer; readonly depth: number }[] = [{ bytes: asBuffer(bytes), depth: 0 }];
  for (let next = todo.pop(); next !== undefined && found.length < MOST_PARTS; next = todo.pop()) {
    const { headers, body } = splitHeaders(next.bytes);
    const declared = headers.get('content-type') ?? 'text/plain';
    const type = (declared.split(';', 1)[0] ?? '').trim().toLowerCase();
    const boundary = type.startsWith('multipart/') ? boundaryOf(declared) : null;
    if (boundary === null || next.depth >= DEEPEST) {
      found.push({ type, headers, body: decoded(body, headers.get('content-transfer-encoding') ?? '') });
      continue;
    }
    const depth = next.depth + 1;
    for (const part of splitParts(body, boundary).reverse()) todo.push({ bytes: part, depth });
  }
  return found;
}

function splitHeaders(bytes: Buffer): { headers: ReadonlyMap<string, string>; body: Buffer } {
  const head = bytes.subarray(0, LONGEST_HEADERS).toString('latin1');
  const end = /\r?\n\r?\n|\r\r/u.exec(head);
  // A part may begin with its blank line: it has no headers.
  const opens = /^\r?\n/u.exec(head)?.[0].length ?? 0;
  if (opens > 0 || end === null) return { headers: new Map(), body: bytes.subarray(opens) };
  const headers = new Map<string, string>();
  const lines = head
    .slice(0, end.index)
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u);
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: bytes.subarray(end.index + end[0].length) };
}

function boundaryOf(contentType: string): string | null {
  const match = /;\s{0,20}boundary\s{0,9}=\s{0,9}(?:"([^"]{1,200})"|([^\s;"]{1,200}))/iu.exec(contentType);
  return match?.[1] ?? match?.[2] ?? null;
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Buffer[] = [];
  let start: number | null = null;
  for (
    let at = body.indexOf(mark);
    at !== -1 && parts.length < MOST_PARTS;
    at = body.indexOf(mark, at + mark.length)
  ) {
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    if (start !== null) parts.push(body.subarray(start, at));
    const after = at + mark.length;
    const isLast = body[after] === 0x2d && body[after + 1] === 0x2d;
    const line = body.indexOf(0x0a, after);
    start = isLast || line === -1 ? null : line + 1;
    if (start === null) return parts;
  }
  // Cut off before its end: what there is of the last part.
  if (start !== null) parts.push(body.subarray(start));
  return parts;
}

function decoded(body: Buffer, encoding: string): Uint8Array {
  const name = encoding.toLowerCase();
  if (name === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return name === 'quoted-printable' ? unquoted(body) : body;
}

/** `=E4=B8=AD`, and a line that goes on behind a last `=`. What is no such sequence stays. */
function unquoted(body: Buffer): Uint8Array {
  const bytes = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const [first, second] = [body[at + 1] ?? 0, body[at + 2] ?? 0];
    const value = byte === 0x3d ? hexadecimal(first) * 16 + hexadecimal(second) : Number.NaN;
    if (byte === 0x3d && first === 0x0a) at += 1;
    else if (byte === 0x3d && first === 0x0d && second === 0x0a) at += 2;
    else {
      bytes[length] = Number.isNaN(value) ? byte : value;
      length += 1;
      if (!Number.isNaN(value)) at += 2;
    }
  }
  return bytes.subarray(0, length);
}

function hexadecimal(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}

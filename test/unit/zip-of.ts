/** A ZIP archive, written by hand: names in any encoding, sizes that lie. After APPNOTE 6.3.10, 4.3.7 and 4.3.12. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Entry {
  readonly name: string | Buffer;
  readonly content: string | Buffer;
  /** General purpose bits: 1 encrypted, 0x800 a name in UTF-8. */
  readonly flags?: number;
  readonly deflated?: boolean;
  /** Instead of the true one. */
  readonly declaredSize?: number;
}

export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0x800, deflated = false, declaredSize } of entries) {
    const nameBytes = Buffer.from(name as string);
    const bytes = Buffer.from(content as string);
    const packed = deflated ? deflateRawSync(bytes) : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflated ? 8 : 0, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(declaredSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, nameBytes, packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, rest, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}

/** The parts of an office file by their names, in order. */
export function zipOfParts(parts: Readonly<Record<string, string | Buffer>>, deflated = true): Buffer {
  return zipOf(Object.entries(parts).map(([name, content]) => ({ name, content, deflated })));
}

/**
 * The entries of a ZIP archive, one by one and bounded: what a .docx, an .odt, an .epub and an .xlsx are made of, and an archive
 * of texts. The only file that knows yauzl.
 */
import yauzl from 'yauzl';
import { PolicyError } from '../../core/errors.js';
import { decodeName } from './encoding.js';

export interface ZipEntry {
  /** With `/`; as decoded, so it may hold `..` or begin with `/`: whoever writes it to a disk must look. */
  readonly name: string;
  /** As the archive declares it; `read` ends where more comes out. */
  readonly size: number;
  readonly isEncrypted: boolean;
  /** @throws PolicyError `unreadable_file` (encrypted, damaged, larger than `limit`). */
  read(limit?: number): Promise<Buffer>;
}

/** A part of an office file, or a text: past it nobody wrote it. */
const MAX_ENTRY_BYTES = 256 * 1024 * 1024;
const MAX_ENTRIES = 100_000;
/** XML is compressed to a fiftieth at most; a bomb to a thousandth. */
const MAX_RATIO = 300;
const MIN_BOMB_BYTES = 16 * 1024 * 1024;

/**
 * @param source  A path, or the bytes of an archive.
 * @yields        Files only, in the order in which the archive lists them.
 * @throws        PolicyError `unreadable_file` where it is no archive, is cut off, or has more than 100,000 entries.
 */
export async function* openZip(source: string | Uint8Array): AsyncGenerator<ZipEntry> {
  const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;
  const archive = await opened(source, options);
  try {
    let count = 0;
    for (;;) {
      const entry = await nextEntry(archive);
      if (entry === null) return;
      count += 1;
      if (count > MAX_ENTRIES) throw damaged(`it has more than ${MAX_ENTRIES} entries`);
      const name = nameOf(entry);
      if (!name.endsWith('/')) yield asEntry(archive, entry, name);
    }
  } finally {
    archive.close();
  }
}

async function opened(source: string | Uint8Array, options: yauzl.Options): Promise<yauzl.ZipFile> {
  try {
    return await new Promise<yauzl.ZipFile>((resolve, reject) => {
      const done = (error: Error | null, file?: yauzl.ZipFile): void =>
        file === undefined ? reject(error ?? new Error('no archive')) : resolve(file);
      if (typeof source === 'string') yauzl.open(source, options, done);
      else yauzl.fromBuffer(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options, done);
    });
  } catch (error) {
    throw damaged(faultOf(error), error);
  }
}

function nextEntry(archive: yauzl.ZipFile): Promise<yauzl.Entry | null> {
  return new Promise((resolve, reject) => {
    const settle = (action: () => void) => (): void => {
      archive.removeAllListeners();
      action();
    };
    archive.once('entry', (entry: yauzl.Entry) => settle(() => resolve(entry))());
    archive.once(
      'end',
      settle(() => resolve(null)),
    );
    archive.once('error', (error: Error) => settle(() => reject(damaged(faultOf(error), error)))());
    archive.readEntry();
  });
}

function asEntry(archive: yauzl.ZipFile, entry: yauzl.Entry, name: string): ZipEntry {
  const { uncompressedSize: size, compressedSize } = entry;
  const isEncrypted = (entry.generalPurposeBitFlag & 1) !== 0;
  return {
    name,
    size,
    isEncrypted,
    async read(limit = MAX_ENTRY_BYTES) {
      if (isEncrypted) throw damaged(`${name} in it needs a password`);
      if (size > limit) throw damaged(`${name} in it has ${megabytes(size)}, more than ${megabytes(limit)}`);
      if (size > MIN_BOMB_BYTES && size > compressedSize * MAX_RATIO) {
        throw damaged(`${name} in it grows more than ${MAX_RATIO} times when it is unpacked`);
      }
      return bytesOf(archive, entry, name);
    },
  };
}

/** yauzl ends the stream where more comes out than was declared. */
function bytesOf(archive: yauzl.ZipFile, entry: yauzl.Entry, name: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(damaged(`${name} in it: ${faultOf(error)}`, error));
    archive.openReadStream(entry, (error, stream) => {
      if (error || stream === undefined) return fail(error);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('error', fail);
      stream.on('end', () => resolve(Buffer.concat(chunks)));
    });
  });
}

/** Windows writes names in the machine's encoding and does not say so; Info-ZIP adds them in UTF-8 (field 0x7075, behind a version and a CRC). */
function nameOf({ fileName, generalPurposeBitFlag, extraFields }: yauzl.Entry): string {
  const bytes = fileName as unknown as Buffer; // with decodeStrings: false
  const isUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  const unicode = extraFields.find(({ id, data }) => id === 0x7075 && data.length > 5);
  const name = unicode && !isUtf8 ? unicode.data.subarray(5).toString('utf8') : decodeName(bytes, isUtf8);
  return name.replaceAll('\\', '/');
}

function damaged(fault: string, cause?: unknown): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `The archive cannot be read: ${fault}.`,
    'Get the file from its source again, or unpack it yourself and name the folder.',
    cause === undefined ? {} : { cause },
  );
}

function faultOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/u, '') : String(error);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(0)} MB`;
}

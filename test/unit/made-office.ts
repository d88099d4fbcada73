/** Small office files for tests, written here: archives of XML. */
import { crc32, deflateRawSync } from 'node:zlib';

/** Names and texts (or bytes) of the parts, in order. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const entries: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const raw = Buffer.from(content);
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.from('PK\x03\x04'), head, Buffer.from(name), packed);
    list.push(Buffer.from('PK\x01\x02\x14\x00'), head, place, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...entries, directory, Buffer.from('PK\x05\x06'), end]);
}

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';

interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly settings?: string;
  readonly header?: string;
  readonly core?: string;
  /** Its name and content. */
  readonly chunk?: readonly [name: string, content: string | Buffer];
}

/** @param body  What is in `w:body`. */
export function docxOf(body: string, { core, chunk, header, ...parts }: DocxParts = {}): Buffer {
  const files = Object.entries(parts).map(([kind, content]) => [
    `word/${kind}.xml`,
    `<w:${kind} ${W}>${content}</w:${kind}>`,
  ]);
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = [
    ...Object.keys(parts).map((kind, at) => relation(`r${at}`, kind, `${kind}.xml`)),
    ...(header === undefined ? [] : [relation('header', 'header', 'header1.xml')]),
    ...(chunk === undefined ? [] : [relation('chunk', 'aFChunk', chunk[0])]),
  ];
  return zipOf({
    '_rels/.rels': `<Relationships>${relation('main', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships>${relations.join('')}</Relationships>`,
    ...Object.fromEntries(files),
    ...(header === undefined ? {} : { 'word/header1.xml': `<w:hdr ${W}>${header}</w:hdr>` }),
    ...(chunk === undefined ? {} : { [`word/${chunk[0]}`]: chunk[1] }),
    ...(core === undefined
      ? {}
      : { 'docProps/core.xml': `<cp:coreProperties><dc:title>${core}</dc:title></cp:coreProperties>` }),
  });
}

/** A paragraph of one run. @param properties  What is in its `w:pPr`. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** An item of list 1, at a level counted from 0. */
export const item = (text: string, level = 0, list = 1): string =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A level of a definition: what it prints, in which format. */
export const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;

/** Definition 0, and list 1 of it. @param more  Further definitions and lists. */
export const numberingOf = (levels: string, more = ''): string =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : p(cell)}</w:tc>`).join('')}</w:tr>`;

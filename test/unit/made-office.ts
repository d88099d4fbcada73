/** Small office files for tests, written here: archives of XML. */
import { zipOfParts } from './zip-of.js';

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
  return zipOfParts({
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

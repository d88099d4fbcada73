/**
 * Word 97's .doc, and the .wps that WPS writes: the table of pieces, then what each stretch of it is. Text is taken whole or not at
 * all: where the table leads out of the stream, the file is unreadable.
 *
 * @see  MS-DOC.
 */
import type { Span } from '../../../core/model.js';
import { openCompoundFile } from '../compound-file.js';
import type { FileContent } from '../file-content.js';
import { createFlow } from '../flow.js';
import { listCounters } from '../list-numbering.js';
import { createNotes, type Notes, noteLine } from '../notes.js';
import { formatOfCode } from '../number-formats.js';
import { wordContent } from '../word-content.js';
import { type Anchors, type Reference, readAnchors } from './anchors.js';
import { readFib } from './fib.js';
import { readFonts } from './fonts.js';
import { readFormatting } from './formatting.js';
import { readLists } from './lists.js';
import { readPieces } from './pieces.js';
import { type DocContext, readStory } from './story.js';
import { readStyles } from './styles.js';

/**
 * @throws  PolicyError `unreadable_file` where it is no Word document, is older than Word 97, or is damaged; `password_needed`;
 *          `page_without_text`.
 */
export async function readDoc(bytes: Uint8Array, name: string): Promise<FileContent> {
  const file = readFib(openCompoundFile(bytes), name);
  const { text, pieces } = readPieces(file);
  const anchors = readAnchors(file);
  const { formats } = anchors;
  const footnotes = createNotes(formatOfCode(formats.footnotes ?? 0));
  const ofEndnotes =
    formats.endnotes === null && anchors.footnotes.length > 0
      ? 'lowerRoman'
      : formatOfCode(formats.endnotes ?? 0);
  const endnotes = createNotes(ofEndnotes);
  const marks = new Map([...marksOf(anchors.footnotes, footnotes), ...marksOf(anchors.endnotes, endnotes)]);
  const bare: DocContext = {
    text,
    formatting: readFormatting(file, pieces),
    lists: readLists(file.structureAndRest('lists'), file.structure('listOverrides')),
    counters: listCounters(),
    style: readStyles(file.structure('styles')),
    font: readFonts(file.structure('fonts')),
    noteMark: () => '',
    boxesAt: () => '',
  };

  const boxesAt = (place: number): string =>
    (anchors.boxes.get(place) ?? []).map((box) => linesOf(box, bare)).join('\n');
  const flow = createFlow();
  readStory(
    { start: 0, end: file.lengths.text },
    { ...bare, noteMark: (at) => marks.get(at) ?? '', boxesAt },
    flow,
  );
  flow.paragraph(boxesAt(-1));
  for (const { place, note, isNumbered } of [...anchors.footnotes, ...anchors.endnotes]) {
    const printed = linesOf(note, bare);
    if (printed !== '') flow.paragraph(isNumbered ? noteLine(marks.get(place) ?? '', printed) : printed);
  }
  return wordContent({ name, format: 'doc', flow: flow.end(), header: headerOf(anchors, bare) });
}

function marksOf(references: readonly Reference[], notes: Notes): readonly (readonly [number, string])[] {
  return references
    .filter(({ isNumbered }) => isNumbered)
    .map(({ place }) => [place, notes.mark(String(place))] as const);
}

function linesOf(span: Span, context: DocContext): string {
  const flow = createFlow();
  readStory(span, context, flow);
  return flow.end().text;
}

function headerOf({ headers }: Anchors, context: DocContext): string {
  const texts = headers.map((header) => linesOf(header, { ...context, counters: listCounters() }));
  return texts.find((text) => text !== '') ?? '';
}

/**
 * Word's .docx (and .docm, whose macros nobody reads): a walk over its parts. Numbers of lists are printed, as are red heads in
 * text boxes and other files inside of it; running headers and footers are not.
 */
import { PolicyError } from '../../../core/errors.js';
import type { FileContent } from '../file-content.js';
import { createFlow, type Flow } from '../flow.js';
import { listCounters } from '../list-numbering.js';
import { createNotes, type Notes, noteLine } from '../notes.js';
import { openPackage, titleOf } from '../office-package.js';
import type { Document, Element } from '../parse-markup.js';
import { findElement, walkTree } from '../walk-tree.js';
import { wordContent } from '../word-content.js';
import { readChunks } from './chunks.js';
import { headerOf } from './header.js';
import { attribute, namesOf, valOf } from './names.js';
import { readNumbering } from './numbering.js';
import { readStory, type StoryContext } from './story.js';
import { readStyles } from './styles.js';

/** Documents in documents: what lies deeper was put there to keep a reader busy. */
const DEEPEST_CHUNK = 2;

type Kind = 'footnote' | 'endnote';
const KINDS: readonly Kind[] = ['footnote', 'endnote'];

/**
 * @throws  PolicyError `unreadable_file` where it is none, is cut off or a bomb; `password_needed`; `page_without_text` where
 *          nothing is printed.
 */
export function readDocx(bytes: Uint8Array, name: string): Promise<FileContent> {
  return readNested(bytes, name, 0);
}

/** @param depth  How many other documents it lies in. */
async function readNested(bytes: Uint8Array, name: string, depth: number): Promise<FileContent> {
  const parts = await openPackage(bytes);
  const main = parts.targetOfKind('', '/officeDocument') ?? 'word/document.xml';
  const body = parts.xml(main);
  if (body === null) throw noDocument(name);
  const related = (kind: string): Document | null => {
    const part = parts.targetOfKind(main, kind);
    return part === null ? null : parts.xml(part);
  };
  const styles = readStyles(related('/styles'));
  const notes = notesOf([related('/settings'), body], related('/footnotes'));
  const inner = (chunk: Uint8Array, of: string): Promise<FileContent> => readNested(chunk, of, depth + 1);
  const chunks = depth < DEEPEST_CHUNK ? await readChunks(parts, main, inner) : new Map<string, string>();
  const context: Omit<StoryContext, 'nameOf'> = {
    styles,
    numbering: readNumbering(related('/numbering'), styles),
    counters: listCounters(),
    noteMark: (kind, id) => notes[kind].mark(id),
    chunk(id) {
      const text = chunks.get(id) ?? '';
      chunks.delete(id); // printed once, however often it is named
      return text;
    },
  };

  const flow = createFlow();
  readStory(body, { ...context, nameOf: namesOf(body) }, flow);
  for (const kind of KINDS) printNotes(related(`/${kind}s`), kind, notes[kind], context, flow);
  return wordContent({
    name,
    format: 'docx',
    flow: flow.end(),
    header: headerOf(parts, main, body, context),
    title: titleOf(parts),
  });
}

/**
 * Where both kinds are used, their numbers must differ.
 *
 * @param parts  Where their formats may be: for the whole document, or for a section, of which the first counts.
 */
function notesOf(
  parts: readonly (Document | null)[],
  footnotes: Document | null,
): Readonly<Record<Kind, Notes>> {
  const formats = new Map<string, string>();
  for (const part of parts) {
    if (part === null) continue;
    const nameOf = namesOf(part);
    for (const kind of KINDS) {
      const properties = findElement(part, (element) => nameOf(element) === `w:${kind}Pr`);
      const format = valOf(properties, nameOf, 'w:numFmt');
      if (format !== null) formats.set(kind, format);
    }
  }
  const hasFootnotes = footnotes !== null && findNote(footnotes) !== null;
  return {
    footnote: createNotes(formats.get('footnote') ?? 'decimal'),
    endnote: createNotes(formats.get('endnote') ?? (hasFootnotes ? 'lowerRoman' : 'decimal')),
  };
}

/** One that is no line between notes and text. */
function findNote(footnotes: Document): Element | null {
  const nameOf = namesOf(footnotes);
  return findElement(
    footnotes,
    (element) => nameOf(element) === 'w:footnote' && attribute(element, 'type') === null,
  );
}

/** In the order of the references; a note that nothing refers to is not printed. */
function printNotes(
  part: Document | null,
  kind: Kind,
  { marked }: Notes,
  context: Omit<StoryContext, 'nameOf'>,
  flow: Flow,
): void {
  if (part === null || marked.size === 0) return;
  const nameOf = namesOf(part);
  const texts = new Map<string, string>();
  walkTree(part, {
    enter(element) {
      if (nameOf(element) !== `w:${kind}`) return true;
      const id = attribute(element, 'id') ?? '';
      if (!marked.has(id) || texts.has(id)) return false;
      const note = createFlow();
      readStory(element, { ...context, nameOf, noteMark: () => '' }, note);
      texts.set(id, note.end().text);
      return false;
    },
    leave() {},
  });
  for (const [id, mark] of marked) {
    const text = texts.get(id) ?? '';
    if (text !== '') flow.paragraph(noteLine(mark, text));
  }
}

function noDocument(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} is an archive without a Word document in it.`,
    'Open it in Word and save it anew as .docx, or unpack it if it is a ZIP archive.',
  );
}

/**
 * Word's .docx (and .docm, whose macros nobody reads): a walk over its parts. Numbers of lists are printed, as are red heads in
 * text boxes and other files inside of it; running headers and footers are not.
 */
import { PolicyError } from '../../../core/errors.js';
import type { FileContent } from '../file-content.js';
import { createFlow, type Flow } from '../flow.js';
import { listCounters } from '../list-numbering.js';
import { createNotes, type Notes, noteLine } from '../notes.js';
import type { Document } from '../parse-markup.js';
import { ownText, walkTree } from '../walk-tree.js';
import { wordContent } from '../word-content.js';
import { readChunks } from './chunks.js';
import { headerOf } from './header.js';
import { attribute, namesOf } from './names.js';
import { readNumbering } from './numbering.js';
import { type OfficePackage, openPackage } from './package.js';
import { readStory, type StoryContext } from './story.js';
import { readStyles } from './styles.js';

type Kind = 'footnote' | 'endnote';
const KINDS: readonly Kind[] = ['footnote', 'endnote'];

/**
 * @throws  PolicyError `unreadable_file` where it is none, is cut off or a bomb; `password_needed`; `page_without_text` where
 *          nothing is printed.
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<FileContent> {
  const parts = await openPackage(bytes);
  const main = parts.targetOfKind('', '/officeDocument') ?? 'word/document.xml';
  const body = parts.xml(main);
  if (body === null) throw noDocument(name);
  const related = (kind: string): Document | null => {
    const part = parts.targetOfKind(main, kind);
    return part === null ? null : parts.xml(part);
  };
  const styles = readStyles(related('/styles'));
  const notes = notesOf(related('/settings'), related('/footnotes'));
  const chunks = await readChunks(parts, main, name);
  const context: Omit<StoryContext, 'nameOf'> = {
    styles,
    numbering: readNumbering(related('/numbering'), styles),
    counters: listCounters(),
    noteMark: (kind, id) => notes[kind].mark(id),
    chunk: (id) => chunks.get(id) ?? '',
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

/** Where both kinds are used, their numbers must differ. */
function notesOf(settings: Document | null, footnotes: Document | null): Readonly<Record<Kind, Notes>> {
  const formats = new Map<string, string>();
  let hasFootnotes = false;
  if (settings !== null) {
    const nameOf = namesOf(settings);
    walkTree(settings, {
      enter(element) {
        const format = nameOf(element) === 'w:numFmt' ? attribute(element, 'val') : null;
        if (format !== null && element.parent?.type === element.type)
          formats.set(nameOf(element.parent), format);
        return true;
      },
      leave() {},
    });
  }
  if (footnotes !== null) {
    const nameOf = namesOf(footnotes);
    walkTree(footnotes, {
      enter(element) {
        if (nameOf(element) === 'w:footnote') hasFootnotes ||= attribute(element, 'type') === null;
        return nameOf(element) === 'w:footnotes';
      },
      leave() {},
    });
  }
  return {
    footnote: createNotes(formats.get('w:footnotePr') ?? 'decimal'),
    endnote: createNotes(formats.get('w:endnotePr') ?? (hasFootnotes ? 'lowerRoman' : 'decimal')),
  };
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

function titleOf(parts: OfficePackage): string {
  const properties = parts.targetOfKind('', '/core-properties') ?? 'docProps/core.xml';
  const part = parts.xml(properties);
  let title = '';
  if (part === null) return title;
  walkTree(part, {
    enter(element) {
      if (element.name === 'dc:title') title ||= ownText(element);
      return true;
    },
    leave() {},
  });
  return title;
}

function noDocument(name: string): PolicyError {
  return new PolicyError(
    'unreadable_file',
    `${name} is an archive without a Word document in it.`,
    'Open it in Word and save it anew as .docx, or unpack it if it is a ZIP archive.',
  );
}
